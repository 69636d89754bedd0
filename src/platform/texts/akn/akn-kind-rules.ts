import { NODE_KINDS, type NodeKind } from '../text-rules.ts'
import { romanValue } from '../structure/label-rules.ts'

/** Which element stands for which kind of node: in files of ours, and in those of parliaments elsewhere. */

/** What our own files write. Points are the numbered paragraphs of an article, letters its points. */
export const ELEMENTS: Record<NodeKind, string> = {
  preamble: 'hcontainer',
  part: 'part',
  title: 'title',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  point: 'paragraph',
  letter: 'point',
  paragraph: 'alinea',
  table: 'alinea',
  annex: 'hcontainer',
  signature: 'hcontainer',
}

const DIVISIONS: Record<string, NodeKind> = {
  book: 'part',
  tome: 'part',
  part: 'part',
  subpart: 'section',
  title: 'title',
  subtitle: 'section',
  chapter: 'chapter',
  subchapter: 'section',
  section: 'section',
  division: 'section',
  subdivision: 'section',
  article: 'article',
}

/** Elements that hold others and may carry a number; told by it, or by what they hold. */
const ITEMS = new Set(
  (
    'paragraph subparagraph point alinea indent clause subclause subsection list sublist rule subrule proviso level ' +
    'transitional item hcontainer blockContainer'
  ).split(' '),
)

export const isHierarchy = (name: string): boolean => name in DIVISIONS || ITEMS.has(name)

export type Seen = {
  name: string
  label: string | null
  heading: boolean
  /** The `name` or `class` of a generic element. */
  says: string | null
  /** Our own files give every node its lineage. */
  ours: boolean
  /** It holds a table and no other words. */
  table: boolean
  /** In this file sections are what articles are here. */
  sectionsAreArticles: boolean
}

const isKind = (word: string | null): word is NodeKind => NODE_KINDS.some((kind) => kind === word)

export function kindOfElement(seen: Seen): NodeKind {
  if (seen.ours && isKind(seen.says)) return seen.says
  if (seen.name === 'section' && !seen.ours && seen.sectionsAreArticles) return 'article'
  const division = DIVISIONS[seen.name]
  if (division) return division
  if (/^(?:schedule|annex|appendix|attachment)$/i.test(seen.says ?? '')) return 'annex'
  if (seen.table && seen.label === null && !seen.heading) return 'table'
  if (seen.label === null) return seen.heading && !seen.ours ? 'section' : 'paragraph'
  return isLetter(seen.label) ? 'letter' : 'point'
}

const isLetter = (label: string): boolean =>
  /^\p{L}{1,2}(?:\/\d+)?$/u.test(label) || (/^[ivxl]+$/.test(label) && romanValue(label) !== null)
