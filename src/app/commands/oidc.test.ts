import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findProvider } from '#platform/auth/oidc-queries.ts'
import { testServices } from '#platform/auth/testing.ts'
import { testDatabase } from '#test/database.ts'
import type { Outcome } from './command.ts'
import { oidcAddCommand, oidcEndCommand, oidcListCommand } from './oidc.ts'

const db = await testDatabase()
const services = testServices(db)
const folder = mkdtempSync(join(tmpdir(), 'kuvend-oidc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'secret'), 'the client secret\n')
writeFileSync(join(folder, 'empty'), '\n')

const around = { services, databaseUrl: '', positionals: [], flags: [], folder }
const PROVIDER = { name: 'Ofrues prove', issuer: 'http://127.0.0.1:9', client: 'kuvend' }
const add = (options: Record<string, string>): Promise<Outcome> =>
  oidcAddCommand.run({ ...around, options: { ...PROVIDER, ...options } })

describe('a provider of identities, on the command line', () => {
  it('is entered with its secret sealed, and the operator reads what to tell it', async () => {
    const levels = 'urn:x:low=low,urn:x:high=high'
    const added = await add({
      slug: 'prove',
      'secret-file': 'secret',
      levels,
      'office-from': 'high',
      acr: 'urn:x:high',
    })
    expect(added).toMatchObject({
      kind: 'done',
      data: { callback: 'http://127.0.0.1:3000/hyr/me/prove/kthimi', reached: false },
    })
    const provider = await findProvider(db, 'prove')
    expect(provider).toMatchObject({ officeFrom: 'high', levels: { 'urn:x:low': 'low', 'urn:x:high': 'high' } })
    expect(provider?.clientSecret?.includes('the client secret')).toBe(false)
    const listed = await oidcListCommand.run({ ...around, options: {} })
    expect(JSON.stringify(listed)).toContain('"secret":true')
    expect(JSON.stringify(listed)).not.toContain('clientSecret')
    expect(await add({ slug: 'prove' })).toMatchObject({ kind: 'refused' })
  })

  it.each([
    ['plain HTTP over the line', { slug: 'a1', issuer: 'http://hyrja.example' }],
    ['a word that fits no address', { slug: 'E Albania' }],
    ['scopes without openid', { slug: 'a2', scopes: 'email' }],
    ['levels that are none', { slug: 'a3', levels: 'x=certain' }],
    ['an office that low would open', { slug: 'a4', levels: 'x=low', 'office-from': 'low' }],
    ['an office that no level reaches', { slug: 'a5', levels: 'x=low', 'office-from': 'substantial' }],
  ])('%s is misuse, and nothing is entered', async (_, options) => {
    expect(await add(options)).toMatchObject({ kind: 'misused' })
    expect(await findProvider(db, options.slug)).toBeNull()
  })

  it('a secret that cannot be read, or is none, is refused', async () => {
    expect(await add({ slug: 'b1', 'secret-file': 'missing' })).toMatchObject({ kind: 'refused' })
    expect(await add({ slug: 'b2', 'secret-file': 'empty' })).toMatchObject({ kind: 'refused' })
  })

  it('is taken away once', async () => {
    await add({ slug: 'iku' })
    const end = () => oidcEndCommand.run({ ...around, options: { slug: 'iku' } })
    expect(await end()).toMatchObject({ kind: 'done', data: { closed: 0 } })
    expect(await end()).toMatchObject({ kind: 'refused' })
    expect(await findProvider(db, 'iku')).toBeNull()
  })
})
