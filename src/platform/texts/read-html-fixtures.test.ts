import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '#test/fixtures/docx/compare.ts'
import type { ExpectedReading } from '#test/fixtures/docx/expected.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readHtmlFile } from './read-html.ts'
import type { ReadText } from './text-rules.ts'

const FOLDER = 'test/fixtures/html'
const names = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))

function soundly(bytes: Uint8Array): ReadText {
  const read = readHtmlFile(bytes)
  if ('why' in read) throw new Error(read.why)
  return read
}

/** Where a file says something else than its author meant, and why the reader is right. */
const KNOWN: Record<string, (difference: string) => boolean> = {
  // The file says "Neni 4 (shfuq" and again "Neni 4": the word was cut when the page was made.
  '02-word-filtered': (difference) => difference.includes('(shfuqizuar)'),
  // `<ol type="a">` is shown as "a." by every browser; the author's list has "a)".
  '05-nested-lists': (difference) => /^not in the source, or out of order: [a-z]\) /.test(difference),
}

describe.each(names)('The web page %s', (name) => {
  it('is read as its author means it', async () => {
    const expected: ExpectedReading = JSON.parse(await readFile(join(FOLDER, `${name}.expected.json`), 'utf8'))
    const found = differences(soundly(await readFile(join(FOLDER, `${name}.html`))), expected)
    expect(found.filter((difference) => !KNOWN[name]?.(difference))).toEqual([])
  })

  it('loses nothing', async () => {
    const read = soundly(await readFile(join(FOLDER, `${name}.html`)))
    expect(nothingIsLost(read.source, read)).toBeNull()
  })
})
