import { csvField } from '../lists/csv-field-rules.ts'
import type { Cell, Column, Row } from './dataset.ts'

/** How a list stands in one cell. */
export const LIST_GLUE = ' | '

/** Days as ISO 8601 has them, decimals with a dot. A number is none of a spreadsheet's formulas, though it begin with a minus. */
export function csvCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return csvField(typeof value === 'string' ? value : value.join(LIST_GLUE))
}

export const csvHead = (columns: readonly Column[]): string => `${columns.map(({ name }) => name).join(',')}\r\n`

export const csvLine = (columns: readonly Column[], row: Row): string =>
  `${columns.map(({ name }) => csvCell(row[name] ?? null)).join(',')}\r\n`
