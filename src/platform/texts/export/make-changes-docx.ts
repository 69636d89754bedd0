import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx'
import type { WordPiece } from '../compare/comparison.ts'
import { markedBlocks, type Compared, type MarkedBlock, type MarkedRow } from './change-marks-rules.ts'
import { packDocx, withTabs } from './docx-parts.ts'
import { exportWords } from './export-texts.ts'
import type { ExportedText } from './exported-text.ts'
import { headingStyle, indentOf } from './make-text-docx.ts'
import { soundWords } from './xml-words-rules.ts'

/** Who changed it and when, for each revision. */
type Marker = {
  author: string
  at: Date
  /** Revisions are numbered through the document. */
  count: number
  comments: ICommentOptions[]
}

/** Longer names Word cuts off itself. */
const LONGEST_AUTHOR = 250

/**
 * The later version with the revisions of a word processor: accepted, they are the later version. The institution made
 * them on the day it published; where something stood before is said in a comment.
 */
export function makeChangesDocx(
  text: ExportedText,
  earlier: number,
  { from, comparison }: Pick<Compared, 'from' | 'comparison'>,
): Promise<Buffer> {
  const { institution, nodes, record, version } = text
  const words = exportWords(version.lang)
  const marker: Marker = {
    author: soundWords(institution.name).slice(0, LONGEST_AUTHOR),
    at: version.publishedAt,
    count: 0,
    comments: [],
  }
  const blocks = markedBlocks({ from, to: nodes, comparison, lang: version.lang, words })
  const children = blocks.flatMap((block) => childrenOf(block, marker))
  return packDocx(text, `${record.title} – ${words.changes(earlier, version.n)}`, children, marker.comments)
}

function revision(marker: Marker) {
  marker.count += 1
  return { id: marker.count, author: marker.author, date: marker.at.toISOString() }
}

function childrenOf(block: MarkedBlock, marker: Marker): FileChild[] {
  if (block.kind === 'table') return [tableOf(block.rows, marker), new Paragraph('')]
  const { like, pieces, remark, whole } = block
  const runs = pieces.flatMap((piece) => runsOf(piece, marker))
  return [
    new Paragraph({
      ...(like.kind === 'heading' ? headingStyle(like.level) : { indent: indentOf(like) }),
      ...endOf(whole, marker),
      children: remark === null ? runs : withComment(runs, remark, marker),
    }),
  ]
}

/** The end of a paragraph is put in and taken out like words: else an empty line would be left. */
const endOf = (whole: 'added' | 'removed' | null, marker: Marker) =>
  whole === 'added'
    ? { run: { insertion: revision(marker) } }
    : whole === 'removed'
      ? { run: { deletion: revision(marker) } }
      : {}

/** A run for each line: a break stands between two. */
function runsOf({ kind, words }: WordPiece, marker: Marker): ParagraphChild[] {
  return words.split('\n').map((line, at) => {
    const options = { children: withTabs(line), ...(at > 0 && { break: 1 }) }
    if (kind === 'added') return new InsertedTextRun({ ...options, ...revision(marker) })
    return kind === 'removed' ? new DeletedTextRun({ ...options, ...revision(marker) }) : new TextRun(options)
  })
}

function withComment(runs: ParagraphChild[], words: string, marker: Marker): ParagraphChild[] {
  const id = marker.comments.length
  marker.comments.push({
    id,
    author: marker.author,
    date: marker.at,
    children: [new Paragraph({ children: [new TextRun(soundWords(words))] })],
  })
  return [
    new CommentRangeStart(id),
    ...runs,
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ]
}

function tableOf(rows: readonly MarkedRow[], marker: Marker): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ({ cells, whole }) =>
        new TableRow({
          ...(whole === 'added' && { insertion: revision(marker) }),
          ...(whole === 'removed' && { deletion: revision(marker) }),
          children: cells.map(
            (pieces) =>
              new TableCell({
                children: [new Paragraph({ children: pieces.flatMap((piece) => runsOf(piece, marker)) })],
              }),
          ),
        }),
    ),
  })
}
