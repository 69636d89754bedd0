import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import { insertMentions, insertNote } from './note-queries.ts'
import { mentionedIn, type Mentionable } from './mention-rules.ts'
import { taskPermissions } from './permissions.ts'

export type NoteDraft = { institutionId: string; subject: string; words: string; form: string }

export type NoteOutcome = { kind: 'written'; mentioned: readonly string[] } | { kind: 'not-permitted' }

/**
 * Notes something about a record, for colleagues alone. `readers`: who of the house may know of the record, and so may be
 * named in it. Whether this official may is asked before.
 */
export async function writeNote(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  draft: NoteDraft,
  readers: readonly Mentionable[],
): Promise<NoteOutcome> {
  const { institutionId, subject, words, form } = draft
  if (!mayIn(official, taskPermissions['tasks.write'], institutionId)) return { kind: 'not-permitted' }
  const mentioned = mentionedIn(words, readers).filter((id) => id !== official.accountId)
  await db.begin(async (tx) => {
    const note = { institutionId, subject, words, byAccountId: official.accountId, at: clock.now(), formId: form }
    const id = await insertNote(tx, note)
    if (id !== null && mentioned.length > 0) await insertMentions(tx, { id, institutionId }, mentioned)
  })
  return { kind: 'written', mentioned: readers.filter(({ id }) => mentioned.includes(id)).map(({ name }) => name) }
}
