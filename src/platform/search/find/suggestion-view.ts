import type { Queryable } from '../../db/database.ts'
import { fold } from '../analysis/fold-rules.ts'
import { listCompletions } from './vocabulary-queries.ts'

const MOST_SUGGESTED = 8

/** Whole searches that what was typed may become: its last word is completed, the others stay as they are. */
export async function viewSuggestions(db: Queryable, typed: string): Promise<string[]> {
  const words = [...typed.normalize('NFC')].slice(0, 100).join('')
  const [, before = '', begun = ''] = /^(.*?)([\p{L}\p{M}\p{N}]+)$/u.exec(words) ?? []
  if ([...begun].length < 2) return []
  const found = await listCompletions(db, fold(begun), MOST_SUGGESTED * 6)
  // Of the forms of one word the commonest: all of them find the same.
  const commonest = [...Map.groupBy(found, ({ stem }) => stem).values()].flatMap(([first]) => first ?? [])
  const shown = commonest.map((one) => before + one.shown.toLocaleLowerCase('sq'))
  return [...new Set(shown)].filter((one) => one !== words).slice(0, MOST_SUGGESTED)
}
