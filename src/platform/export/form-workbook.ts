import { xmlAnywhere } from '../texts/export/xml-words-rules.ts'
import { columnName, MAIN_NAMESPACE, wordsCell, workbookParts } from './workbook-rules.ts'
import { zipStream } from './zip-stream.ts'

/** A workbook that somebody fills in: lines that say how, a head, and rows whose words turn over inside their cells. */
export type FormWorkbook = {
  sheetName: string
  intro: readonly string[]
  columns: readonly { name: string; width: number }[]
  rows: readonly (readonly string[])[]
  /** The column in which one of these words is chosen. */
  choice: { column: number; words: readonly string[] } | null
}

/** 4 and 5 of the styles: words that turn over, and a head that does. */
const [WRAPPED, HEAD] = [' s="4"', ' s="5"']

export async function formWorkbookOf(form: FormWorkbook): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const members = [
    ...workbookParts(form.sheetName).map(([name, content]) => ({ name, content })),
    { name: 'xl/worksheets/sheet1.xml', content: sheetOf(form) },
  ]
  for await (const piece of zipStream(members)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function sheetOf({ intro, columns, rows, choice }: FormWorkbook): string {
  const head = intro.length + 1
  const last = head + rows.length
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
  const lines = [
    ...intro.map((words, n) => rowOf(n + 1, [words], '')),
    rowOf(
      head,
      columns.map(({ name }) => name),
      HEAD,
    ),
    ...rows.map((cells, n) => rowOf(head + 1 + n, cells, WRAPPED)),
  ]
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN_NAMESPACE}">` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    (rows.length > 0 ? `<autoFilter ref="A${head}:${columnName(columns.length - 1)}${last}"/>` : '') +
    (choice && rows.length > 0 ? choiceOf(choice, head + 1, last) : '') +
    '</worksheet>'
  )
}

const rowOf = (at: number, cells: readonly string[], style: string): string =>
  `<row r="${at}">${cells.map((words, n) => (words === '' ? emptyCell(n, at, style) : wordsCell(words, n, at, style))).join('')}</row>`

const emptyCell = (column: number, row: number, style: string): string =>
  style === '' ? '' : `<c r="${columnName(column)}${row}"${style}/>`

/** A list of words in a validation is parted by commas, and at most 255 signs long. */
function choiceOf({ column, words }: NonNullable<FormWorkbook['choice']>, first: number, last: number): string {
  const list = words.join(',')
  if (list.length > 255 || words.some((one) => /[",]/.test(one))) throw new Error('No workbook holds such a choice')
  const place = columnName(column)
  return (
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" ` +
    `sqref="${place}${first}:${place}${last}"><formula1>"${xmlAnywhere(list)}"</formula1></dataValidation></dataValidations>`
  )
}
