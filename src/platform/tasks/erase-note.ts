import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { eraseNoteWords, lockNote } from './note-queries.ts'
import { taskPermissions } from './permissions.ts'

export type EraseNoteOutcome =
  { kind: 'erased'; subject: string } | { kind: 'not-permitted' } | { kind: 'no-such-note' }

/**
 * The words of a note go, who wrote it and when stays. For words about a person that should not stand there; everything
 * else is corrected by a further note.
 */
export async function eraseNote(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
  reason: string,
): Promise<EraseNoteOutcome> {
  return db.begin(async (tx): Promise<EraseNoteOutcome> => {
    const note = await lockNote(tx, id)
    if (!note) return { kind: 'no-such-note' }
    const { institutionId, subject, erased } = note
    if (!mayIn(official, taskPermissions['notes.erase'], institutionId)) return { kind: 'not-permitted' }
    if (erased) return { kind: 'erased', subject }
    const at = clock.now()
    await eraseNoteWords(tx, id, at)
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject, kind: 'note-erased', by, at, reason })
    return { kind: 'erased', subject }
  })
}
