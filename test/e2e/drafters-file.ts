import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type DraftersFormat = 'xlsx' | 'docx'

/** Where the table of the drafters stands in either file. */
const SHEET: Record<DraftersFormat, string> = { xlsx: 'xl/worksheets/sheet1.xml', docx: 'word/document.xml' }

const sheetIn = (parts: Record<string, Uint8Array>, format: DraftersFormat): string => {
  const sheet = parts[SHEET[format]]
  if (!sheet) throw new Error(`No ${SHEET[format]} in the file`)
  return strFromU8(sheet)
}

/** Everything that the table says. */
export const wordsOfFile = (bytes: Uint8Array, format: DraftersFormat): string =>
  sheetIn(unzipSync(bytes), format).replace(/<[^>]*>/g, ' ')

/** As a drafter does it: opens what was sent, writes into the empty cells of a line, saves. */
export function fillFile(
  bytes: Uint8Array,
  format: DraftersFormat,
  line: { code: string; decision: string; reason: string },
): Buffer {
  const parts = unzipSync(bytes)
  const rows = format === 'xlsx' ? /<row [^>]*>.*?<\/row>/gs : /<w:tr[ >].*?<\/w:tr>/gs
  const fill = format === 'xlsx' ? fillRow : fillTableRow
  const sheet = sheetIn(parts, format).replace(rows, (row) => (row.includes(line.code) ? fill(row, line) : row))
  return Buffer.from(zipSync({ ...parts, [SHEET[format]]: strToU8(sheet) }))
}

type Words = { decision: string; reason: string }

const fillRow = (row: string, { decision, reason }: Words): string =>
  [decision, reason].reduce(
    (filled, words, n) =>
      filled.replace(
        new RegExp(`<c r="(${'EF'[n]}\\d+)"([^>]*)/>`),
        `<c r="$1"$2 t="inlineStr"><is><t>${words}</t></is></c>`,
      ),
    row,
  )

function fillTableRow(row: string, { decision, reason }: Words): string {
  const words = new Map([
    [4, decision],
    [5, reason],
  ])
  let at = 0
  return row.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    const said = words.get(at++)
    return said === undefined ? cell : cell.replace('</w:p>', `<w:r><w:t>${said}</w:t></w:r></w:p>`)
  })
}
