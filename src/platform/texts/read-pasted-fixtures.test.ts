import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '#test/fixtures/docx/compare.ts'
import type { ExpectedReading } from '#test/fixtures/docx/expected.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readPastedText } from './read-pasted-text.ts'

const FOLDER = 'test/fixtures/pasted'
const names = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))

/** What the reader cannot do yet. What is read as meant after all fails here, and is to be struck. */
const KNOWN: Record<string, string> = {
  '15-hyphens': 'a word parted at the end of a pasted line keeps its hyphen',
}

describe.each(names)('The pasted text %s', (name) => {
  it('is read as its author means it', async () => {
    const expected: ExpectedReading = JSON.parse(await readFile(join(FOLDER, `${name}.expected.json`), 'utf8'))
    const read = readPastedText(await readFile(join(FOLDER, `${name}.txt`), 'utf8'))
    expect(differences(read, expected).length > 0).toBe(name in KNOWN)
  })

  it('loses nothing', async () => {
    const text = await readFile(join(FOLDER, `${name}.txt`), 'utf8')
    const read = readPastedText(text)
    expect(nothingIsLost([text], read)).toBeNull()
  })
})
