import { describe, expect, it } from 'vitest'
import { readEmail } from './email.ts'

describe('e-mail addresses', () => {
  it('are known under one spelling', () => {
    expect(readEmail('  Ana.Shembulli+zyra@Example.ORG ')).toBe('ana.shembulli+zyra@example.org')
  })

  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'a b@example.org',
    'a@b',
    'a@example.org, b@example.org',
    'a@b@example.org',
  ])('are refused where no letter could arrive: %s', (words) => {
    expect(readEmail(words)).toBeNull()
  })

  it('have an end, and only letters whose small form is the same everywhere', () => {
    expect(readEmail(`${'a'.repeat(250)}@example.org`)).toBeNull()
    expect(readEmail('İna@example.org')).toBeNull()
  })

  it('carry no second line into a letter', () => {
    expect(readEmail('a@example.org\nBcc: b@example.org')).toBeNull()
  })
})
