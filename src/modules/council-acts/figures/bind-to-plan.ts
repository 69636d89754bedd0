import type { Official } from '#platform/auth/visitor.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import { endLink, linkRecords } from '#platform/links/link-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { doWithAct, type ActOutcome } from '../do-with-act.ts'
import { actPermissions as may } from '../permissions.ts'
import { findBoundEntry, findEntry } from './plan-queries.ts'

const PLANNED_ACT = 'consultations.planned-act'

export type BindOutcome = ActOutcome<'not-permitted' | 'no-such-entry' | 'bound-already' | 'restricted'>
export type UnbindOutcome = ActOutcome<'not-permitted' | 'not-bound'>

/** The act is what came of this entry of the yearly plan. An act comes of one entry; an entry may lead to several acts. */
export const bindToPlan = (
  services: Services,
  official: Official,
  actId: string,
  entryId: string,
): Promise<BindOutcome> =>
  doWithAct<'not-permitted' | 'no-such-entry' | 'bound-already' | 'restricted'>(
    services,
    actId,
    {},
    async ({ tx, act, at }) => {
      if (!mayIn(official, may['acts.write'], act.institutionId)) return 'not-permitted'
      if (act.state === 'void') return 'wrong-state'
      if (act.restricted) return 'restricted'
      const [entry, bound] = [await findEntry(tx, act.institutionId, entryId), await findBoundEntry(tx, actId)]
      if (!entry) return 'no-such-entry'
      if (bound) return 'bound-already'
      const ends = { from: refOf(ACT_RECORD, actId), to: refOf(PLANNED_ACT, entry.id), kind: 'result' } as const
      await linkRecords(tx, { ...ends, institutionId: act.institutionId, by: { accountId: official.accountId }, at })
      return 'done'
    },
  )

/** It was bound by mistake; the trace stays. */
export const unbindFromPlan = (services: Services, official: Official, actId: string): Promise<UnbindOutcome> =>
  doWithAct<'not-permitted' | 'not-bound'>(services, actId, {}, async ({ tx, act, at }) => {
    if (!mayIn(official, may['acts.write'], act.institutionId)) return 'not-permitted'
    const bound = await findBoundEntry(tx, actId)
    if (!bound) return 'not-bound'
    const ends = { from: refOf(ACT_RECORD, actId), to: refOf(PLANNED_ACT, bound.id), kind: 'result' } as const
    await endLink(tx, {
      ...ends,
      institutionId: act.institutionId,
      by: { accountId: official.accountId },
      at,
      reason: null,
    })
    return 'done'
  })
