import type { Dataset, Row, RowFilters, Span } from './dataset.ts'

type Told = Omit<Dataset, 'page' | 'count' | 'span' | 'find' | 'newest'> & {
  rows: readonly Row[]
  span: Span
}

/** A register that comes with the program: its rows are written in the code. Their place among them is their key. */
export function rowsDataset({ rows, span, ...told }: Told): Dataset {
  const fitting = (filters: RowFilters) =>
    rows
      .map((row, at) => ({ key: String(at), row }))
      .filter(({ row }) =>
        Object.entries(filters).every(([name, value]) => value === undefined || String(row[name]) === value),
      )
  const [key = ''] = told.primaryKey
  return {
    ...told,
    page: async (_db, { filters, after, limit }) => {
      const from = after === null ? -1 : Number(after)
      return fitting(filters)
        .filter((one) => Number(one.key) > from)
        .slice(0, limit)
    },
    count: async (_db, filters, cap) => Math.min(fitting(filters).length, cap),
    span: async () => span,
    find: async (_db, words) => rows.find((row) => String(row[key]) === words) ?? null,
  }
}
