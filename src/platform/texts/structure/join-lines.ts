import { joinBlocks, type Block } from './block-rules.ts'
import { readAnnexLine, readArticleLine, readDivisionLine, isEnactingLine } from './line-rules.ts'
import { itemFollows, readItems } from './item-rules.ts'
import { asksForNumber, beginsLowercase, endsOpen, endsSentence, isCapitals } from '../words-rules.ts'

/** Sentences that the office broke over several lines or paragraphs are made whole again. */

// Longer than any paragraph of the codes; joining on and on would cost the square of the length.
const LONGEST_PARAGRAPH = 20_000

type Verdict = 'whole' | 'joined' | 'perhaps-joined'

export function joinBrokenLines(blocks: Block[]): Block[] {
  const width = wrapWidth(blocks)
  const joined: Block[] = []
  blocks.forEach((block, at) => {
    const before = joined.at(-1)
    const lastLine = blocks[at - 1]
    const verdict = before && lastLine ? verdictOn(before, lastLine, block, blocks[at + 1], width) : 'whole'
    if (before && verdict !== 'whole')
      joined[joined.length - 1] = joinBlocks(before, block, verdict === 'perhaps-joined')
    else joined.push(block)
  })
  return joined
}

/** The number of signs at which the source breaks its lines, or null if it lets paragraphs run. */
function wrapWidth(blocks: Block[]): number | null {
  const lengths = blocks.map((block) => block.words.length).filter((length) => length > 0 && length <= 130)
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const full = lengths.filter((length) => length >= width * 0.8).length
  return width >= 45 && full >= lengths.length * 0.35 ? width : null
}

/** `before` is what was joined so far, `line` its last line, `after` what follows `next`. */
function verdictOn(before: Block, line: Block, next: Block, after: Block | undefined, width: number | null): Verdict {
  if (before.kind !== 'words' || next.kind !== 'words' || next.number !== null) return 'whole'
  if (before.words.length > LONGEST_PARAGRAPH) return 'whole'
  if (before.words === '' || next.words === '' || standsAlone(before) || endsSentence(before.words)) return 'whole'
  const opening = openingVerdict(before, next, after)
  if (opening) return opening
  const small = beginsLowercase(next.words)
  if (endsOpen(before.words))
    return next.parted === 'line' || small
      ? next.parted === 'line'
        ? 'joined'
        : 'perhaps-joined'
      : openParagraph(before, next)
  if (differentLook(before, next) || (isCapitals(before.words) && !isCapitals(next.words))) return 'whole'
  if (small) return smallVerdict(before, line, next, width)
  // "… hyn në fuqi" / "10 ditë pas shpalljes.": no paragraph begins with a bare figure.
  if (/^\d/.test(next.words) && before.words.length >= SHORT / 2) return 'perhaps-joined'
  return largeVerdict(before, line, next, width)
}

/** The line can be nothing but an opening: a division, a bare article, an enacting word. */
function standsAlone(block: Block): boolean {
  const article = readArticleLine(block.words)
  if (article) return article.shape === 'bare'
  return isEnactingLine(block.words) || readDivisionLine(block.words) !== null || readAnnexLine(block.words) !== null
}

/** What to do with a next line that itself looks like an opening; null if it does not. */
function openingVerdict(before: Block, next: Block, after: Block | undefined): Verdict | null {
  if (isEnactingLine(next.words) || readDivisionLine(next.words) || readAnnexLine(next.words)) return 'whole'
  const article = readArticleLine(next.words)
  if (article) {
    if (article.shape === 'reference' && !differentLook(before, next))
      return endsOpen(before.words) || article.small ? 'joined' : 'whole'
    const goesOn = article.shape === 'bare' && after !== undefined && beginsLowercase(after.words)
    return goesOn && (endsOpen(before.words) || article.small) && !differentLook(before, next)
      ? 'perhaps-joined'
      : 'whole'
  }
  const items = readItems(next.words).filter((item) => !item.strict)
  if (items.length === 0) return null
  const isNext = readItems(before.words).some((one) =>
    items.some((item) => itemFollows(item.alphabet, one.label, item.label)),
  )
  if (isNext) return 'whole'
  const isNumber = items.some((item) => item.alphabet === 'number')
  if (isNumber && asksForNumber(before.words)) return 'perhaps-joined'
  return /shkronj(?:a|ën|ës|at)$/u.test(before.words) ? 'perhaps-joined' : 'whole'
}

const differentLook = (before: Block, next: Block): boolean =>
  before.look.bold !== next.look.bold ||
  before.look.centred !== next.look.centred ||
  before.look.level !== next.look.level

/** An open end before a new paragraph that begins large: "sipas Ligjit të" / "Republikës". */
const openParagraph = (before: Block, next: Block): Verdict =>
  differentLook(before, next) || isCapitals(before.words) !== isCapitals(next.words) ? 'whole' : 'perhaps-joined'

// A line shorter than this that ends without a sign may as well be an entry of an unmarked list.
const SHORT = 40

function smallVerdict(before: Block, line: Block, next: Block, width: number | null): Verdict {
  if (next.parted === 'line')
    return isFull(line, next, width) || line.words.length >= SHORT ? 'joined' : 'perhaps-joined'
  // A numbered item that ends without a sign has not ended: an entry of a list would carry a number of its own.
  const goesOn = before.words.length >= SHORT || before.words.endsWith(',') || before.number !== null
  return goesOn ? 'perhaps-joined' : 'whole'
}

function largeVerdict(before: Block, line: Block, next: Block, width: number | null): Verdict {
  if (next.parted === 'paragraph' || isCapitals(before.words)) return 'whole'
  const asksMore = /[,(–-]$/u.test(before.words)
  return asksMore || isFull(line, next, width) ? 'perhaps-joined' : 'whole'
}

/** The first word of the next line would not have fitted: the break is the wrapping's, not the writer's. */
function isFull(line: Block, next: Block, width: number | null): boolean {
  if (width === null) return false
  const firstWord = next.words.split(' ')[0] ?? ''
  return line.words.length + 1 + firstWord.length >= width * 0.9
}
