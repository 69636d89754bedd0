import { fold } from './fold-rules.ts'
import { numberOf, referenceOf, REFERENCE_PATTERN } from './reference-rules.ts'
import { remembered } from './remembered-rules.ts'

export type TokenKind = 'word' | 'number' | 'reference'

/** A word, number or reference where it stands: `start` and `end` are places in the text as it was given. */
export type Token = {
  raw: string
  /**
   * As it is compared. Numbers without the signs of thousands, decimals after a dot: `1234.5`; references without zeros in front:
   * `12/2026`, `nr/55`, `8/l-123`; days: `2024-03-12`.
   */
  folded: string
  start: number
  end: number
  kind: TokenKind
}

/** A run of letters and digits: also marks that stand alone (NFD), and signs that are not seen. Apostrophes part words: s'ka. */
const RUN = /[\p{L}\p{N}№][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*/gu
/** Where such a run begins something longer: a number, a reference, letters with dots between them (V.K.M., sh.p.k.). */
const LONGER = new RegExp(
  `${REFERENCE_PATTERN}|(?<dotted>(?:\\p{L}{1,2}\\.){2,}(?:\\p{L}{1,2}(?![\\p{L}\\p{N}]))?|sh\\.a(?![\\p{L}\\p{N}]))`,
  'iuy',
)
const BEGINS_LONGER = /^(?:\p{N}|№|(?:nr|br|no|n[º°]?)\d*$)/iu

const foldRemembered = remembered(fold)

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const run = new RegExp(RUN)
  for (let match = run.exec(text); match !== null; match = run.exec(text)) {
    const token = longerAt(text, match[0], match.index) ?? {
      raw: match[0],
      folded: foldRemembered(match[0]),
      kind: 'word',
    }
    const end = match.index + token.raw.length
    run.lastIndex = end
    if (token.folded !== '')
      tokens.push({ raw: token.raw, folded: token.folded, start: match.index, end, kind: token.kind })
  }
  return tokens
}

type Read = Pick<Token, 'raw' | 'folded' | 'kind'>

function longerAt(text: string, run: string, start: number): Read | null {
  const dotFollows = run.length <= 2 && text[start + run.length] === '.'
  if (!dotFollows && !BEGINS_LONGER.test(run)) return null
  LONGER.lastIndex = start
  const match = LONGER.exec(text)
  if (match === null) return null
  const { reference, marked, number, dotted } = match.groups ?? {}
  const raw = match[0]
  if (reference !== undefined) return { raw, folded: referenceOf(reference, false), kind: 'reference' }
  if (marked !== undefined) return { raw, folded: referenceOf(marked, true), kind: 'reference' }
  if (number !== undefined) return { raw, folded: numberOf(number), kind: 'number' }
  return dotted === undefined ? null : { raw, folded: fold(dotted.replaceAll('.', '')), kind: 'word' }
}
