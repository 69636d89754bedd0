import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExpectedPdf } from '#test/fixtures/pdf/source/fixture.ts'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readPdfHere } from './pdf/read-pages.ts'
import type { ReadText } from './text-rules.ts'
import { outline } from './texts-testing.ts'

const FOLDER = 'test/fixtures/pdf'
const names = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => name.slice(0, -'.pdf'.length))

const folded = (words: string): string => words.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim()

/** The indent tells the depth, and stays. */
const foldedLine = (line: string): string => (/^ */.exec(line)?.[0] ?? '') + folded(line)

describe.each(names)('The PDF %s', (name) => {
  it('is read as its author means it', async () => {
    const expected: ExpectedPdf = JSON.parse(await readFile(join(FOLDER, `${name}.expected.json`), 'utf8'))
    const read = await readPdfHere(await readFile(join(FOLDER, `${name}.pdf`)))
    expect('why' in read ? read.why : null).toBe(expected.refused)
    if ('why' in read) return
    expect(departures(read, expected)).toEqual([])
    expect(nothingIsLost(read.source, read)).toBeNull()
  })
})

/** Where a reading departs from what the author means, as sentences. */
function departures(read: ReadText, expected: ExpectedPdf): string[] {
  const lines = outline(read).map(foldedLine)
  const reasons = new Set<string>(read.doubts.map((doubt) => doubt.reason))
  const tree = folded(read.nodes.map((node) => `${node.heading ?? ''} ${node.body}`).join(' '))
  const apart = read.doubts.map((doubt) => folded(doubt.source))
  return [
    ...begins(lines, expected),
    ...inOrder(lines.slice(expected.outline.length - (expected.outlineIs === 'beginning' ? 1 : 0)), expected.among),
    ...expected.holds.flatMap(({ node, words }) => {
      const line = lines.find((one) => one.trim().startsWith(node)) ?? ''
      return words.filter((one) => !line.includes(one)).map((one) => `${node} does not hold: ${one}`)
    }),
    ...expected.doubts.filter((reason) => !reasons.has(reason)).map((reason) => `no doubt: ${reason}`),
    ...expected.mustNotDoubt.filter((reason) => reasons.has(reason)).map((reason) => `false alarm: ${reason}`),
    ...expected.notInTree.filter((words) => tree.includes(words)).map((words) => `in the tree: ${words}`),
    ...expected.inDoubts
      .filter((words) => !apart.some((one) => one.includes(words)))
      .map((words) => `in no doubt: ${words}`),
  ]
}

function begins(lines: string[], { outline: wanted, outlineIs }: ExpectedPdf): string[] {
  const longer =
    outlineIs === 'whole' && lines.length > wanted.length ? [`more than expected: ${lines[wanted.length]}`] : []
  const last = wanted.length - 1
  return [
    ...wanted.flatMap((one, at) => {
      const fits = outlineIs === 'beginning' && at === last ? lines[at]?.startsWith(one) : lines[at] === one
      return fits ? [] : [`expected: ${one}\n   found: ${lines[at]}`]
    }),
    ...longer,
  ]
}

function inOrder(lines: string[], wanted: string[]): string[] {
  let from = 0
  return wanted.flatMap((one) => {
    const at = lines.findIndex((line, index) => index >= from && line === one)
    if (at < 0) return [`not there, or out of order: ${one}`]
    from = at + 1
    return []
  })
}
