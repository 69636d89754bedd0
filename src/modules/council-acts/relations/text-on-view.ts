import type { Queryable } from '#platform/db/database.ts'
import { forceOn, type Force } from '../act-rules.ts'
import { findShownForce, listShownChanges, listShownStates, type ChangeOf } from './state-queries.ts'
import { lackingOn, stateOn, wordsOn, type TextState } from './state-rules.ts'

export type TextOn = {
  force: Force
  /** The version whose words hold on the day; null: none does. */
  state: TextState | null
  /** The newest words up to the day, whether they hold or not. */
  words: TextState | null
  /** Changes in force on the day that these words do not carry yet, to be told above them. */
  lacking: ChangeOf[]
}

/** The text of an act on a civil day, as everybody may read it; null: there is no such public act. */
export async function viewTextOn(db: Queryable, actId: string, day: string): Promise<TextOn | null> {
  const [act, states, changes] = await Promise.all([
    findShownForce(db, actId),
    listShownStates(db, actId),
    listShownChanges(db, actId),
  ])
  if (!act) return null
  const [state, words] = [stateOn(day, act, states), wordsOn(day, states)]
  return { force: forceOn(day, act), state, words, lacking: lackingOn(day, state ?? words, states, changes) }
}
