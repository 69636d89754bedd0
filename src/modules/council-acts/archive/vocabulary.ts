import type { Queryable } from '#platform/db/database.ts'
import { listBodyNames, listTopicWords } from './archive-queries.ts'
import { plainWord } from './archive-rules.ts'

/** The words of the institution for topics and commissions. */
export type Vocabulary = { topics: ReadonlyMap<string, string>; commissions: ReadonlyMap<string, string> }

export async function readVocabulary(db: Queryable, institutionId: string): Promise<Vocabulary> {
  const topics = new Map<string, string>()
  // The institution's own come last and win.
  for (const { id, word, name, nameEn } of await listTopicWords(db, institutionId))
    for (const words of [word, name, nameEn ?? '']) if (plainWord(words) !== '') topics.set(plainWord(words), id)
  const commissions = new Map<string, string>()
  for (const { id, kind, name } of await listBodyNames(db, institutionId))
    if (kind === 'commission') commissions.set(plainWord(name), id)
  return { topics, commissions }
}

export const topicOf = ({ topics }: Vocabulary, word: string): string | null => topics.get(plainWord(word)) ?? null
export const commissionOf = ({ commissions }: Vocabulary, word: string): string | null =>
  commissions.get(plainWord(word)) ?? null
