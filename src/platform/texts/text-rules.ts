/**
 * The structure of a legal text, as Albania's and Kosovo's drafting rules print it:
 * PJESA, TITULLI, KREU, SEKSIONI, Neni, pika (1., 1.1), shkronja (a, b, c, ç, dh …).
 */
export const NODE_KINDS = [
  'preamble', // everything before the first division or article: titles, "Në mbështetje të …", "VENDOSI:"
  'part', // PJESA
  'title', // TITULLI
  'chapter', // KREU
  'section', // SEKSIONI, NËNKREU
  'article', // Neni
  'point', // pika: 1. 1.1 1/1
  'letter', // shkronja: a) b) ç) dh)
  'paragraph', // unnumbered words
  'table', // body holds the rows, cells parted by tabs, rows by line breaks
  'annex', // ANEKSI, LIDHJA, SHTOJCA
  'signature', // who signs, place and date, after the last article
] as const

export type NodeKind = (typeof NODE_KINDS)[number]

/** One node as read from a source, before it is given its lineage (`node_id`). */
export type ReadNode = {
  kind: NodeKind
  /** Index of the parent in the list, or null at the root. A parent always comes before its children. */
  parent: number | null
  /** As printed, never a number: `39/1`, `I`, `ç`, `1.1`. Null where the source prints none. */
  label: string | null
  /** The heading ("Objekti"), without label and kind word. Null where there is none. */
  heading: string | null
  /** The words of this node alone, without those of its children. May be empty. Paragraphs parted by a line break. */
  body: string
  /** The exact characters of the source this node was made of (label, kind word, heading and body as printed). */
  printed: string
}

/** Something the reader could not place with certainty. An official confirms or settles it beside the source. */
export type Doubt = {
  /** Index of the node in which the words stand for now, or null if they were left out of the tree. */
  node: number | null
  reason: DoubtReason
  /** The words of the source it is about. If `node` is null they are nowhere else. */
  source: string
}

const DOUBT_REASONS = [
  'before-first-article', // words of the preamble that look like they belong to an article
  'numbering-jumps', // Neni 5 follows Neni 3
  'numbering-repeats', // the same label twice
  'letter-out-of-order', // c) after a)
  'broken-line-joined', // a line that seems to continue the one before
  'heading-guessed', // a short bold or capital line taken as a heading
  'looks-like-article', // "Neni 5" inside a sentence or table
  'table', // a table: shown as rows, to be looked at
  'tracked-change', // the source has tracked changes; the accepted state was read, deleted words are listed here
  'note', // footnote, endnote or comment of Word: kept aside
  'page-furniture', // header, footer, page number: left out
  'image', // a picture or drawing: its words cannot be read
  'unreadable', // anything else left out
] as const

export type DoubtReason = (typeof DOUBT_REASONS)[number]

export type ReadText = {
  /** In reading order. */
  nodes: ReadNode[]
  doubts: Doubt[]
  /** The source as plain paragraphs in order, for showing beside the tree. */
  source: string[]
}
