import { describe, expect, it } from 'vitest'
import { localPath, withReturn } from './return-path.ts'

describe('the way back after signing in', () => {
  it('leads to our own paths, their queries included, without language', () => {
    expect(localPath('/zyra')).toBe('/zyra')
    expect(localPath('/zyra/konsultime?faqja=2&q=a%20b')).toBe('/zyra/konsultime?faqja=2&q=a%20b')
    expect(localPath('/en/zyra')).toBe('/zyra')
    expect(localPath('/konsultime/çmime')).toBe('/konsultime/%C3%A7mime')
    expect(localPath('/kerko?q=http://x.example')).toBe('/kerko?q=http://x.example')
  })

  it.each([
    ['another host', '//evil.example'],
    ['another host behind a backslash', '/\\evil.example'],
    ['another host behind two backslashes', '\\\\evil.example'],
    ['a backslash further on', '/zyra\\..\\evil'],
    ['a scheme', 'https://evil.example/zyra'],
    ['a scheme that runs script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a tab, which browsers drop', '/\t/evil.example'],
    ['a line end, which browsers drop', '/\n/evil.example'],
    ['dots that leave two slashes', '/..//evil.example'],
    ['encoded dots that leave two slashes', '/%2e%2e//evil.example'],
    ['a path without its slash', 'zyra'],
    ['an address of a user', '@evil.example'],
    ['nothing', ''],
    ['more than anybody needs', `/${'a'.repeat(600)}`],
  ])('refuses %s', (_, words) => {
    expect(localPath(words)).toBeNull()
  })

  it('stands in an address as one value', () => {
    expect(withReturn('/hyr', '/zyra?a=1&b=2')).toBe('/hyr?pastaj=%2Fzyra%3Fa%3D1%26b%3D2')
    expect(withReturn('/hyr', null)).toBe('/hyr')
  })
})
