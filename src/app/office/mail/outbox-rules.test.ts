import { describe, expect, it } from 'vitest'
import { linkedBody, maskedEmail, withoutEmails } from './outbox-rules.ts'

const ORIGINS = ['http://127.0.0.1:3000', 'http://localhost:3000']

describe('letters on the mailbox page', () => {
  it('become links where they lead to ourselves, as paths', () => {
    const parts = linkedBody('Hapeni: http://127.0.0.1:3000/komenti/abc/konfirmimi?x=1#y. Faleminderit', ORIGINS)
    expect(parts).toEqual([
      { kind: 'words', words: 'Hapeni: ' },
      {
        kind: 'link',
        words: 'http://127.0.0.1:3000/komenti/abc/konfirmimi?x=1#y',
        href: '/komenti/abc/konfirmimi?x=1#y',
      },
      { kind: 'words', words: '. Faleminderit' },
    ])
  })

  it.each([
    'http://evil.example/komenti/abc',
    'http://127.0.0.1:3000.evil.example/',
    'http://127.0.0.1:3000@evil.example/',
    'https://127.0.0.1:3000/',
    'javascript:alert(1)',
  ])('leave %s as words', (address) => {
    expect(linkedBody(address, ORIGINS).filter((part) => part.kind === 'link')).toEqual([])
  })

  it('never become a link to another host by two slashes', () => {
    expect(linkedBody('http://localhost:3000//evil.example/', ORIGINS)).toEqual([
      { kind: 'words', words: 'http://localhost:3000//evil.example/' },
    ])
  })
})

describe('recipients outside demonstration mode', () => {
  it('keep their first letter and their host', () => {
    expect(maskedEmail('ana.shembull@example.org')).toBe('a…@example.org')
  })

  it('are masked in what a mail server says too', () => {
    expect(withoutEmails('550 <ana@example.org>: user unknown')).toBe('550 <a…@example.org>: user unknown')
  })
})
