import { readFile, stat } from 'node:fs/promises'
import type { Services } from '#platform/services.ts'
import type { Archive } from './archive-queries.ts'
import { EMPTY_ACT, refusedRow, slugWords, type ArchiveRow, type Doubt } from './archive-rules.ts'
import { codeRowOf, repealedWhole, textOfCode, type CodeRow } from './code-rules.ts'
import { fileFacts } from './import-acts.ts'
import { digestOfRow } from './row-digest.ts'
import { NotACatalogue } from './import-catalogue.ts'
import { takeArchive, type ArchiveOrder } from './take-archive.ts'
import { dayIn, readTitle } from './title-rules.ts'

const LARGEST = 100_000_000

/** A code in articles: `code, title_sq, number, heading, body, pjesa, kreu, seksioni, repealed`. One act for each code. */
export async function importCodes(
  services: Services,
  order: ArchiveOrder,
  path: string,
  name?: string,
): Promise<Archive> {
  if ((await stat(path)).size > LARGEST) throw new NotACatalogue('larger than 100 MB')
  const found: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (!Array.isArray(found)) throw new NotACatalogue('no list')
  const { codes, refused } = sorted(found)
  return takeArchive(services, order, {
    kind: 'codes',
    file: await fileFacts(path, name),
    numbering: 'one',
    batch: 1,
    rows: async function* () {
      yield* refused
      for (const { at, rows } of codes) yield actOf(at, rows)
    },
    notes: () => codes.flatMap(({ rows }) => notesOf(rows)),
  })
}

type Code = { at: number; rows: CodeRow[] }

function sorted(found: readonly unknown[]): { codes: Code[]; refused: ArchiveRow[] } {
  const codes = new Map<string, Code>()
  const refused: ArchiveRow[] = []
  for (const [index, one] of found.entries()) {
    const row = codeRowOf(one)
    if (!row) {
      refused.push(refusedRow(index + 1, 'number', 'not-an-article', JSON.stringify(one).slice(0, 200)))
      continue
    }
    const code = codes.get(row.code) ?? { at: index + 1, rows: [] }
    code.rows.push(row)
    codes.set(row.code, code)
  }
  return { codes: [...codes.values()], refused }
}

const notesOf = (rows: readonly CodeRow[]): string[] => [
  `articles: ${rows.length}`,
  `repealed: ${rows.filter(({ repealed }) => repealed).length}`,
]

function actOf(at: number, rows: readonly CodeRow[]): ArchiveRow {
  const [first] = rows
  const title = first?.titleSq ?? ''
  const parts = readTitle(title)
  const [serial, year] =
    /^(\d{1,5})\/(\d{4})$/
      .exec(parts?.number ?? '')
      ?.slice(1)
      .map(Number) ?? []
  const marked = rows.filter(({ repealed }) => repealed)
  const amended = rows.map(({ lastAmended }) => dayIn(lastAmended)).filter((day) => day !== null)
  return {
    kind: 'act',
    act: {
      ...EMPTY_ACT,
      at,
      key: `codes:${first?.code ?? slugWords(title)}`,
      kind: 'law',
      kindWords: parts?.kindWords ?? title.split(' ')[0] ?? null,
      year: year ?? null,
      serial: serial ?? null,
      numberWords: parts?.number ?? null,
      title: parts?.subject ?? title,
      source: {
        title,
        ...(marked.length > 0 && { repealed: marked.map(({ number }) => number) }),
        ...(amended.length > 0 && { lastAmended: amended.toSorted().at(-1) }),
      },
      doubts: doubtsOf(marked),
      text: textOfCode(rows),
      digest: digestOfRow(rows),
    },
  }
}

/** Marked by the source, where the words do not say so of the whole article. */
const doubtsOf = (marked: readonly CodeRow[]): Doubt[] =>
  marked
    .filter((row) => !repealedWhole(row))
    .map(({ number, heading }) => ({
      column: 'repealed',
      reason: 'label-repealed-unsure',
      words: `Neni ${number}: ${heading}`.slice(0, 300),
    }))
