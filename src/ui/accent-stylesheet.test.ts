import { describe, expect, it } from 'vitest'
import { accentStylesheet, contrastOf, refusalToAccent } from './accent-stylesheet.ts'

describe('the contrast of two colours', () => {
  it('is that of WCAG', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrastOf('#a9101c', '#a9101c')).toBe(1)
  })

  it('does not depend on which is named first', () => {
    expect(contrastOf('#0a4a82', '#fbfaf7')).toBe(contrastOf('#fbfaf7', '#0a4a82'))
  })
})

describe("an institution's colour", () => {
  it('is taken when white words and the paper stand out from it', () => {
    expect(refusalToAccent('#a9101c')).toBeNull()
    expect(refusalToAccent('#17603A')).toBeNull()
  })

  it('is refused when it is too pale to be read', () => {
    expect(refusalToAccent('#ffdd00')).toBe('too-pale')
    // 4.6 on white, 4.4 on paper.
    expect(refusalToAccent('#757575')).toBe('too-pale')
  })

  it('is refused when it is no colour', () => {
    for (const words of ['red', '#abc', '', '#a9101c;}body{display:none', 'a9101c']) {
      expect(refusalToAccent(words)).toBe('not-a-colour')
    }
  })

  it('becomes one rule, with a darker tone for the button under the pointer', () => {
    expect(accentStylesheet('#a9101c')).toBe(':root{--kv-accent:#a9101c;--kv-accent-dark:#7f0c15}\n')
  })
})
