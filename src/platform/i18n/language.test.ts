import { describe, expect, it } from 'vitest'
import { inLanguage, splitLanguage } from './language.ts'

describe('an address in a language', () => {
  it('turns over and back', () => {
    expect(inLanguage('en', '/konsultime?q=a')).toBe('/en/konsultime?q=a')
    expect(inLanguage('sq', splitLanguage('/en/konsultime').path)).toBe('/konsultime')
  })

  it.each(['sq', 'en'] as const)('never names another host in %s', (lang) => {
    const address = inLanguage(lang, splitLanguage('/en//elsewhere.example/x').path)
    expect(new URL(address, 'https://kuvend.example').origin).toBe('https://kuvend.example')
  })
})
