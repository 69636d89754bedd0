/** What a spreadsheet would take for a formula is told as words: by a stroke in front that it does not show. */
const FORMULA = /^[=+\-@\t\r]/

/** A cell of a file of values (RFC 4180), quoted where it must be. */
export function csvField(words: string): string {
  const safe = FORMULA.test(words) ? `'${words}` : words
  return /[",;\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The mark by which some spreadsheets know the letters of a file. */
export const BYTE_ORDER_MARK = '\ufeff'

/** The whole file, with the mark. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
