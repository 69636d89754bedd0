import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx'
import type { Lang } from '../i18n/language.ts'
import { soundWords } from '../texts/export/xml-words-rules.ts'
import type { FormBlock, FormDocument } from './form-document-rules.ts'

/** As Word names languages. */
const WORD_LANGS: Record<Lang, string> = { sq: 'sq-AL', en: 'en-GB' }

/** Twentieths of a point in a millimetre. */
const mm = (count: number): number => Math.round(count * 56.7)
const GREY = '55524a'
const BULLETS = 'lists'

/** The form as a DOCX: headings are headings, its tables tables whose first row is repeated on each page. */
export function makeFormDocx(form: FormDocument): Promise<Buffer> {
  const document = new Document({
    title: soundWords(form.title),
    creator: soundWords(form.institution),
    lastModifiedBy: soundWords(form.institution),
    description: form.address,
    styles: stylesOf(form.lang),
    numbering: { config: [{ reference: BULLETS, levels: [bullet()] }] },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              ...(form.lying && { orientation: PageOrientation.LANDSCAPE }),
            },
            margin: { top: mm(20), bottom: mm(20), left: mm(20), right: mm(20) },
          },
        },
        footers: { default: footerOf(form) },
        children: [
          paragraph(form.institution, { size: 22, color: GREY }),
          paragraph(form.form, { size: 22 }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(form.title)] }),
          paragraph(form.lead, { size: 20, color: GREY }),
          ...form.blocks.flatMap((block) => childrenOf(block, mm(form.lying ? 257 : 170))),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

type Look = { size?: number; color?: string; bold?: boolean }

const run = (words: string, look: Look = {}): TextRun => new TextRun({ ...look, text: soundWords(words) })

const paragraph = (words: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: linesOf(words, look) })

/** A line that was broken by hand stays broken. */
const linesOf = (words: string, look: Look): TextRun[] =>
  words.split('\n').map((line, at) => new TextRun({ ...look, text: soundWords(line), ...(at > 0 && { break: 1 }) }))

const bullet = () => ({
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  style: { paragraph: { indent: { left: mm(6), hanging: mm(5) } } },
})

function childrenOf(block: FormBlock, room: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          pageBreakBefore: block.newPage ?? false,
          children: [run(block.words)],
        }),
      ]
    case 'paragraph':
      return [paragraph(block.words, block.quiet ? { color: GREY, size: 20 } : {})]
    case 'list':
      return block.items.map((item) => paragraph(item, {}, { numbering: { reference: BULLETS, level: 0 } }))
    case 'facts':
      return block.rows.map(
        ({ label, value }) => new Paragraph({ children: [run(`${label}: `, { bold: true }), ...linesOf(value, {})] }),
      )
    case 'table':
      // Word makes one table of two that touch.
      return [tableOf(block, room), new Paragraph({ spacing: { after: 60 }, children: [] })]
    case 'note':
      return [
        new Paragraph({
          indent: { left: mm(4) },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'a9101c', space: 8 } },
          children: [run(`${block.label}: `, { bold: true }), ...linesOf(block.words, {})],
        }),
      ]
  }
}

function tableOf({ head, rows, shares }: Extract<FormBlock, { kind: 'table' }>, room: number): Table {
  const widths = head.map((_, at) => Math.floor((room * (shares?.[at] ?? 100 / head.length)) / 100))
  const cell = (lines: readonly string[], at: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(bold && { shading: { type: ShadingType.CLEAR, fill: 'efece5', color: 'auto' } }),
      children: (lines.length === 0 ? [''] : lines).map((line) =>
        paragraph(line, { size: 19, bold }, { spacing: { after: 40 } }),
      ),
    })
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: head.map((label, at) => cell([label], at, true)) }),
      ...rows.map((cells) => new TableRow({ children: cells.map((lines, at) => cell(lines, at, false)) })),
    ],
  })
}

const footerOf = ({ address, kept, page }: FormDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          run(`${kept} ${address} · ${page} `, { size: 16, color: GREY }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16, color: GREY }),
        ],
      }),
    ],
  })

function stylesOf(lang: Lang) {
  const heading = (level: number, size: number) => ({
    run: { size, bold: true, color: '000000' },
    // Without a level of its own a heading is big words and nothing else to a word processor.
    paragraph: { spacing: { before: 260, after: 120 }, keepNext: true, outlineLevel: level },
  })
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 22, language: { value: WORD_LANGS[lang] } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(0, 32),
      heading2: heading(1, 26),
      heading3: heading(2, 23),
    },
  }
}
