import { guessType } from '#platform/imports/guess-columns-rules.ts'
import { columnNames, guessHead } from '#platform/imports/head-rules.ts'
import { readTable } from '#platform/imports/reading/run-table-reader.ts'
import type { ReadRefusal, SourceRow } from '#platform/imports/reading/source-rules.ts'
import type { Services } from '#platform/services.ts'
import { columnName, LIMITS, type DatasetColumn } from './dataset-rules.ts'

/** The columns of a dataset as a table has them, types proposed by what stands in them. The rows are not taken. */
export async function proposeColumns(
  { settings }: Pick<Services, 'settings'>,
  path: string,
): Promise<DatasetColumn[] | ReadRefusal> {
  const rows: SourceRow[] = []
  const given = await readTable(settings, path, async (read) => {
    for await (const { sheet, at, cells } of read.lines())
      if (sheet === 0 && rows.length < 3000) rows.push({ at, cells })
    return { names: read.sheets[0]?.names ?? null }
  })
  if (typeof given === 'string') return given
  const head = given.names ? 0 : guessHead(rows)
  return columnsOf(rows, head, given.names)
}

function columnsOf(rows: readonly SourceRow[], head: number, given: readonly string[] | null): DatasetColumn[] {
  const taken = new Set<string>()
  return columnNames(rows, head, given)
    .slice(0, LIMITS.columns)
    .map(({ name: words }, index) => {
      const name = columnName(words, taken)
      taken.add(name)
      const type = guessType(words, rows.slice(head), index)
      return { name, sq: words, en: words, type, unit: null, required: false, key: false, known: [words] }
    })
}
