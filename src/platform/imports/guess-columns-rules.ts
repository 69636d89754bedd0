import { readDate } from './cells/date-rules.ts'
import { readNumber } from './cells/number-rules.ts'
import { foldHead } from './head-rules.ts'
import { isBlank, wordsOf, type SourceCell, type SourceRow } from './reading/source-rules.ts'
import type { TargetColumn } from './table-target.ts'

const LOOKED_AT = 2000
/** So many cells in a hundred must be of a kind for the column to be proposed as that; the others are asked about later. */
const MOST = 0.8

/** What a column of a table seems to hold: a proposal, for somebody to look at. */
export function guessType(head: string, rows: readonly SourceRow[], index: number): TargetColumn['type'] {
  const cells = rows.slice(0, LOOKED_AT).flatMap(({ cells: all }) => (isBlank(all[index]) ? [] : [all[index] ?? null]))
  if (cells.length === 0) return 'string'
  const share = (is: (words: string, cell: SourceCell) => boolean): number =>
    cells.filter((cell) => is(wordsOf(cell), cell)).length / cells.length
  if (share((words) => isDay(words)) >= MOST) return 'date'
  const folded = foldHead(head)
  if (/\b(viti|year|godina)\b/.test(folded) && share((words) => /^(19|20)\d\d$/.test(words)) >= MOST) return 'year'
  // Codes keep their zeros.
  if (share((words) => /^0\d+$/.test(words)) > 0) return 'string'
  if (share((words) => readNumber(words).kind === 'number' || readNumber(words).kind === 'ambiguous') < MOST)
    return 'string'
  if (/\b(vlera|shuma|cmimi|buxheti?|shpenzim\w*|te ardhura\w*|amount|price|sum|value)\b/.test(folded)) return 'money'
  if (share((words) => /[€]|lek|eur/i.test(words)) >= 0.5) return 'money'
  return share((words) => /^-?\d+$/.test(words)) >= MOST ? 'integer' : 'number'
}

function isDay(words: string): boolean {
  const { kind } = readDate(words)
  return kind === 'day' || kind === 'date' || kind === 'two-dates' || kind === 'with-time' || kind === 'impossible'
}
