import { array, assert, asyncProperty, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readDocx } from './read-docx.ts'
import { readPastedText } from './read-pasted-text.ts'
import { paragraph, wordFile } from './texts-testing.ts'
import type { ReadText } from './text-rules.ts'

const tree = (...printed: string[]): ReadText => ({
  nodes: printed.map((one) => ({
    kind: 'paragraph',
    parent: null,
    label: null,
    heading: null,
    body: one,
    printed: one,
  })),
  doubts: [],
  source: [],
})

describe('Nothing is lost', () => {
  it('when tree and asides together make the source', () => {
    const read = {
      ...tree('Neni 1', 'fjalë'),
      doubts: [{ node: null, reason: 'page-furniture', source: '12' } as const],
    }
    expect(nothingIsLost(['Neni 1', '12', 'fjalë'], read)).toBeNull()
    expect(nothingIsLost(['Neni 1', 'fja 12 lë'], read)).toBeNull()
  })

  it('is denied, with the place, when a character is missing, added, moved or doubled', () => {
    expect(nothingIsLost(['abc'], tree('ab'))).toMatch(/character 2/)
    expect(nothingIsLost(['ab'], tree('abc'))).not.toBeNull()
    expect(nothingIsLost(['abc'], tree('acb'))).toMatch(/character 1/)
    expect(
      nothingIsLost(['ab'], { ...tree('ab'), doubts: [{ node: null, reason: 'note', source: 'b' }] }),
    ).not.toBeNull()
  })
})

const FRAGMENTS = [
  'Neni 1',
  'Neni 2',
  'Neni 2/1 Objekti',
  'NENI 7.',
  'neni 3 i ligjit',
  'Neni 4 – Qëllimi',
  'Neni 5 1. Fjalë',
  'Titulli i nenit Neni 6',
  'KREU I',
  'KREU',
  'II',
  'TITULLI II – TË DREJTAT',
  'PJESA E DYTË',
  'SEKSIONI 1',
  'DISPOZITA TË FUNDIT',
  'B. Organet',
  'VENDOSI:',
  'V E N D O S I :',
  '1. Pika e parë:',
  '2. Pika',
  '1.1. Nën',
  '2/1. Tjetër',
  '3) Fjalë',
  '(1) fjalë',
  '1 fjalë',
  'a) shkronja;',
  'b) tjetra,',
  'ç) e treta',
  'i) romake',
  'ii) dy',
  'A. E madhe',
  '- vizë',
  '• pikë',
  'sipas',
  'Kërkesa paraqitet në zyrën e',
  'administratës.',
  'nr.',
  '12',
  '- 3 -',
  'Faqe 2 nga 9',
  '“Neni 9',
  'fund.”',
  '„thënie“',
  'ANEKSI 1',
  'LIDHJA',
  'KRYETARI',
  'Tiranë, më 3.4.2026',
  '(Ndryshuar me ligjin nr. 1)',
  'Neni 1 Objekti ..... 3',
  '\u00ad',
  '\u200b',
  '\t',
  'e\u0308',
  '\ud800',
  '\0',
  '',
]
const junk = array(
  oneof(constantFrom(...FRAGMENTS), string({ unit: 'binary', maxLength: 30 }), string({ maxLength: 90 })),
  { maxLength: 40 },
)

const bare = (words: string): string => words.replace(/[\s\u00ad\u200b\u200c\u2060\ufeff]+/gu, '')

describe('Whatever is pasted', () => {
  it('stands in the tree in order or in a doubt, and parents come before their children', () => {
    assert(
      property(junk, constantFrom('\n', '\r\n', '\n\n', '\u2028'), (lines, newline) => {
        const text = lines.join(newline)
        const read = readPastedText(text)
        expect(nothingIsLost([text], read)).toBeNull()
        expect(read.nodes.every((node, at) => node.parent === null || node.parent < at)).toBe(true)
        expect(read.doubts.every((doubt) => doubt.node === null || doubt.node < read.nodes.length)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('keeps every word of label, heading and body in what the node was made of', () => {
    assert(
      property(junk, (lines) => {
        for (const node of readPastedText(lines.join('\n')).nodes) {
          const printed = bare(node.printed)
          for (const words of [node.heading ?? '', node.body].flatMap((one) => one.split('\n')))
            expect(printed).toContain(bare(words))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('Whatever stands in the paragraphs of a Word file', () => {
  it('stands in the tree in order or in a doubt', async () => {
    const sound = junk.map((lines) => lines.map((line) => line.replace(/[^\u0020-\ud7ff\ue000-\ufffd]/g, '')))
    await assert(
      asyncProperty(sound, async (lines) => {
        const read = await readDocx(wordFile({ body: lines.map((line) => paragraph(line)).join('') }))
        if ('why' in read) throw new Error(read.why)
        expect(nothingIsLost(lines, read)).toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})
