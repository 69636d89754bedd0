import { xmlAnywhere } from '../texts/export/xml-words-rules.ts'
import type { Column } from './dataset.ts'

/** The parts of a workbook as Office Open XML (ECMA-376) has them. Pure words; `workbook.ts` packs them. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** More a sheet does not hold. */
export const MOST_SHEET_ROWS = 1_048_575
/** More a cell does not hold. */
const MOST_CELL_SIGNS = 32_767

/** All but the sheet itself. */
export const workbookParts = (sheetName: string): [name: string, words: string][] => [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlAnywhere(sheetTitle(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', STYLES],
]

/** 0 plain, 1 the head, 2 a day, 3 a moment, 4 words that turn over, 5 a head that does. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const sheetTitle = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** The head row stands still while the others are turned over. */
export const sheetStart = (columns: readonly Column[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map((one, n) => `<col min="${n + 1}" max="${n + 1}" width="${widthOf(one)}" customWidth="1"/>`).join('')}</cols><sheetData><row r="1">${columns.map(({ name }, n) => wordsCell(name, n, 1, ' s="1"')).join('')}</row>`

export const sheetEnd = (columns: readonly Column[], lastRow: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${lastRow}"/></worksheet>`

const widthOf = ({ type }: Column): number => (type === 'string' || type === 'uri' || type === 'list' ? 32 : 20)

export function cellOf(
  type: Column['type'],
  value: string | number | boolean | null,
  column: number,
  row: number,
): string {
  if (value === null || value === '') return ''
  const place = `r="${columnName(column)}${row}"`
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`
  const serial = type === 'date' || type === 'datetime' ? serialOf(value) : null
  return serial === null
    ? wordsCell(value, column, row)
    : `<c ${place} s="${type === 'date' ? 2 : 3}"><v>${serial}</v></c>`
}

export const wordsCell = (words: string, column: number, row: number, style = ''): string =>
  `<c r="${columnName(column)}${row}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlAnywhere(words.slice(0, MOST_CELL_SIGNS))}</t></is></c>`

/** Days since the end of 1899, as spreadsheets count; null before March 1900, where they count wrongly. */
function serialOf(words: string): number | null {
  const days = Date.parse(words) / 86_400_000 + 25_569
  return Number.isFinite(days) && days >= 61 ? Math.round(days * 86_400) / 86_400 : null
}

/** 0 → A, 26 → AA */
export const columnName = (n: number): string =>
  n < 26 ? String.fromCodePoint(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26)
