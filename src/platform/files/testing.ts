import { strToU8, zipSync, type Zippable } from 'fflate'

/** Small files of every kind. Only tests import this. */

const OOXML = 'application/vnd.openxmlformats-officedocument'
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'

const typeList = (part: string, type: string): Uint8Array =>
  strToU8(`<Types xmlns="${CONTENT_TYPES}"><Override PartName="${part}" ContentType="${type}"/></Types>`)

const AUTHOR = 'Teuta Shembull'

const core = `<cp:coreProperties><dc:creator>${AUTHOR}</dc:creator></cp:coreProperties>`

export const zipOf = (parts: Zippable): Buffer => Buffer.from(zipSync(parts))

export const DOCX_PARTS: Zippable = {
  '[Content_Types].xml': typeList('/word/document.xml', `${OOXML}.wordprocessingml.document.main+xml`),
  'word/document.xml': strToU8(`<w:document>${'Neni 1 '.repeat(500)}</w:document>`),
  'docProps/core.xml': strToU8(core),
}

export const XLSX_PARTS: Zippable = {
  '[Content_Types].xml': typeList('/xl/workbook.xml', `${OOXML}.spreadsheetml.sheet.main+xml`),
  'xl/workbook.xml': strToU8('<workbook/>'),
  'docProps/app.xml': strToU8(`<Properties><Manager>${AUTHOR}</Manager></Properties>`),
  'docProps/custom.xml': strToU8(`<Properties>${AUTHOR}</Properties>`),
}

export const ODT_PARTS: Zippable = {
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
  'content.xml': strToU8('<office:document-content/>'),
  'meta.xml': strToU8(
    `<office:document-meta><meta:initial-creator>${AUTHOR}</meta:initial-creator></office:document-meta>`,
  ),
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const JPEG = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
])
