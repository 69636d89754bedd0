import type { Transaction } from '../db/database.ts'
import { countOpenDoubts } from './text-queries.ts'
import { holdTextVersion, setPublished } from './text-writing-queries.ts'

export type PublishTextOutcome =
  | { kind: 'published' }
  | { kind: 'no-such-version' }
  | { kind: 'published-before' }
  | { kind: 'open-doubts'; count: number }

/** From here on the version never changes: the database refuses it. Nothing is published that is still in doubt. */
export async function publishTextVersion(tx: Transaction, versionId: string, at: Date): Promise<PublishTextOutcome> {
  const version = await holdTextVersion(tx, versionId)
  if (!version) return { kind: 'no-such-version' }
  if (version.state === 'published') return { kind: 'published-before' }
  const count = await countOpenDoubts(tx, versionId)
  if (count > 0) return { kind: 'open-doubts', count }
  await setPublished(tx, versionId, at)
  return { kind: 'published' }
}
