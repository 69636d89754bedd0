import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { silentLog } from '#platform/logs/logger.ts'
import { testDatabase } from '#test/database.ts'
import { databaseUrl } from '#test/template.ts'
import { testWeb } from '#test/web.ts'
import { runCommand } from './cli.ts'
import { readConfig } from './config.ts'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kuvend-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(
  words: string,
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const config = readConfig({ KUVEND_DATA: folder, DATABASE_URL: db.url, KUVEND_DEMO: 'off', ...env })
  if ('refused' in config) throw new Error(config.refused.join('; '))
  const heard = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    folder,
  }
  const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  return { code: await runCommand(argv, config, silentLog, terminal), ...heard }
}

const BREGU =
  '--slug bregu --name "Bashkia e Bregut" --name-en "Municipality of Bregu" --jurisdiction AL --kind municipality --email zyra@bregu.example'

describe('the command line', () => {
  it('shows how it is used, and calls what it does not know misuse', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('institution add --slug SLUG'),
    })
    expect(await run('')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('No command.') })
    expect(await run('institution remove')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Unknown command'),
    })
  })

  it('calls an unknown option, a missing one and a word too many misuse, and says which', async () => {
    expect(await run('migrate --fast')).toMatchObject({ code: 2, err: expect.stringContaining('--fast') })
    expect(await run('user add --email a@example.org')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--name --post --role'),
    })
    expect(await run('migrate now')).toMatchObject({ code: 2 })
  })

  it('does nothing on a database of another version but migrate it', async () => {
    const empty = databaseUrl(db.url, `${new URL(db.url).pathname.slice(1)}_empty`)
    await db.unsafe(`create database ${new URL(empty).pathname.slice(1)}`)
    try {
      const refused = await run(`institution add ${BREGU}`, { DATABASE_URL: empty })
      expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('migrate') })
      const migrated = await run('migrate --json', { DATABASE_URL: empty })
      expect(migrated.code).toBe(0)
      expect((JSON.parse(migrated.out) as { ran: string[] }).ran).toContain('20261122100000_platform_create.sql')
      expect(await run('migrate --json', { DATABASE_URL: empty })).toMatchObject({ code: 0, out: '{"ran":[]}\n' })
      expect((await run(`institution add ${BREGU}`, { DATABASE_URL: empty })).code).toBe(0)
    } finally {
      await db.unsafe(`drop database ${new URL(empty).pathname.slice(1)} with (force)`)
    }
  })

  it('adds an institution once', async () => {
    const added = await run(`institution add ${BREGU} --json`)
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(added.out)).toMatchObject({ slug: 'bregu', address: 'http://127.0.0.1:3000/i/bregu/' })
    expect(await run(`institution add ${BREGU}`)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('already'),
    })
    const [row] = await db`
      select institution.zone, institution.demonstration, address.email from platform.institutions as institution
      join platform.role_addresses as address on address.institution_id = institution.id where slug = 'bregu'`
    expect(row).toEqual({ zone: 'Europe/Tirane', demonstration: false, email: 'zyra@bregu.example' })
  })

  it.each([
    ['--slug Bregu', '--slug'],
    ['--jurisdiction MK', '--jurisdiction'],
    ['--kind village', '--kind'],
    ['--email nobody', '--email'],
    ['--accent #ffff00', '--accent'],
    ['--name x', '--name'],
  ])('calls %s misuse', async (option, named) => {
    // The last of two equal options counts.
    expect(await run(`institution add ${BREGU} ${option}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining(named),
    })
  })

  it('adds an official with a role, a second role to the same one, and says how to sign in', async () => {
    const person = '--email Sekretari@Prova.example --name "Agim Prove" --post "Koordinator"'
    const first = await run(`user add ${person} --role consultation-coordinator --institution prova`)
    expect(first).toMatchObject({ code: 0, err: '', out: expect.stringContaining('http://127.0.0.1:3000/hyr') })
    expect(first.out).toContain('SMTP_URL')
    const again = await run(`user add ${person} --role consultation-coordinator --institution prova --json`)
    expect(JSON.parse(again.out)).toMatchObject({ granted: 'already-held' })
    expect((await run(`user add ${person} --role moderator --institution provas`)).code).toBe(0)
    const roles = await db`
      select role.role, institution.slug from platform.roles as role
      join platform.accounts as account on account.id = role.account_id
      join platform.institutions as institution on institution.id = role.institution_id
      where account.email = 'sekretari@prova.example' order by role.role`
    expect(roles.map((row) => [row.role, row.slug])).toEqual([
      ['consultation-coordinator', 'prova'],
      ['moderator', 'provas'],
    ])
  })

  it('refuses a role without its institution, or an institution that is not there, and adds nobody', async () => {
    const person = '--email askushi@prova.example --name "Askush Prove" --post "Askund"'
    expect(await run(`user add ${person} --role moderator`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--institution'),
    })
    expect((await run(`user add ${person} --role operator --institution prova`)).code).toBe(2)
    expect(await run(`user add ${person} --role moderator --institution askund`)).toMatchObject({ code: 1, out: '' })
    expect(await db`select id from platform.accounts where email = 'askushi@prova.example'`).toHaveLength(0)
  })

  it('refuses to take in what it cannot find or does not know', async () => {
    writeFileSync(join(folder, 'broken.json'), '{')
    const to = '--institution prova'
    expect(await run(`import consultation-plan missing.json ${to}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    })
    expect(await run(`import consultation-plan broken.json ${to}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('broken.json: '),
    })
    expect(await run(`import recipes broken.json ${to}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('consultation-plan'),
    })
    expect((await run('import consultation-plan broken.json --institution askund')).code).toBe(1)
  })

  it('takes in a consultation plan, with its path from where it was typed', async () => {
    const file = join(import.meta.dirname, '../../db/demo/migration-strategy.json')
    const imported = await run(`import consultation-plan ${file} --institution prova --json`)
    expect(imported.err).toBe('')
    expect(imported.code).toBe(0)
    expect(JSON.parse(imported.out)).toMatchObject({ kind: 'consultation-plan', institution: 'prova' })
  })
})

