/**
 * A letter of many points, cut. The words stay one whole: a piece is a range of it, the ranges follow each other without a
 * gap, and whatever becomes of them, every character is in exactly one. Pieces that are no comment are left aside, never lost.
 */
export type Piece = {
  from: number
  to: number
  /** A greeting, a heading of a table, a signature: kept with the delivery, and not entered. */
  aside: boolean
  /** The article it is about; null: the whole text. */
  node: string | null
}

export type NamedArticle = { nodeId: string; label: string | null }

type Line = { from: number; to: number; words: string }

const DECIMAL = /^\s*\d{1,3}(?:\.\d{1,3})*[.)]?[\t ]+\S|^\s*\d{1,3}[.)]\s*\S/
const NUMBERED = /^\s*\d{1,3}(?:[.)]|\t)/
const ARTICLE_HEAD = /^\s*(?:\d{1,3}[.)]\s*)?(?:për\s+)?neni[nt]?\s+\d/i
const BULLET = /^\s*[-–—•▪*·o](?:\s|\t)/
const LETTER = /^\s*(?:[a-zç]|dh|gj|ll|nj|rr|sh|th|xh|zh)[.)]\s/i
const GREETING = /^\s*(?:i |e |të )?(?:nderuar|përshëndetje|tungjatjeta|dear|respected)/i
const FAREWELL =
  /^\s*(?:me (?:respekt|nderim|konsideratë)|sinqerisht|faleminderit|ju falënder|sincerely|(?:kind |best )?regards|yours )/i
const TABLE_HEAD = /^\s*(?:nr\.?|no\.?|#|neni|nenet|article|komenti?|vërejtj|propozim)/i

const isStart = {
  numbered: (words: string) => NUMBERED.test(words) && DECIMAL.test(words),
  head: (w: string) => ARTICLE_HEAD.test(w),
  bullet: (w: string) => BULLET.test(w),
  letter: (w: string) => LETTER.test(w),
}

function linesOf(words: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < words.length;) {
    const end = words.indexOf('\n', from)
    const to = end < 0 ? words.length : end + 1
    lines.push({ from, to, words: words.slice(from, to) })
    from = to
  }
  return lines
}

const isBlank = (words: string): boolean => words.trim() === ''

/** Where points begin, by what the letter itself uses: rows of a table, numbers, articles, bullets, letters, paragraphs. */
function startsOf(lines: readonly Line[]): { starts: number[]; free: boolean } {
  const filled = lines.flatMap((line, index) => (isBlank(line.words) ? [] : [index]))
  const those = (is: (words: string) => boolean) => filled.filter((index) => is(lines[index]?.words ?? ''))
  const rows = those((words) => words.trim().includes('\t'))
  if (rows.length >= 2 && rows.length * 2 >= filled.length) return { starts: rows, free: false }
  const numbered = those(isStart.numbered)
  const heads = those(isStart.head)
  const both = [...new Set([...numbered, ...heads])].toSorted((one, other) => one - other)
  if (both.length >= 2) return { starts: withoutBareHeads(lines, both), free: false }
  for (const is of [isStart.bullet, isStart.letter])
    if (those(is).length >= 2) return { starts: those(is), free: false }
  const paragraphs = filled.filter((index) => index === 0 || isBlank(lines[index - 1]?.words ?? ''))
  return { starts: paragraphs, free: true }
}

/** "Neni 12" alone on its line heads the point below it: no point of its own. */
const withoutBareHeads = (lines: readonly Line[], starts: readonly number[]): number[] =>
  starts.filter((start, place) => {
    const before = starts[place - 1]
    const head = before === undefined ? '' : (lines[before]?.words ?? '').trim()
    const bare = ARTICLE_HEAD.test(head) && head.length <= 60 && !/[.;:!?]\s*\S/.test(head.replace(/^\s*\d+[.)]/, ''))
    const between =
      before === undefined ? 1 : lines.slice(before + 1, start).filter(({ words }) => !isBlank(words)).length
    return !(bare && between === 0)
  })

