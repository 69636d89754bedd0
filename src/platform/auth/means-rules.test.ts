import { describe, expect, it } from 'vitest'
import { ASSURANCES, assuranceOf, isFresh, levelOf, refusalToRaiseByPasskey, type OfficeFrom } from './means-rules.ts'
import { isIssuer, readLevels } from './oidc-rules.ts'
import { counterWentBack, refusalToRemovePasskey, relyingPartyOf } from './passkey-rules.ts'
import { codesFrom, readRecoveryCode } from './recovery-code-rules.ts'

describe('the level that a first proof gives', () => {
  it('is 1 for a mailed code and for a key without PIN, 2 for a key that knows its holder', () => {
    expect(levelOf({ means: 'code' })).toBe(1)
    expect(levelOf({ means: 'passkey', userVerified: false })).toBe(1)
    expect(levelOf({ means: 'passkey', userVerified: true })).toBe(2)
    expect(levelOf({ means: 'demonstration' })).toBe(2)
  })

  it('is 2 for a provider only from where the operator says, and never for low', () => {
    const froms: OfficeFrom[] = [null, 'substantial', 'high']
    const levels = froms.map((officeFrom) =>
      ASSURANCES.map((assurance) => levelOf({ means: 'oidc', assurance, officeFrom })).join(),
    )
    expect(levels).toEqual(['1,1,1', '1,2,2', '1,1,2'])
  })

  it('counts one key once', () => {
    expect(refusalToRaiseByPasskey('passkey', false)).toBe('same-factor')
    expect(refusalToRaiseByPasskey('passkey', true)).toBeNull()
    expect(refusalToRaiseByPasskey('code', false)).toBeNull()
    expect(refusalToRaiseByPasskey('oidc', false)).toBeNull()
  })
})

describe('what a provider says of its level', () => {
  it('is low unless the operator has mapped it', () => {
    const levels = { 'http://eidas.europa.eu/LoA/high': 'high', loa2: 'substantial', odd: 'highest' }
    expect(assuranceOf(levels, 'http://eidas.europa.eu/LoA/high')).toBe('high')
    expect(assuranceOf(levels, 'loa2')).toBe('substantial')
    for (const acr of [undefined, '', 'loa3', 'odd', 'constructor']) expect(assuranceOf(levels, acr)).toBe('low')
  })

  it('is typed by the operator as pairs', () => {
    expect(readLevels('http://eidas.europa.eu/LoA/low=low, a=b=high')).toEqual({
      'http://eidas.europa.eu/LoA/low': 'low',
      'a=b': 'high',
    })
    for (const wrong of ['', 'high', '=high', 'a=highest', 'a=low,']) expect(readLevels(wrong)).toBeNull()
  })

  it('comes over TLS, or from this very machine', () => {
    for (const right of ['https://hyrja.example', 'https://hyrja.example/realms/x', 'http://localhost:8080']) {
      expect(isIssuer(right)).toBe(true)
    }
    for (const wrong of ['http://hyrja.example', 'ftp://x', 'hyrja.example', 'https://x.example/?a', 'https://x#a']) {
      expect(isIssuer(wrong)).toBe(false)
    }
  })
})

it('a proof is fresh for its minutes and no longer', () => {
  const now = new Date('2026-11-22T11:00:00Z')
  expect(isFresh(new Date('2026-11-22T10:45:00Z'), now, 15)).toBe(true)
  expect(isFresh(new Date('2026-11-22T10:44:59Z'), now, 15)).toBe(false)
  expect(isFresh(null, now, 15)).toBe(false)
})

describe('passkeys', () => {
  it('are at home under a name, never under a number', () => {
    const local = {
      url: 'http://127.0.0.1:3000',
      origins: ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'],
    }
    expect(relyingPartyOf(local)).toEqual({ id: 'localhost', origins: ['http://localhost:3000'] })
    const named = { url: 'https://kuvend.example', origins: ['https://kuvend.example'] }
    expect(relyingPartyOf(named)).toEqual({ id: 'kuvend.example', origins: ['https://kuvend.example'] })
    expect(relyingPartyOf({ url: 'http://192.0.2.7', origins: [] })).toBeNull()
  })

  it('count upwards, or not at all', () => {
    expect(
      [
        [0, 0],
        [0, 5],
        [5, 6],
      ].map(([a = 0, b = 0]) => counterWentBack(a, b)),
    ).toEqual([false, false, false])
    expect(
      [
        [5, 5],
        [5, 4],
        [5, 0],
      ].map(([a = 0, b = 0]) => counterWentBack(a, b)),
    ).toEqual([true, true, true])
  })

  it('stay as long as they are the last factor', () => {
    expect(refusalToRemovePasskey(0, false)).toBe('last-factor')
    expect(refusalToRemovePasskey(1, false)).toBeNull()
    expect(refusalToRemovePasskey(0, true)).toBeNull()
  })
})

describe('recovery codes', () => {
  it('are ten, all different, the same for the same form alone', () => {
    const key = Buffer.alloc(32, 1)
    const codes = codesFrom(key, 'account', 'form')
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
    expect(codesFrom(key, 'account', 'form')).toEqual(codes)
    for (const other of [codesFrom(key, 'account', 'other'), codesFrom(key, 'other', 'form')]) {
      expect(other.filter((code) => codes.includes(code))).toEqual([])
    }
  })

  it('are read whatever case and dashes they are typed with', () => {
    expect(readRecoveryCode(' 7k3mb q9tbx ')).toBe('7K3MB-Q9TBX')
    expect(readRecoveryCode('7K3MBQ9TBX')).toBe('7K3MB-Q9TBX')
    for (const wrong of ['', '123456', '7K3MB-Q9TB', '7K3MB-Q9TB0', '7K3MB-Q9TBXX']) {
      expect(readRecoveryCode(wrong)).toBeNull()
    }
  })
})
