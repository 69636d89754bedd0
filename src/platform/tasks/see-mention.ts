import type { Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import { setMentionSeen } from './note-queries.ts'

/** "I have seen it": a mention leaves the first page and the morning's letter. False when it was not theirs, or gone. */
export const seeMention = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  noteId: string,
): Promise<boolean> => db.begin((tx) => setMentionSeen(tx, noteId, official.accountId, clock.now()))
