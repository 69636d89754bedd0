import { standsOut, type Block, type Look } from './block-rules.ts'
import { readItems } from './item-rules.ts'
import { opens, type Tagged } from './tag-rules.ts'
import { endsSentence, isCapitals, isHeadingShape } from '../words-rules.ts'

/** Which lines are headings of the division or article beside them. */

/** How this text prints its headings, found by counting. */
export type HeadingStyle = {
  /** The heading stands above "Neni 12" (as in the Civil Code), below it, or there is none as a rule. */
  side: 'above' | 'below' | 'none'
  /** In a text that is bold or centred throughout, neither tells anything. */
  boldTells: boolean
  /** Headings above articles are printed in capitals: then capitals do not mean a heading of several articles. */
  capitalsAbove: boolean
  centringTells: boolean
}

export function headingStyle(tagged: Tagged[]): HeadingStyle {
  const words = tagged.filter((one) => one.block.kind === 'words')
  const share = (test: (look: Look) => boolean) =>
    words.filter((one) => test(one.block.look)).length / Math.max(1, words.length)
  const articles = tagged.flatMap((one, at) => (one.tag.kind === 'article' ? [at] : []))
  const below = articles.filter((at) => hasHeadingOnItsLine(tagged[at]) || isHeadingLine(tagged[at + 1])).length
  const above = articles.slice(1).filter((at) => isHeadingAbove(tagged, at))
  const capitals = above.filter((at) => isCapitals(tagged[at - 1]?.block.words ?? '')).length
  return {
    side: sideOf(articles.length, above.length, below),
    boldTells: share((look) => look.bold) < 0.45,
    centringTells: share((look) => look.centred) < 0.45,
    capitalsAbove: capitals * 2 > above.length,
  }
}

/** In the Civil Code one heading often stands above several articles: a seventh of them has one right above. */
function sideOf(articles: number, above: number, below: number): HeadingStyle['side'] {
  if (above > below * 2 && above >= Math.max(2, articles * 0.1)) return 'above'
  return below * 2 >= articles ? 'below' : 'none'
}

const hasHeadingOnItsLine = (one: Tagged | undefined): boolean =>
  one?.tag.kind === 'article' && one.tag.heading !== null

const isHeadingAbove = (tagged: Tagged[], at: number): boolean => {
  const before = tagged[at - 2]
  return (
    isHeadingLine(tagged[at - 1]) && before !== undefined && (opens(before.tag) || endsSentence(before.block.words))
  )
}

/** A line of plain words with the shape of a heading. Capital letters ("A. Dispozita") may number a heading. */
function isHeadingLine(one: Tagged | undefined, longest = 150): boolean {
  if (!one || one.tag.kind !== 'text' || one.block.kind !== 'words' || one.block.number !== null) return false
  if (/^\d+$/.test(one.block.words) || readItems(one.block.words).some((item) => !item.strict)) return false
  return isHeadingShape(one.block.words, longest)
}

export const tells = (look: Look, style: HeadingStyle): boolean =>
  standsOut({ ...look, bold: look.bold && style.boldTells, centred: look.centred && style.centringTells })

export type HeadingFound = {
  /** Lines of amendment notes that stand between the article and its heading. */
  notes: number
  lines: number
  doubtful: boolean
}

export const NO_HEADING: HeadingFound = { notes: 0, lines: 0, doubtful: false }

/** The heading below an article's line at `at`. */
export function headingBelow(tagged: Tagged[], at: number, style: HeadingStyle): HeadingFound {
  if (style.side === 'above') return NO_HEADING
  let from = at + 1
  while (isAmendmentNote(tagged[from])) from += 1
  const line = tagged[from]
  if (!line || !isHeadingOf(line, tagged[from + 1], style)) return NO_HEADING
  const strong = tells(line.block.look, style)
  if (!strong && !isBody(tagged[from + 1])) return NO_HEADING
  const lines = strong && isSecondLine(tagged, from, style) ? 2 : 1
  return { notes: from - at - 1, lines, doubtful: !strong && style.side !== 'below' }
}

/** "(Ndryshuar me ligjin nr. 9125, datë 29.7.2003)" */
const isAmendmentNote = (one: Tagged | undefined): boolean =>
  one?.tag.kind === 'text' && /^\((?:ndryshuar|shtuar|shfuqizuar|hequr|i ndryshuar|titulli)/iu.test(one.block.words)

function isHeadingOf(line: Tagged, next: Tagged | undefined, style: HeadingStyle): boolean {
  const strong = tells(line.block.look, style)
  if (isHeadingLine(line, strong ? 250 : 150)) return true
  // "Objekti." in bold over plain words.
  const plainNext = next !== undefined && isBody(next) && !tells(next.block.look, style)
  const short =
    line.tag.kind === 'text' &&
    line.block.kind === 'words' &&
    line.block.number === null &&
    line.block.words.length <= 80
  return strong && short && plainNext && /^\p{Lu}[^.;:]*\.$/u.test(line.block.words)
}

const isBody = (one: Tagged | undefined): boolean =>
  one !== undefined && one.tag.kind === 'text' && one.block.kind !== 'contents'

function isSecondLine(tagged: Tagged[], at: number, style: HeadingStyle): boolean {
  const first = tagged[at]?.block.look
  const second = tagged[at + 1]
  if (!first || !second || !isHeadingLine(second, 250) || !tells(second.block.look, style)) return false
  return first.bold === second.block.look.bold && first.centred === second.block.look.centred && isBody(tagged[at + 2])
}

// Headings of chapters run over two or three lines in the codes; four would be words of the chapter itself.
const MOST_HEADING_LINES = 3

/** How many lines below a division (or an annex) are its heading. */
export function divisionHeadingLines(tagged: Tagged[], at: number, sameLine: string, style: HeadingStyle): number {
  const first = tagged[at + 1]
  const heading = sameLine || first?.block.words || ''
  let lines = 0
  while (lines < MOST_HEADING_LINES && isHeadingLine(tagged[at + 1 + lines], 250)) {
    const look = tagged[at + 1 + lines]?.block
    const leads = lines === 0 && !sameLine
    if (!look || !(leads || continues(look, heading, first?.block ?? look, style))) break
    lines += 1
  }
  return lines
}

/** A further line of a division's heading: capitals go on in capitals, a look goes on in the same look. */
function continues(line: Block, heading: string, first: Block, style: HeadingStyle): boolean {
  if (isCapitals(heading) !== isCapitals(line.words)) return false
  if (isCapitals(heading)) return true
  return (
    style.side !== 'above' &&
    tells(line.look, style) &&
    line.look.bold === first.look.bold &&
    line.look.centred === first.look.centred
  )
}

/** The lines just above an opening at `at` that have the shape of headings: their number. */
export function headingLinesAbove(tagged: Tagged[], at: number, taken: ReadonlySet<number>): number {
  let lines = 0
  while (!taken.has(at - 1 - lines) && isHeadingLine(tagged[at - 1 - lines])) lines += 1
  const before = tagged[at - 1 - lines]
  const whole =
    before === undefined || opens(before.tag) || taken.has(at - 1 - lines) || endsSentence(before.block.words)
  return whole ? lines : 0
}
