import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, type ActOutcome } from '../do-with-act.ts'
import { settleEffects } from '../relations/settle-effects.ts'
import { doWithRelated, type HeldActs } from '../relations/do-with-related.ts'
import { proposeRelations } from '../relations/propose-relations.ts'
import { startDeposit } from '../review/keep-deposit-clock.ts'
import { findReadiness, setAnnounced, setForceArticle } from './announcing-queries.ts'
import { forceBasisOf, isLate, refusalToAnnounce, type AnnounceRefusal, type ForceDay } from './announcing-rules.ts'
import { setForceFrom, type ForceBasis } from './clock-queries.ts'
import { meetPublication, startForce } from './keep-clocks.ts'
import { tellFollowers } from './tell-followers.ts'
import { tellInForce } from './tell-in-force.ts'

export type Announcement = {
  /** The day on which it was announced; entered today, or later. */
  on: string
  /** Why it comes later than the clock asks. */
  reason: string | null
  /** The act names the day from which it holds, in this article. */
  forceDay: ForceDay | null
}

type Order = { by: ChangedBy; seen: number | null }

/**
 * From now on everybody reads it. The clock of publication is met, in time or late; that of its force begins, and that of its
 * review. What it does to other acts begins with its force.
 */
export const announceAct = (
  services: Services,
  id: string,
  { on, reason, forceDay, by, seen }: Announcement & Order,
): Promise<ActOutcome<AnnounceRefusal>> =>
  doWithRelated<AnnounceRefusal>(services, id, { seen }, async (held) => {
    const { tx, act, at, version } = held
    const wish = { on, reason, forceDay, today: civilDateIn(act.zone, at) }
    const refusal = refusalToAnnounce(act, await findReadiness(tx, id), wish)
    if (refusal) return refusal
    await setAnnounced(tx, id, { on, at, article: forceDay?.article ?? null })
    await meetPublication(tx, services, act, { on, by })
    const from = await beginForce(services, held, { on, forceDay, by })
    await startDeposit(tx, services, { ...act, announcedOn: on }, by)
    const late = isLate(on, act.announceBy) ? reason : null
    const { institutionId } = act
    const event = { institutionId, actId: id, kind: 'announced' as const, version, at, by: accountOf(by) }
    await insertActEvent(tx, { ...event, happenedOn: on, reason: late })
    const fields = [
      { field: 'announced-on', from: null, to: on },
      ...(from === null ? [] : [{ field: 'in-force-from', from: act.inForceFrom, to: from }]),
    ]
    await recordChange(tx, {
      institutionId,
      subject: refOf(ACT_RECORD, id),
      kind: 'announced',
      by,
      at,
      reason: late,
      fields,
    })
    await tellFollowers(tx, act, { kind: 'announced', at, facts: { day: on } })
    await proposeRelations(tx, act, { by: 'program', at })
    await followForce(services, held, { from, was: act.inForceFrom, by })
    return 'done'
  })

type Begun = { on: string; forceDay: ForceDay | null; by: ChangedBy }

/** From when it holds: the day it names, so long after its announcement, or the day of its notification, if that has come. */
async function beginForce(
  services: Services,
  { tx, act }: HeldActs,
  { on, forceDay, by }: Begun,
): Promise<string | null> {
  const basis = forceBasisOf(act.nature, forceDay)
  const from = await dayOf(basis)
  // Where no rule gives a day, nothing is said of why.
  await setForceFrom(tx, act.id, { basis: from === null && basis === 'after-announcement' ? null : basis, from })
  return from

  async function dayOf(wanted: ForceBasis | null): Promise<string | null> {
    if (forceDay !== null) return forceDay.day
    if (wanted === 'after-announcement') return startForce(tx, services, act, { on, by })
    return wanted === 'on-notification' ? act.inForceFrom : null
  }
}

type Followed = { from: string | null; was: string | null; by: ChangedBy }

/** The day is known: other acts follow, and where it has come already everybody is told. */
export async function followForce(services: Services, held: HeldActs, { from, was, by }: Followed): Promise<void> {
  const announced: Act = { ...held.act, state: 'announced', inForceFrom: from }
  if (from !== null && from <= civilDateIn(announced.zone, held.at))
    await tellInForce(held.tx, services, { ...held, act: announced }, { by })
  await settleEffects(services, held, { from: was, to: from, by })
}

export type ForceRefusal = 'force-before'

/** The day that the act itself names, written down after it was announced, where no rule gave one. */
export const nameForceDay = (
  services: Services,
  id: string,
  { day, article, by, seen }: ForceDay & Order,
): Promise<ActOutcome<ForceRefusal>> =>
  doWithRelated<ForceRefusal>(services, id, { seen }, async (held) => {
    const { tx, act, at } = held
    if (act.state !== 'announced' || act.inForceFrom !== null) return 'wrong-state'
    const least = act.announcedOn ?? act.adoptedOn
    if (least !== null && day < least) return 'force-before'
    await setForceFrom(tx, id, { basis: 'on-day', from: day })
    await setForceArticle(tx, id, article)
    const fields = [{ field: 'in-force-from', from: null, to: day }]
    const { institutionId } = act
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'force-named', by, at, fields })
    await followForce(services, held, { from: day, was: null, by })
    return 'done'
  })
