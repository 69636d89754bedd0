import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { pdfBomb, pdfWith } from '../documents/reading/pdf-testing.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readPdfHere } from './pdf/read-pages.ts'
import { readPdf } from './read-pdf.ts'
import { outline } from './texts-testing.ts'

const settings = { dataFolder: await mkdtemp(join(tmpdir(), 'kuvend-pdf-')) }
afterAll(() => rm(settings.dataFolder, { recursive: true, force: true }))

const fixture = (name: string) => readFile(`test/fixtures/pdf/${name}.pdf`)

describe('A PDF that is no text, or a hostile one', () => {
  it.each([
    ['nothing at all', () => new Uint8Array(), 'not-a-pdf'],
    ['a Word file under its name', () => readFile('test/fixtures/docx/12-kosovo.docx'), 'not-a-pdf'],
    ['words and no pages', () => Buffer.from('%PDF-1.7\nNeni 1\n'), 'broken'],
    ['closed with a password', () => pdfWith([{ words: 'Neni 1' }], { encrypted: true }), 'encrypted'],
    ['an empty page', () => pdfWith([{ blank: true }]), 'no-words'],
    ['more pages than any act', () => pdfWith(Array.from({ length: 401 }, () => ({ words: 'Neni 1' }))), 'too-large'],
  ])('%s is refused', async (_, make, why) => {
    expect(await readPdfHere(new Uint8Array(await make()))).toEqual({ kind: 'unreadable', why })
  })

  it('cut off in the middle is read as far as it goes, or refused', async () => {
    const whole = await fixture('01-plain')
    const read = await readPdfHere(new Uint8Array(whole.subarray(0, whole.length / 2)))
    expect('why' in read ? read.why : nothingIsLost(read.source, read)).toBeOneOf(['broken', 'no-words', null])
  })
})

describe('The process that opens the file', () => {
  it('gives the same reading as this one would', async () => {
    const bytes = await fixture('21-office-export')
    expect(await readPdf(bytes, settings)).toEqual(await readPdfHere(bytes))
  })

  it('is ended when it takes too long, and the file is refused', async () => {
    const bytes = await fixture('01-plain')
    expect(await readPdf(bytes, settings, { seconds: 0.01, megabytes: 640 })).toEqual({
      kind: 'unreadable',
      why: 'too-large',
    })
  })

  it('is ended when it takes too much memory, and the file is refused', async () => {
    const bytes = await fixture('01-plain')
    expect(await readPdf(bytes, settings, { seconds: 60, megabytes: 1 })).toEqual({
      kind: 'unreadable',
      why: 'too-large',
    })
  })

  it('is one of two at most; whoever comes when the line is full is told so, and nothing is left behind', async () => {
    const bytes = await fixture('01-plain')
    const limits = { seconds: 0.01, megabytes: 640 }
    const read = await Promise.all(Array.from({ length: 9 }, () => readPdf(bytes, settings, limits)))
    expect(read.map((one) => 'why' in one && one.why)).toEqual([...Array<string>(8).fill('too-large'), 'busy'])
    expect(await readdir(join(settings.dataFolder, 'incoming'))).toEqual([])
  })

  it('does not unpack a picture larger than any page, which nobody reads here', async () => {
    expect(await readPdf(pdfBomb(300), settings)).toEqual({ kind: 'unreadable', why: 'no-words' })
  })
})

describe('Every letter of a PDF', () => {
  it.each([
    '03-headers-footers',
    '06-bilingual',
    '08-table',
    '13-mixed-fonts',
    '21-office-export',
    '22-office-columns',
  ])('of %s that another reader finds was found here, too', async (name) => {
    const bytes = await fixture(name)
    const read = await readPdfHere(bytes)
    if ('why' in read) throw new Error(read.why)
    expect(missing(await lettersIn(bytes), read.source.join(''))).toEqual([])
  })
})

/** Taken by the library's own search for words, and not by our pen. */
async function lettersIn(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  let letters = ''
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    for (const item of items) if ('str' in item) letters += item.str
  }
  return letters
}

/** Characters of `wanted` that `found` does not have as often. A hyphen may have become a soft one. */
function missing(wanted: string, found: string): string[] {
  const has = countsOf(found)
  return [...countsOf(wanted)].flatMap(([sign, times]) => ((has.get(sign) ?? 0) < times ? [`${sign} ${times}`] : []))
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of text.normalize('NFKC').replaceAll('\u00ad', '-').replace(/\s+/g, ''))
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

describe('What is read', () => {
  it('joins words broken at line ends, and keeps the hyphen in the source alone', async () => {
    const read = await readPdfHere(await fixture('02-hyphenation'))
    if ('why' in read) throw new Error(read.why)
    expect(outline(read).join('\n')).not.toMatch(/\u00ad|\p{Ll}- \p{Ll}/u)
    expect(read.source.join('')).toContain('\u00ad')
  })
})
