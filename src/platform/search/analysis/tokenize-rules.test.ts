import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold-rules.ts'
import { tokensOf } from './tokenize-rules.ts'

const folded = (text: string) => tokensOf(text).map((token) => token.folded)
const raw = (text: string) => tokensOf(text).map((token) => token.raw)

describe('Folded words', () => {
  it.each([
    ['KËSHILLI ËSHTË', 'keshilli eshte'],
    ['Çështje', 'ceshtje'],
    ['Tiranë'.normalize('NFD'), 'tirane'],
    ['tё Вerat', 'te berat'],
    ['Призрен, Пећ, Ђаковица', 'prizren, pec, djakovica'],
    ['Đakovica, Peć, Priština', 'djakovica, pec, pristina'],
    ['Straße, İzmir, ısı, ﬁnanca', 'strasse, izmir, isi, financa'],
    ['s’ka s`ka sʼka', "s'ka s'ka s'ka"],
    ['bash\u00adki\u200ba', 'bashkia'],
  ])('%s', (words, expected) => {
    expect(fold(words)).toBe(expected)
  })
})

describe('A text in words', () => {
  it('tells where each stands in the text as it was given', () => {
    const text = 'Tarifat në Tiranë: nr. 55'.normalize('NFD')
    for (const token of tokensOf(text)) expect(text.slice(token.start, token.end)).toBe(token.raw)
    expect(folded(text)).toEqual(['tarifat', 'ne', 'tirane', 'nr/55'])
  })

  it('parts words at apostrophes and reads abbreviations with dots as one', () => {
    expect(folded("s'ka, ç’është; V.K.M., S.H.A. sh.p.k. KUB")).toEqual([
      's',
      'ka',
      'c',
      'eshte',
      'vkm',
      'sha',
      'shpk',
      'kub',
    ])
    expect(folded('fund.Fillim i ri')).toEqual(['fund', 'fillim', 'i', 'ri'])
  })

  it.each([
    ['1 234,50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['28 081 250 000', '28081250000'],
    ['28.081.250.000', '28081250000'],
    ['28\u00a0081\u00a0250\u00a0000', '28081250000'],
    ['2026', '2026'],
    ['3,5', '3.5'],
  ])('reads the number %s', (text, expected) => {
    expect(tokensOf(text)).toMatchObject([{ folded: expected, kind: 'number', raw: text }])
  })

  it.each([
    ['12/2026', '12/2026'],
    ['012 / 2026', '12/2026'],
    ['nr. 12/2026', '12/2026'],
    ['12/A', '12/a'],
    ['5/1', '5/1'],
    ['nr. 55', 'nr/55'],
    ['nr.55', 'nr/55'],
    ['Nr 55', 'nr/55'],
    ['№55', 'nr/55'],
    ['08/L-123', '8/l-123'],
    ['08/l 123', '8/l-123'],
    ['04-L-015', '4/l-15'],
    ['12.3.2024', '2024-03-12'],
    ['12. 03. 2024', '2024-03-12'],
    ['12/3/2024', '2024-03-12'],
    ['2024-03-12', '2024-03-12'],
    ['2024–2026', '2024-2026'],
    ['01-060/12-24', '1-60/12-24'],
  ])('reads the reference %s', (text, expected) => {
    expect(tokensOf(text)).toMatchObject([{ folded: expected, kind: 'reference', raw: text }])
  })

  it('leaves two numbers side by side two numbers', () => {
    expect(folded('12 2026')).toEqual(['12', '2026'])
    expect(folded('12-të, 5-vjeçar')).toEqual(['12', 'te', '5', 'vjecar'])
    expect(raw('neni 12, 13')).toEqual(['neni', '12', '13'])
  })

  it('of any text: places ascend, never overlap, and show what they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let end = 0
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(token.start, token.end)).toBe(token.raw)
          expect(token.folded).not.toBe('')
          end = token.end
        }
      }),
      { numRuns: 500 },
    )
  })
})
