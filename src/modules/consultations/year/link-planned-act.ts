import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { phaseAt } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import {
  deleteActLink,
  findLinkEnd,
  holdLinkEnd,
  insertActLink,
  listUntoldOpenings,
  markOpeningTold,
  type LinkEnd,
} from './act-link-queries.ts'
import { holdAct, type OfficeAct } from './act-office-queries.ts'
import { enterPlannedActs } from './act-records.ts'
import { recordOfPlannedAct, tellOfPlannedAct } from './tell-planned-act.ts'

export type LinkOutcome =
  { kind: 'linked' } | { kind: 'no-such-act' } | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

/** Says to which planned act a consultation belongs; null: to none. What it belonged to before is told in the history. */
export async function linkPlannedAct(
  services: Services,
  official: Official,
  consultationId: string,
  actId: string | null,
): Promise<LinkOutcome> {
  return services.db.begin(async (tx): Promise<LinkOutcome> => {
    const end = await holdLinkEnd(tx, consultationId)
    if (!end) return { kind: 'no-such-consultation' }
    if (!mayIn(official, may['year-plans.write'], end.institutionId)) return { kind: 'not-permitted' }
    const act = actId === null ? null : await holdAct(tx, actId)
    const fits = act?.institutionId === end.institutionId && act.state !== 'taken-down'
    if (actId !== null && !fits) return { kind: 'no-such-act' }
    await putLink(tx, services, end, act, official.accountId)
    return { kind: 'linked' }
  })
}

/** In the deed that holds both ends. */
export async function putLink(
  tx: Transaction,
  services: Services,
  end: LinkEnd,
  act: OfficeAct | null,
  by: string | null,
): Promise<void> {
  if (end.plannedActId === (act?.id ?? null)) return
  const at = services.clock.now()
  const { id: consultationId, institutionId } = end
  const before = await deleteActLink(tx, consultationId)
  const who = by === null ? ('command-line' as const) : { accountId: by }
  const line = { institutionId, by: who, at }
  const field = { field: 'planned-act', from: before, to: act?.id ?? null }
  await recordOfConsultation(tx, { ...line, id: consultationId, kind: act ? 'linked' : 'unlinked', fields: [field] })
  if (before !== null) await recordOfPlannedAct(tx, { ...line, id: before, kind: 'unlinked' })
  if (act) {
    const phase = phaseAt(end, at)
    // Of what has closed nobody needs to be told that it opens.
    const openingTold = phase === 'open' || phase === 'closed' || phase === 'cancelled'
    await insertActLink(tx, { institutionId, actId: act.id, consultationId, at, by, openingTold })
    await recordOfPlannedAct(tx, { ...line, id: act.id, kind: 'linked' })
    if (act.state === 'published') await tellPhase(tx, end, act.id, phase, at)
  }
  await enterPlannedActs(
    tx,
    services,
    [before, act?.id ?? null].flatMap((id) => id ?? []),
  )
}

async function tellPhase(
  tx: Transaction,
  end: LinkEnd & { alsoToldOf?: string },
  id: string,
  phase: ReturnType<typeof phaseAt>,
  at: Date,
): Promise<void> {
  const { institutionId, alsoToldOf } = end
  const told = { id, institutionId, at, ...(alsoToldOf !== undefined && { alsoToldOf }) }
  if (phase === 'announced') await tellOfPlannedAct(tx, { ...told, kind: 'announced', facts: { opens: end.opensOn } })
  if (phase === 'open') await tellOfPlannedAct(tx, { ...told, kind: 'opened', facts: { to: end.closesOn } })
  if (phase === 'closed') await tellOfPlannedAct(tx, { ...told, kind: 'linked' })
}

/**
 * A consultation was published, in the transaction of that deed: whoever follows its planned act hears it, and the record
 * of the act names the consultation from now on.
 */
export async function followPublication(tx: Transaction, services: Services, consultationId: string): Promise<void> {
  const end = await findLinkEnd(tx, consultationId)
  if (!end || end.plannedActId === null) return
  const at = services.clock.now()
  const act = await holdAct(tx, end.plannedActId)
  if (act?.state !== 'published') return
  const phase = phaseAt(end, at)
  const alsoToldOf = refOf(CONSULTATION_KIND, consultationId)
  if (phase !== 'open' || (await markOpeningTold(tx, consultationId, at)))
    await tellPhase(tx, { ...end, alsoToldOf }, act.id, phase, at)
  await enterPlannedActs(tx, services, [act.id])
}

/** The consultation that repeats another belongs to the same planned act. */
export async function inheritPlannedAct(
  tx: Transaction,
  services: Services,
  { id, repeatsId, by }: { id: string; repeatsId: string; by: string | null },
): Promise<void> {
  const [first, end] = [await findLinkEnd(tx, repeatsId), await findLinkEnd(tx, id)]
  const act = first?.plannedActId ? await holdAct(tx, first.plannedActId) : null
  if (end && act && act.state !== 'taken-down') await putLink(tx, services, end, act, by)
}

const AT_ONCE = 200

/** Windows that open on a later day than they were announced: each is told once, by whoever marks it first. */
export async function tellOpenings({ db, clock }: Services): Promise<void> {
  const now = clock.now()
  const opened = await listUntoldOpenings(db, now, AT_ONCE)
  for (const { consultationId, plannedActId: id, institutionId, closesOn } of opened)
    await db.begin(async (tx) => {
      if (await markOpeningTold(tx, consultationId, now))
        await tellOfPlannedAct(tx, { id, institutionId, kind: 'opened', at: now, facts: { to: closesOn } })
    })
}
