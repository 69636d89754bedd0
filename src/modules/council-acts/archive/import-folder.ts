import { columnNames, guessColumns, guessHead } from '#platform/imports/head-rules.ts'
import { readTable } from '#platform/imports/reading/run-table-reader.ts'
import { isBlank, wordsOf, type SourceRow } from '#platform/imports/reading/source-rules.ts'
import type { Services } from '#platform/services.ts'
import { ACT_COLUMNS } from './act-columns-texts.ts'
import type { Archive } from './archive-queries.ts'
import { cleaned, refusedRow, type ArchiveRow } from './archive-rules.ts'
import type { FileFinder } from './file-finder.ts'
import { fileFacts } from './import-acts.ts'
import { digestOfRow } from './row-digest.ts'
import { numberingOf, type Numbering } from './numbering-rules.ts'
import { withFiles } from './read-beside.ts'
import { actOfTableRow } from './table-row-rules.ts'
import { takeArchive, type ArchiveOrder } from './take-archive.ts'

/** Each row may bring a file that is read. */
const BATCH = 50

/** A table of acts and the files that it names. A word where the table cannot be read, or has no column of ours. */
export async function importFolder(
  services: Services,
  order: ArchiveOrder,
  source: { path: string; files: FileFinder; name?: string },
): Promise<Archive | string> {
  const { path, files, name } = source
  const facts = await fileFacts(path, name)
  const table = await readRows(services, path)
  if (typeof table === 'string') return table
  const rowsOf = (numbering: Numbering) => table.map((row) => rowOf(row, numbering))
  const acts = rowsOf('one').flatMap((row) => (row.kind === 'act' ? [row.act] : []))
  return takeArchive(services, order, {
    kind: 'table',
    file: facts,
    numbering: numberingOf(acts),
    batch: BATCH,
    rows: async function* (numbering) {
      for (const [index, row] of rowsOf(numbering).entries()) {
        const file = table[index]?.cells.file ?? ''
        if (row.kind === 'refused' || file === '') yield row
        else yield { kind: 'act', act: await withFiles(services, row.act, [file], { files, column: 'file' }) }
      }
    },
    notes: () => notesOf(files, table),
  })
}

type TableRow = { at: number; cells: Record<string, string> }

function notesOf(files: FileFinder, table: readonly TableRow[]): string[] {
  const named = new Set(table.flatMap(({ cells }) => files.find(cells.file ?? '') ?? []))
  const left = files.names.length - named.size
  return left > 0 ? [`files that no row names: ${left}`] : []
}

const rowOf = ({ at, cells }: TableRow, numbering: Numbering): ArchiveRow =>
  Object.values(cells).every((words) => words === '')
    ? refusedRow(at, 'title', 'no-title')
    : actOfTableRow(cells, { at, numbering, digest: digestOfRow(cells) })

/** The rows of the first sheet that has a column of ours. */
async function readRows(services: Services, path: string): Promise<TableRow[] | string> {
  return readTable(services.settings, path, async ({ sheets, lines }) => {
    const rows: SourceRow[][] = sheets.map(() => [])
    for await (const { sheet, at, cells } of lines()) rows[sheet]?.push({ at, cells })
    for (const [index, sheet] of sheets.entries()) {
      const all = rows[index] ?? []
      const head = sheet.names === null ? guessHead(all) : 0
      const columns = guessColumns(columnNames(all, head, sheet.names), ACT_COLUMNS)
      if (!columns.includes('title')) continue
      return all
        .slice(head)
        .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
        .map(({ at, cells }) => ({
          at,
          cells: Object.fromEntries(
            columns.flatMap((column, n) => (column === null ? [] : [[column, cleaned(wordsOf(cells[n]))]])),
          ) as Record<string, string>,
        }))
    }
    return `no column is called ${ACT_COLUMNS.map(({ title }) => title.sq).join(', ')}`
  })
}
