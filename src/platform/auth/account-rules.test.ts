import { describe, expect, it } from 'vitest'
import { refusalToAddAccount, refusalToEndAccount, refusalToGrant } from './account-rules.ts'
import type { Official, RoleGrant } from './visitor.ts'

const HERE = '11111111-1111-4111-8111-111111111111'
const THERE = '22222222-2222-4222-8222-222222222222'

const official = (...roles: RoleGrant[]): Official => ({
  kind: 'staff',
  sessionId: 'session',
  level: 2,
  accountId: 'account',
  name: 'Ana Shembulli',
  email: 'ana@example.org',
  roles,
})

const operator = official({ role: 'operator', institutionId: null })
const administrator = official({ role: 'administrator', institutionId: HERE })
const auditor = official({ role: 'auditor', institutionId: null })

describe('giving roles', () => {
  it('is for operators everywhere and for administrators in their institution', () => {
    expect(refusalToGrant(operator, { role: 'administrator', institutionId: THERE })).toBeNull()
    expect(refusalToGrant(administrator, { role: 'moderator', institutionId: HERE })).toBeNull()
    expect(refusalToGrant(administrator, { role: 'moderator', institutionId: THERE })).toBe('not-permitted')
    expect(refusalToGrant(auditor, { role: 'moderator', institutionId: HERE })).toBe('not-permitted')
  })

  it('lets no administrator make an operator or an auditor of everything', () => {
    expect(refusalToGrant(administrator, { role: 'operator', institutionId: null })).toBe('not-permitted')
    expect(refusalToGrant(administrator, { role: 'operator', institutionId: HERE })).toBe('wrong-scope')
    expect(refusalToGrant(administrator, { role: 'auditor', institutionId: null })).toBe('not-permitted')
  })

  it('keeps roles of an institution in an institution, also from the command line', () => {
    expect(refusalToGrant('command-line', { role: 'moderator', institutionId: null })).toBe('wrong-scope')
    expect(refusalToGrant('command-line', { role: 'operator', institutionId: HERE })).toBe('wrong-scope')
    expect(refusalToGrant('command-line', { role: 'operator', institutionId: null })).toBeNull()
  })
})

describe('opening and closing accounts', () => {
  it('is refused to those who manage nothing', () => {
    expect(refusalToAddAccount(auditor)).toBe('not-permitted')
    expect(refusalToAddAccount(administrator)).toBeNull()
  })

  it('closes an account only where all of its roles are in the hands of who closes it', () => {
    const here: RoleGrant = { role: 'moderator', institutionId: HERE }
    const there: RoleGrant = { role: 'moderator', institutionId: THERE }
    expect(refusalToEndAccount(administrator, [here])).toBeNull()
    expect(refusalToEndAccount(administrator, [here, there])).toBe('not-permitted')
    expect(refusalToEndAccount(administrator, [{ role: 'operator', institutionId: null }])).toBe('not-permitted')
    expect(refusalToEndAccount(administrator, [])).toBe('not-permitted')
    expect(refusalToEndAccount(operator, [here, there])).toBeNull()
  })
})
