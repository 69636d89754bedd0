import { divisionValue } from './label-rules.ts'
import { DIVISION_WORDS, type DivisionWord } from './line-rules.ts'
import type { Step } from './read-steps.ts'

/** Which division holds which. */

/** From the widest to the narrowest. */
export type DivisionOrder = DivisionWord[]

/**
 * The drafting rules' order, unless the text itself shows another: where "KREU 3" is followed at once by "PJESA 1"
 * (so the Road Code), parts stand within chapters.
 */
export function divisionOrder(steps: Step[]): DivisionOrder {
  const votes = new Map<string, number>()
  steps.forEach((step, at) => {
    const next = steps[at + 1]
    const above = step.kind === 'opening' ? step.word : null
    const below = next?.kind === 'opening' ? next.word : null
    if (above && below && above !== below) votes.set(`${above} ${below}`, (votes.get(`${above} ${below}`) ?? 0) + 1)
  })
  const net = (one: DivisionWord, other: DivisionWord) =>
    (votes.get(`${one} ${other}`) ?? 0) - (votes.get(`${other} ${one}`) ?? 0)
  return DIVISION_WORDS.reduce<DivisionOrder>((order, word) => {
    const before = order.findIndex((other) => net(word, other) > 0)
    return before < 0 ? [...order, word] : order.toSpliced(before, 0, word)
  }, [])
}

/** Whether a division's label may follow its elder sibling's. */
export function divisionFollows(previous: string | null, next: string | null): 'fits' | 'jumps' | 'repeats' {
  const before = previous === null ? 0 : divisionValue(previous)
  const after = next === null ? null : divisionValue(next)
  if (before === null || after === null) return 'fits'
  if (after === before) return 'repeats'
  return after === before + 1 ? 'fits' : 'jumps'
}
