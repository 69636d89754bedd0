import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8 } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaType } from '../../files/media-types.ts'
import { zipOf } from '../../files/testing.ts'
import { pdfBomb, pdfWith } from './pdf-testing.ts'
import { READING_LIMITS, type FoundInFile, type ReadingLimits } from './reading-rules.ts'
import { READER_LIMITS, runReader } from './run-reader.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'))
})
afterAll(() => rm(folder, { recursive: true }))

let count = 0
async function read(
  content: Buffer | string,
  mediaType: MediaType = 'application/pdf',
  limits: Partial<ReadingLimits> = {},
  process = READER_LIMITS,
): Promise<FoundInFile> {
  const own = await mkdtemp(join(folder, `${++count}-`))
  const path = join(own, 'file')
  await writeFile(path, content)
  return runReader({ path, mediaType, folder: own, limits: { ...READING_LIMITS, ...limits } }, process)
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT = 'application/vnd.oasis.opendocument.text'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })

const scan = async () => ({ image: { jpeg: await picture(60, 80).jpeg().toBuffer(), width: 60, height: 80 } })

describe('a PDF', () => {
  it('gives its words page by page, and says who made it', async () => {
    const pdf = pdfWith([{ words: 'Neni 1' }, { blank: true }, { words: 'Neni 2' }], { author: 'Teuta Shembull' })
    expect(await read(pdf)).toEqual({
      state: 'read',
      pages: 3,
      texts: [
        { page: 1, text: 'Neni 1' },
        { page: 3, text: 'Neni 2' },
      ],
      pictures: [],
      signed: false,
      metadata: { Author: 'Teuta Shembull', Producer: 'Proves' },
    })
  })

  it('is not readable yet when a page is a picture, and that page is drawn', async () => {
    const found = await read(pdfWith([{ words: 'Neni 1' }, await scan()]))
    expect([found.state, found.texts]).toEqual(['unread', [{ page: 1, text: 'Neni 1' }]])
    expect(found.pictures).toEqual([
      { kind: 'page', n: 2, width: 1240, height: 1653, name: 'page-2.jpg', mediaType: 'image/jpeg' },
    ])
  })

  it('is read up to the limit of pages, and draws no more than the limit of pictures', async () => {
    const words = Array.from({ length: 4 }, (_, n) => ({ words: `Faqja ${n + 1}` }))
    const long = await read(pdfWith(words), 'application/pdf', { pages: 3 })
    expect([long.state, long.pages, long.texts.length]).toEqual(['partly', 4, 3])
    const slow = await read(pdfWith([await scan()]), 'application/pdf', { seconds: 0 })
    expect([slow.state, slow.pictures]).toEqual(['partly', []])
    const scanned = await read(pdfWith([await scan(), await scan()]), 'application/pdf', { pictures: 1 })
    expect([scanned.state, scanned.pictures.length]).toEqual(['unread', 1])
  })

  it.each([
    ['locked with a password', 'encrypted', () => pdfWith([{ words: 'Neni 1' }], { encrypted: true })],
    ['broken', 'broken', () => Buffer.from('%PDF-1.4\n%%EOF\n')],
    ['cut off', 'broken', () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 9 0 R>>endobj')],
  ])('that is %s ends as such', async (_what, state, pdf) => {
    expect(await read(pdf())).toMatchObject({ state, texts: [], pictures: [] })
  })

  it('that unpacks to far more than it shows is stopped, by memory or by the clock', async () => {
    expect((await read(pdfBomb(400), 'application/pdf', {}, { seconds: 60, megabytes: 300 })).state).toBe('too-heavy')
    expect((await read(pdfWith([await scan()]), 'application/pdf', {}, { seconds: 0.05, megabytes: 400 })).state).toBe(
      'too-heavy',
    )
    expect((await read(pdfWith([await scan()]), 'application/pdf', {}, { seconds: 20, megabytes: 30 })).state).toBe(
      'too-heavy',
    )
  }, 90_000)
})

describe('an office document', () => {
  it('of Word gives its paragraphs', async () => {
    const paragraphs = ['Vendim', 'Neni 1', 'Këshilli vendosi për ujësjellësin.'].map((words) => new Paragraph(words))
    const found = await read(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })), DOCX)
    expect(found).toMatchObject({
      state: 'read',
      pages: null,
      texts: [{ page: 1, text: 'Vendim\nNeni 1\nKëshilli vendosi për ujësjellësin.' }],
    })
  })

  const odt = (body: string) =>
    zipOf({
      mimetype: [strToU8(ODT), { level: 0 }],
      'content.xml': strToU8(`<?xml version="1.0"?>${body}`),
    })

  it('of OpenDocument gives its paragraphs, without what was deleted and without remarks', async () => {
    const body = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body>
      <text:tracked-changes><text:p>E hequr</text:p></text:tracked-changes>
      <text:h>Neni<text:s/>1</text:h><text:p>Fjalë<office:annotation><text:p>Vërejtje</text:p></office:annotation></text:p>
      </office:body></office:document-content>`
    const found = await read(odt(body), ODT)
    expect(found.state).toBe('read')
    expect(found.texts).toEqual([{ page: 1, text: 'Neni 1\nFjalë' }])
  })

  it('with a declaration of entities, or of another kind inside, is broken', async () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><text:p>&b;</text:p>'
    expect((await read(odt(laughs), ODT)).state).toBe('broken')
    expect((await read('not a zip', DOCX)).state).toBe('broken')
  })
})

describe('a picture', () => {
  it('is made in sane widths, upright, and never larger than it is', async () => {
    const turned = await picture(1000, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const found = await read(turned, 'image/jpeg')
    expect(found.state).toBe('none')
    expect(found.pictures.map(({ n, width, height }) => [n, width, height])).toEqual([[480, 480, 800]])
  })

  it('that would unpack to too much is not opened, and a broken one is told', async () => {
    const large = await picture(1000, 1000).png().toBuffer()
    expect((await read(large, 'image/png', { pixels: 500_000 })).state).toBe('broken')
    expect((await read(large.subarray(0, 60), 'image/png')).state).toBe('broken')
  })
})
