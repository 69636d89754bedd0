import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { differences } from '#test/fixtures/docx/compare.ts'
import type { ExpectedReading } from '#test/fixtures/docx/expected.ts'
import { deepNesting, manyEntries, manyParagraphs, traversal, zipBomb } from '#test/fixtures/docx/hostile.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readDocx } from './read-docx.ts'
import type { ReadText } from './text-rules.ts'

const FOLDER = 'test/fixtures/docx'
const names = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.docx'))
  .map((name) => name.slice(0, -'.docx'.length))

async function soundly(bytes: Uint8Array): Promise<ReadText> {
  const read = await readDocx(bytes)
  if ('why' in read) throw new Error(read.why)
  return read
}

describe.each(names)('The disorderly file %s', (name) => {
  it('is read as its author means it', async () => {
    const expected: ExpectedReading = JSON.parse(await readFile(join(FOLDER, `${name}.expected.json`), 'utf8'))
    expect(differences(await soundly(await readFile(join(FOLDER, `${name}.docx`))), expected)).toEqual([])
  })

  it('loses nothing: what was read stands in tree or doubts, and what is in the file was read', async () => {
    const bytes = await readFile(join(FOLDER, `${name}.docx`))
    const read = await soundly(bytes)
    expect(nothingIsLost(read.source, read)).toBeNull()
    expect(missing(charactersIn(bytes), read.source.join(''))).toEqual([])
  })
})

/** Every text in the XML, taken by search and not by our reader; the older of two forms of a drawing left out. */
function charactersIn(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => /^word\/(?:document\d?|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.test(path))
    .map(([, part]) => strFromU8(part).replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, ''))
    .flatMap((xml) => [...xml.matchAll(/<\w+:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((found) => found[1] ?? ''))
    .join('')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
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

describe('A file that is no Word file, or a hostile one', () => {
  it.each([
    ['truncated', 'broken'],
    ['xlsx-renamed', 'not-a-docx'],
    ['external-entity', 'broken'],
    ['entity-expansion', 'broken'],
    ['encrypted', 'encrypted'],
    ['old-word', 'old-word'],
    ['no-document', 'not-a-docx'],
    ['empty', 'not-a-docx'],
    ['broken-xml', 'broken'],
  ])('%s is refused as %s', async (name, why) => {
    expect(await readDocx(await readFile(join(FOLDER, 'hostile', `${name}.docx`)))).toEqual({ kind: 'unreadable', why })
  })

  it.each([
    ['unpacks to more than we take', () => zipBomb({ megabytes: 60 })],
    ['does so while its directory claims 1 kB', () => zipBomb({ megabytes: 60, lying: true })],
    ['nests without end', () => deepNesting(2000)],
    ['has thousands of parts', () => manyEntries(6000)],
  ])('is refused when it %s', async (_, make) => {
    expect(await readDocx(make())).toEqual({ kind: 'unreadable', why: 'too-large' })
  })

  it('opens nothing outside itself', async () => {
    expect((await soundly(traversal())).nodes.map((node) => node.label)).toEqual(['1'])
  })
})

describe('A long file', () => {
  it('of a thousand articles is read whole', async () => {
    const read = await soundly(manyParagraphs(4000))
    expect(read.nodes.filter((node) => node.kind === 'article')).toHaveLength(1000)
    expect(read.doubts).toEqual([])
  })
})
