import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { differences } from '#test/fixtures/docx/compare.ts'
import type { ExpectedReading } from '#test/fixtures/docx/expected.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readOdt } from './read-odt.ts'
import type { ReadText } from './text-rules.ts'

const FOLDER = 'test/fixtures/odt'
const names = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.odt'))
  .map((name) => name.slice(0, -'.odt'.length))

const fileOf = (name: string) => readFile(join(FOLDER, `${name}.odt`))

async function soundly(bytes: Uint8Array): Promise<ReadText> {
  const read = await readOdt(bytes)
  if ('why' in read) throw new Error(read.why)
  return read
}

describe.each(names)('The OpenDocument text %s', (name) => {
  it('is read as its author means it', async () => {
    const expected: ExpectedReading = JSON.parse(await readFile(join(FOLDER, `${name}.expected.json`), 'utf8'))
    expect(differences(await soundly(await fileOf(name)), expected)).toEqual([])
  })

  it('loses nothing: what was read stands in tree or doubts, and what is in the file was read', async () => {
    const bytes = await fileOf(name)
    const read = await soundly(bytes)
    expect(nothingIsLost(read.source, read)).toBeNull()
    expect(missing(lettersIn(bytes), read.source.join(''))).toEqual([])
  })
})

/** Every letter between tags of the body, taken by search and not by our reader; not who changed what, nor marks of notes. */
function lettersIn(bytes: Uint8Array): string {
  const body = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()).replace(/^.*<office:text[^>]*>/s, '')
  return body
    .replace(/<(dc:creator|dc:date|meta:[\w-]+|text:note-citation|svg:desc|svg:title)\b[^>]*>[^<]*<\/\1>/g, '')
    .replace(/<text:[\w-]+-source\b.*?<\/text:[\w-]+-source>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Characters of `wanted` that `found` does not have as often. */
function missing(wanted: string, found: string): string[] {
  const has = charactersOf(found)
  return [...charactersOf(wanted)].flatMap(([sign, times]) =>
    (has.get(sign) ?? 0) < times ? [`${sign} ${times} > ${has.get(sign) ?? 0}`] : [],
  )
}

function charactersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of text.normalize('NFC').replace(/\s+/g, '')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

const packed = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)])))

const SHEET = 'application/vnd.oasis.opendocument.spreadsheet'
const TEXT = 'application/vnd.oasis.opendocument.text'
const CLOSED =
  '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'

describe('A file that is no OpenDocument text, or a hostile one', () => {
  it.each([
    ['is empty', () => new Uint8Array(), 'not-an-odt'],
    ['is a table', () => packed({ mimetype: SHEET, 'content.xml': '<a/>' }), 'not-an-odt'],
    ['holds no content', () => packed({ mimetype: TEXT }), 'not-an-odt'],
    [
      'has a password',
      () => packed({ mimetype: TEXT, 'META-INF/manifest.xml': CLOSED, 'content.xml': 'x' }),
      'encrypted',
    ],
    ['never closes a tag', () => packed({ mimetype: TEXT, 'content.xml': '<a><b></a>' }), 'broken'],
    [
      'declares entities',
      () => packed({ mimetype: TEXT, 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'broken',
    ],
    [
      'nests without end',
      () => packed({ mimetype: TEXT, 'content.xml': '<a>'.repeat(5000) + '</a>'.repeat(5000) }),
      'too-large',
    ],
    [
      'unpacks to more than we take',
      () => packed({ mimetype: TEXT, 'content.xml': `<a>${' '.repeat(60_000_000)}</a>` }),
      'too-large',
    ],
  ])('is refused when it %s', async (_, make, why) => {
    expect(await readOdt(make())).toEqual({ kind: 'unreadable', why })
  })

  it('is refused when it is cut off', async () => {
    const whole = await fileOf(names[0] ?? '')
    expect(await readOdt(whole.subarray(0, whole.length / 2))).toEqual({ kind: 'unreadable', why: 'broken' })
  })
})