describe('the demonstration content', () => {
  const numbers = async () =>
    (
      await db`select (select count(*)::int from platform.institutions where demonstration) as institutions,
                      (select count(*)::int from platform.accounts where demonstration) as people,
                      (select count(*)::int from platform.roles) as roles,
                      (select count(*)::int from consultations.consultations) as consultations,
                      (select count(*)::int from consultations.comments) as comments`
    )[0]

  it('is not loaded where this is no demonstration', async () => {
    expect(await run('demo')).toMatchObject({ code: 1, err: expect.stringContaining('KUVEND_DEMO') })
    expect(await numbers()).toMatchObject({ institutions: 0, people: 0 })
  })

  it('is loaded once, however often it is asked for', { timeout: 120_000 }, async () => {
    expect((await run('demo', { KUVEND_DEMO: 'on' })).code).toBe(0)
    const once = await numbers()
    expect(once).toMatchObject({ institutions: 5 })
    expect((await run('demo', { KUVEND_DEMO: 'on' })).code).toBe(0)
    expect(await numbers()).toEqual(once)
  })

  it('gives no role to somebody who merely has the address of an invented person', async () => {
    await db`update platform.roles set valid_to = now() where account_id in (select id from platform.accounts where demonstration)`
    await db`update platform.accounts set demonstration = false where email = 'besa.demo@operator.example'`
    await run('demo', { KUVEND_DEMO: 'on' })
    const held = await db`
      select role.id from platform.roles as role join platform.accounts as account on account.id = role.account_id
      where account.email = 'besa.demo@operator.example' and role.valid_to is null`
    expect(held).toHaveLength(0)
  })

  it('gives an official a code while no mail works, and nobody else', async () => {
    await run(`institution add ${BREGU}`)
    const person = '--email sekretare@bregu.example --name "Sekretare Demo" --post Sekretare --role administrator'
    await run(`user add ${person} --institution bregu`)
    const given = await run('user code --email sekretare@bregu.example --json')
    expect(given.code).toBe(0)
    expect((JSON.parse(given.out) as { code: string }).code).toMatch(/^\d{6}$/)
    expect(await run('user code --email qytetare@posta.example')).toMatchObject({ code: 1, out: '' })
    const [letters] = await db<{ count: number }[]>`
      select count(*)::int as count from platform.mail_messages where recipient = 'sekretare@bregu.example'`
    expect(letters?.count).toBe(0)
  })

  it('sets an emblem that the pages of the institution then show', async () => {
    await run(`institution add ${BREGU}`)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    writeFileSync(join(folder, 'emblema.png'), png)
    writeFileSync(join(folder, 'emblema.txt'), 'jo')
    expect(await run('institution emblem emblema.txt --slug bregu')).toMatchObject({ code: 1 })
    const set = await run('institution emblem emblema.png --slug bregu --json')
    expect(set.code).toBe(0)
    const { emblem } = JSON.parse(set.out) as { emblem: string }
    const web = testWeb(db, { dataFolder: folder })
    expect(await (await web.get('/i/bregu/')).text()).toContain(`/s/emblema/${emblem}`)
    const served = await web.get(`/s/emblema/${emblem}`)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png)
    expect((await web.get(`/s/emblema/${'0'.repeat(64)}`)).status).toBe(404)
  })
})
