import { createHash, randomUUID } from 'node:crypto'
import { insertEntries } from '#platform/ledger/entry-queries.ts'
import { entryOf, leafHashOf } from '#platform/ledger/entry-rules.ts'
import type { Services } from '#platform/services.ts'

/** So many entries of letters that were never written, each of a record of its own; they wait for their places. */
export async function givenEntries({ db, clock }: Pick<Services, 'db' | 'clock'>, count: number): Promise<string[]> {
  const at = clock.now()
  const kind = 'platform.official-letter'
  const entries = Array.from({ length: count }, () => {
    const subject = `${kind}:${randomUUID()}`
    const digest = createHash('sha256').update(subject).digest()
    const entry = entryOf({ v: 1, kind, subject, version: 1, institution: null, at }, { digest })
    const row = { kind, subject, version: 1, institutionId: null, at, entry, leafHash: leafHashOf(entry) }
    return { ...row, digest, salt: Buffer.alloc(16, 1), ended: null }
  })
  await db.begin((tx) => insertEntries(tx, entries))
  return entries.map(({ subject }) => subject)
}