/** The first cut, by rules. `asideFrom`: what stands from there on was no part of the letter's body, such as page feet. */
export function cutLetter(words: string, articles: readonly NamedArticle[], asideFrom = words.length): Piece[] {
  const lines = linesOf(words.slice(0, asideFrom))
  const { starts, free } = startsOf(lines)
  const offsets = starts.map((index) => lines[index]?.from ?? 0)
  const farewell = lines.findLast(({ words: line, from }) => FAREWELL.test(line) && from > (offsets.at(-1) ?? 0))
  const cuts = [...new Set([0, ...offsets, ...(farewell ? [farewell.from] : []), asideFrom, words.length])]
    .filter((cut) => cut <= words.length)
    .toSorted((one, other) => one - other)
  const pieces = cuts.slice(0, -1).map((from, index): Piece => {
    const to = cuts[index + 1] ?? words.length
    const own = words.slice(from, to)
    const first = offsets[0] ?? 0
    const aside =
      from >= asideFrom ||
      isBlank(own) ||
      from < first ||
      from === farewell?.from ||
      (from === first && (free ? GREETING.test(own) : offsets.length > 1 && isTableHead(own)))
    return { from, to, aside, node: aside ? null : articleNamed(own, articles) }
  })
  return joinBlank(words, pieces)
}

const isTableHead = (words: string): boolean => words.trim().includes('\t') && TABLE_HEAD.test(words)

/** What is nothing but empty lines stands with its neighbour. */
function joinBlank(words: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && isBlank(words.slice(piece.from, piece.to))) last.to = piece.to
    else joined.push({ ...piece })
  }
  return joined
}

const NAMED = /\b(?:neni[nt]?|article|art\.)\s+(\d{1,3}(?:\/\d{1,2})?)/giu

/** The first article that the words name and the text has: "neni 12", "në nenin 12, pika 3", "nenit 3/1". */
export function articleNamed(words: string, articles: readonly NamedArticle[]): string | null {
  for (const [, label] of words.matchAll(NAMED)) {
    const found = articles.find((one) => one.label?.toLowerCase() === label?.toLowerCase())
    if (found) return found.nodeId
  }
  return null
}

export type SplitDeed =
  | { kind: 'split'; at: number }
  | { kind: 'join'; piece: number }
  | { kind: 'aside'; piece: number; aside: boolean }
  | { kind: 'article'; piece: number; node: string | null }

/** One deed of the coordinator on the pieces; what makes no sense changes nothing. */
export function afterDeed(pieces: readonly Piece[], deed: SplitDeed): Piece[] {
  if (deed.kind === 'split') return splitAt(pieces, deed.at)
  const piece = pieces[deed.piece]
  if (!piece) return [...pieces]
  switch (deed.kind) {
    case 'join':
      return joinWithNext(pieces, deed.piece)
    case 'aside':
      return pieces.map((one) =>
        one === piece ? { ...one, aside: deed.aside, node: deed.aside ? null : one.node } : one,
      )
    case 'article':
      return pieces.map((one) => (one === piece && !one.aside ? { ...one, node: deed.node } : one))
  }
}

const splitAt = (pieces: readonly Piece[], at: number): Piece[] =>
  pieces.flatMap((piece) =>
    Number.isInteger(at) && piece.from < at && at < piece.to
      ? [
          { ...piece, to: at },
          { ...piece, from: at },
        ]
      : [{ ...piece }],
  )

function joinWithNext(pieces: readonly Piece[], index: number): Piece[] {
  const [piece, next] = [pieces[index], pieces[index + 1]]
  if (!piece || !next) return [...pieces]
  const joined = { from: piece.from, to: next.to, aside: piece.aside && next.aside, node: piece.node ?? next.node }
  return pieces.toSpliced(index, 2, joined)
}

/** Where a piece may be parted: at its lines, and behind its sentences. Nowhere within a surrogate pair. */
export function partsOf(words: string, { from, to }: Piece): { from: number; words: string }[] {
  const own = words.slice(from, to)
  const cuts = [0, ...[...own.matchAll(/\n+|[.;!?](?=\s+\p{Lu})\s+/gu)].map((found) => found.index + found[0].length)]
  return cuts
    .filter((cut) => cut < own.length)
    .map((cut, index, all) => ({ from: from + cut, words: own.slice(cut, all[index + 1] ?? own.length) }))
}

export const wordsOfPiece = (words: string, { from, to }: Piece): string => words.slice(from, to).trim()

/** Whether the pieces are the words, whole and in order: asked whenever they come back from outside. */
export const isWhole = (words: string, pieces: readonly Piece[]): boolean =>
  pieces.length > 0 &&
  pieces[0]?.from === 0 &&
  pieces.at(-1)?.to === words.length &&
  pieces.every(({ from, to }, index) => from < to && (index === 0 || pieces[index - 1]?.to === from))
