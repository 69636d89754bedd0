import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'kuvend-config-'))
const read = (env: Record<string, string>) => {
  const config = readConfig({ KUVEND_DATA: folder(), ...env })
  if ('refused' in config) throw new Error(config.refused.join('; '))
  return config
}
const refusals = (env: Record<string, string>) => {
  const config = readConfig({ KUVEND_DATA: folder(), ...env })
  return 'refused' in config ? config.refused : []
}

describe('configuration', () => {
  it('needs nothing on the own machine, and is a demonstration there', () => {
    const config = read({})
    expect(config).toMatchObject({ port: 3000, workerPort: null, host: '127.0.0.1', role: 'all', databaseUrl: null })
    expect(config.settings.demo).toBe(true)
    expect(config.settings.origins).toContain('http://localhost:3000')
  })

  it('is no demonstration on an address others can reach, unless told so', () => {
    expect(read({ HOST: '0.0.0.0' }).settings.demo).toBe(false)
    expect(read({ KUVEND_URL: 'https://kuvend.example' }).settings.demo).toBe(false)
    expect(read({ HOST: '0.0.0.0', KUVEND_DEMO: 'on' }).settings.demo).toBe(true)
    expect(read({ KUVEND_DEMO: 'off' }).settings.demo).toBe(false)
  })

  it('names every value it does not understand, all at once', () => {
    const refused = refusals({
      PORT: 'tre',
      KUVEND_ROLE: 'both',
      KUVEND_DEMMO: 'on',
      DATABASE_URL: 'mysql://x',
      KUVEND_PROXY: '-1',
    })
    expect(refused).toHaveLength(5)
    expect(refused.join('\n')).toContain('KUVEND_DEMMO: no setting of that name is known')
  })

  it('refuses a secret that can be guessed', () => {
    expect(refusals({ KUVEND_SECRET: 'short' })).toEqual(['KUVEND_SECRET: at least 32 characters'])
  })

  it('makes the key of the ledger once, takes another from the environment, and refuses one that is no key', () => {
    const data = folder()
    const seedOf = (env: Record<string, string>) => {
      const config = readConfig({ KUVEND_DATA: data, ...env })
      return 'refused' in config ? config.refused : Buffer.from(config.settings.ledgerSeed).toString('base64')
    }
    const made = seedOf({})
    expect(made).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(seedOf({})).toBe(made)
    expect(statSync(join(data, 'keys', 'ledger')).mode & 0o777).toBe(0o600)
    const other = Buffer.alloc(32, 9).toString('base64')
    expect(seedOf({ KUVEND_LEDGER_KEY: other })).toBe(other)
    expect(seedOf({ KUVEND_LEDGER_KEY: 'short' })).toEqual([expect.stringContaining('openssl rand -base64 32')])
  })

  it('compares origins with the public address only, once there is one', () => {
    expect(read({ KUVEND_URL: 'https://kuvend.example/' }).settings.origins).toEqual(['https://kuvend.example'])
  })

  it('makes a secret once and keeps it to its owner', () => {
    const data = folder()
    const first = readConfig({ KUVEND_DATA: data })
    const second = readConfig({ KUVEND_DATA: data })
    if ('refused' in first || 'refused' in second) throw new Error('refused')
    expect(second.settings.secret).toEqual(first.settings.secret)
    expect(statSync(join(data, 'keys', 'secret')).mode & 0o777).toBe(0o600)
  })
})
