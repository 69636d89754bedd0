import { expect, it } from 'vitest'
import { findCompiler, makePdf, printable } from './typst.ts'

const SOURCE = `
#set document(title: "Provë")
#set text(lang: "sq", font: "Source Serif 4")
= Provë
#json("/words.json").words
`

it('what the fonts can draw is printed as it is', async () => {
  const words = 'Neni 5, “shkronja ç” – 28 081 250 000 € · § 2 … ë Ë Č č Đ đ'
  expect(await printable({ words })).toEqual({ words })
})

it('a sign that no font has is named by its number, and marks that only join it are left out', async () => {
  expect(await printable(['Familja 👩‍👩‍👧 ☃️', { one: 'مرحبا', n: 3, none: null }])).toEqual([
    'Familja [U+1F469][U+1F469][U+1F467] [U+2603]',
    { one: '[U+0645][U+0631][U+062D][U+0628][U+0627]', n: 3, none: null },
  ])
})

it.runIf(findCompiler())('a PDF is made of words with such signs, which PDF/UA would refuse as they are', async () => {
  const made = async (words: string) => {
    const files = { '/words.json': Buffer.from(JSON.stringify({ words })) }
    return (await makePdf({ source: SOURCE, files, madeAt: new Date('2026-11-22T10:00:00Z') }))?.subarray(0, 5)
  }
  await expect(made('👩 ☃ مرحبا')).rejects.toThrow(/could not be displayed/)
  expect((await made(await printable('👩 ☃ مرحبا')))?.toString('latin1')).toBe('%PDF-')
})
