import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { enterDeadlinesOf } from '../deadlines/enter-deadlines.ts'
import { touchedRefs } from '../documents/touched-refs-rules.ts'
import type { Door } from '../door.ts'
import { recordChange } from '../history/record-change.ts'
import { enterSubjects } from '../ledger/touch-records.ts'
import type { Services } from '../services.ts'
import { readRef, refOf } from '../subjects/subject-rules.ts'
import { takeDownOf } from './take-down.ts'
import { takedownPermissions } from './takedown-permissions.ts'
import { holdDocument, holdTakedown, markLifted, setRemoved, type Takedown } from './takedown-queries.ts'
import { DOCUMENT_KIND, TAKEDOWN_KIND } from './takedown-rules.ts'

export type LiftOutcome =
  | { kind: 'lifted' }
  | { kind: 'lifted-already' }
  /** The bytes of the file were removed: there is nothing to show again. */
  | { kind: 'content-gone' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-takedown' }

/** What was taken away stands again, with the reason in its history. */
export async function liftTakedown(
  services: Services,
  doors: readonly Door[],
  official: Official,
  id: string,
  reason: string,
): Promise<LiftOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<LiftOutcome> => {
    const takedown = await holdTakedown(tx, id)
    if (!takedown) return { kind: 'no-such-takedown' }
    const { institutionId, subject, ofSubject } = takedown
    if (!mayIn(official, takedownPermissions['takedowns.lift'], institutionId)) return { kind: 'not-permitted' }
    if (takedown.liftedAt !== null) return { kind: 'lifted-already' }
    if (takedown.contentGone) return { kind: 'content-gone' }
    const lifted = await standAgain(tx, services, doors, takedown, { byAccountId: official.accountId, at })
    if (lifted === 'no-such-record') return { kind: 'content-gone' }
    await markLifted(tx, { id, at, byAccountId: official.accountId, reason })
    await recordChange(tx, {
      institutionId,
      subject: ofSubject ?? subject,
      kind: ofSubject === null ? 'restored' : 'document-restored',
      by: { accountId: official.accountId },
      at,
      reason,
    })
    const refs = [...touchedRefs(subject, ofSubject), refOf(TAKEDOWN_KIND, id)]
    await enterSubjects(tx, services, doors, refs)
    await enterDeadlinesOf(tx, services, subject)
    return { kind: 'lifted' }
  })
}

async function standAgain(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  takedown: Takedown,
  by: { byAccountId: string; at: Date },
): Promise<'lifted' | 'no-such-record'> {
  const ref = readRef(takedown.subject)
  if (!ref) return 'no-such-record'
  if (ref.kind !== DOCUMENT_KIND)
    return (await takeDownOf(doors, ref.kind)?.lift(tx, services, { ...by, id: ref.id })) ?? 'no-such-record'
  const document = await holdDocument(tx, ref.id)
  const record = readRef(document?.subject ?? '')
  if (!document || !record) return 'no-such-record'
  await setRemoved(tx, document.id, null)
  await takeDownOf(doors, record.kind)?.documentMoved?.(tx, services, {
    ...by,
    id: record.id,
    title: document.title,
    move: 'lifted',
    contentGone: false,
  })
  return 'lifted'
}
