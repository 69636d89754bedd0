import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx'
import { blocksOf, type PaperBlock } from './block-rules.ts'
import { mm, packDocx, withTabs } from './docx-parts.ts'
import type { ExportedText } from './exported-text.ts'
import { soundWords } from './xml-words-rules.ts'

/**
 * The text for word processors: headings are headings, tables are tables, numbers are typed, so that they are those of
 * the text wherever a paragraph is copied to. Read by us again it is the same text.
 */
export function makeTextDocx(text: ExportedText): Promise<Buffer> {
  const blocks = blocksOf(text.nodes, text.version.lang)
  return packDocx(text, text.record.title, blocks.flatMap(childrenOf))
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

function childrenOf(block: PaperBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          ...headingStyle(block.level),
          children: block.lines.map(
            (line, at) => new TextRun({ children: withTabs(line), ...(at > 0 && { break: 1 }) }),
          ),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ indent: indentOf(block), children: [new TextRun({ children: withTabs(block.words) })] })]
    case 'table':
      // Word makes one table of two that touch.
      return [tableOf(block.rows.map((row) => row.map((cell) => [new TextRun(soundWords(cell))]))), new Paragraph('')]
  }
}

export const headingStyle = (level: number) => ({
  heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_6,
  alignment: AlignmentType.LEFT,
})

const STEP = mm(8)
const DEEPEST_STEP = 6

export const indentOf = ({ depth, of }: Pick<Extract<PaperBlock, { kind: 'paragraph' }>, 'depth' | 'of'>) =>
  of === 'signature' ? { left: mm(80) } : { left: Math.min(depth, DEEPEST_STEP) * STEP }

/** The first row is repeated where the table goes over pages. Rows have the cells that they have. */
function tableOf(rows: ParagraphChild[][][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0 && rows.length > 1,
          children: cells.map((children) => new TableCell({ children: [new Paragraph({ children })] })),
        }),
    ),
  })
}
