import { readFile, stat } from 'node:fs/promises'
import type { Services } from '#platform/services.ts'
import type { Archive } from './archive-queries.ts'
import { cleaned, EMPTY_ACT, refusedRow, type ArchiveAct, type ArchiveRow, type Doubt } from './archive-rules.ts'
import { fileFacts } from './import-acts.ts'
import { digestOfRow } from './row-digest.ts'
import { countLabels, isGlued, latin, relationInTitle, relationOfLabel, sameNumber, unglue } from './label-rules.ts'
import { takeArchive, type ArchiveOrder } from './take-archive.ts'
import { dayIn, kindOfWord, readNumber } from './title-rules.ts'

const LARGEST = 100_000_000
/** Together, so that a law finds those that it names wherever they stand. */
const TOGETHER = 5000

export class NotACatalogue extends Error {}

/** A catalogue of laws: `law_number, title, publication_date, gazette_number, url`, with labels glued to the titles. */
export async function importCatalogue(
  services: Services,
  order: ArchiveOrder,
  path: string,
  name?: string,
): Promise<Archive> {
  const rows = await readRows(path)
  const titles = rows.map((row) => wordOf(row, 'title'))
  const numbers = numbersOf(rows)
  return takeArchive(services, order, {
    kind: 'catalogue',
    file: await fileFacts(path, name),
    numbering: 'one',
    batch: TOGETHER,
    rows: async function* () {
      for (const [index, row] of rows.entries()) yield rowOf(row, index + 1, numbers)
    },
    notes: () => countLabels(titles).map(({ words, count }) => `label ${words}: ${count}`),
  })
}

type Row = Readonly<Record<string, unknown>>

async function readRows(path: string): Promise<Row[]> {
  if ((await stat(path)).size > LARGEST) throw new NotACatalogue('larger than 100 MB')
  const found: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (!Array.isArray(found) || !found.every((one) => typeof one === 'object' && one !== null))
    throw new NotACatalogue('no list of objects')
  return found as Row[]
}

const wordOf = (row: Row, field: string): string => (typeof row[field] === 'string' ? cleaned(row[field]) : '')

/** Numbers as the catalogue prints them, by how they are recognised in titles. */
function numbersOf(rows: readonly Row[]): Map<string, string> {
  return new Map(rows.map((row) => [sameNumber(wordOf(row, 'law_number')), printedNumber(wordOf(row, 'law_number'))]))
}

/** `05/L -012` is printed with a blank by mistake. */
const printedNumber = (words: string): string => words.replace(/^(\d{2}\/L)\s*[-–]\s*(\d+)$/, '$1-$2')

function rowOf(row: Row, at: number, numbers: Map<string, string>): ArchiveRow {
  const [number, printed, day] = [wordOf(row, 'law_number'), wordOf(row, 'title'), wordOf(row, 'publication_date')]
  if (number === '') return refusedRow(at, 'law_number', 'no-id')
  const { title: unglued, labels } = unglue(printed)
  const title = subjectOf(unglued)
  if ([...title].length < 2) return refusedRow(at, 'title', 'no-title', printed)
  if (title.length > 2000) return refusedRow(at, 'title', 'too-long', title)
  if (isGlued(title)) return refusedRow(at, 'title', 'title-glued', printed)
  const publishedOn = dayIn(day)
  const inTitle = relationInTitle(unglued, number)
  const found = inTitle && {
    ...inTitle,
    to: inTitle.to === null ? null : (numbers.get(inTitle.to) ?? inTitle.to),
    foundIn: printed,
  }
  const read = readNumber(printedNumber(number))
  const act: ArchiveAct = {
    ...EMPTY_ACT,
    at,
    key: `catalogue:${number}`,
    ...kindOf(unglued),
    series: read.series,
    year: read.year,
    serial: read.serial,
    numberWords: printedNumber(number).slice(0, 100),
    title,
    announcedOn: publishedOn,
    source: sourceOf(row, publishedOn, labels),
    doubts: doubtsOf(day, publishedOn, labels),
    relations: [...(found ? [found] : []), ...labels.map((label) => relationOfLabel(label, printed))],
    digest: digestOfRow(row),
  }
  return { kind: 'act', act }
}

type Labels = readonly { words: string }[]

function doubtsOf(day: string, publishedOn: string | null, labels: Labels): Doubt[] {
  const doubts: Doubt[] = []
  if (day !== '' && publishedOn === null) doubts.push({ column: 'publication_date', reason: 'date-unread', words: day })
  if (labels.length > 0)
    doubts.push({ column: 'title', reason: 'relation-unnamed', words: labels.map(({ words }) => words).join(', ') })
  return doubts
}

function sourceOf(row: Row, publishedOn: string | null, labels: Labels): Record<string, unknown> {
  const [gazette, url] = [wordOf(row, 'gazette_number'), wordOf(row, 'url')]
  return {
    title: wordOf(row, 'title'),
    ...(gazette !== '' && { gazette }),
    ...(publishedOn !== null && { published: publishedOn }),
    ...(url !== '' && { url }),
    ...(labels.length > 0 && { labels: labels.map(({ words }) => words) }),
  }
}

/** "LIGJI NR. 04/L-249 PËR …" without the number, which stands beside it. */
const HEAD = /^\p{L}+\s+nr\s*\.?\s*(?:\d{2}\s*\/\s*L\s*[-–—]?\s*\d{1,3}|\d{4}\s*\/\s*\d{1,3})\s+/iu

function subjectOf(title: string): string {
  const rest = title.replace(HEAD, '')
  return rest === title ? title : rest.replace(/^\s*[,–-]\s*/, '')
}

function kindOf(title: string): Pick<ArchiveAct, 'kind' | 'kindWords'> {
  const [first = ''] = latin(title).split(/\s+/)
  const kind = kindOfWord(first)
  return {
    kind: kind ?? 'other',
    kindWords: first === '' ? null : `${first.slice(0, 1)}${first.slice(1).toLowerCase()}`,
  }
}
