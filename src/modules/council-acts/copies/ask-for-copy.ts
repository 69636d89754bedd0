import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { addDays, type CivilDate } from '#platform/time/civil-date.ts'
import { lockAct } from '../act-queries.ts'
import { accountOf } from '../do-with-act.ts'
import { findCopyByForm, insertCopy } from './copy-queries.ts'
import { COPY_RECORD, COPY_RULE, COPY_SLOT, KEPT_DAYS } from './copy-rules.ts'

export type CopyRequest = {
  askedBy: string | null
  reach: string | null
  askedOn: CivilDate
  protocol: string | null
}
export type AskOutcome = { kind: 'asked'; id: string } | { kind: 'no-such-act' | 'not-announced' }

/** Somebody asks for a certified copy: the clock begins on the day of asking. Only of what has been announced. */
export const askForCopy = (
  services: Services,
  actId: string,
  { request, formId, by }: { request: CopyRequest; formId: string; by: ChangedBy },
): Promise<AskOutcome> =>
  services.db.begin(async (tx): Promise<AskOutcome> => {
    const act = await lockAct(tx, actId)
    if (!act) return { kind: 'no-such-act' }
    if (act.state !== 'announced') return { kind: 'not-announced' }
    const at = services.clock.now()
    const { institutionId } = act
    const forgetOn = addDays(request.askedOn, KEPT_DAYS)
    const id = await insertCopy(tx, { ...request, institutionId, actId, formId, forgetOn, by: accountOf(by), at })
    if (id === null) return { kind: 'asked', id: (await findCopyByForm(tx, formId)) ?? '' }
    const subject = refOf(COPY_RECORD, id)
    await recordChange(tx, { institutionId, subject, kind: 'copy-asked', by, at })
    const rule = COPY_RULE[act.jurisdiction]
    if (rule !== null) {
      const clock = { subject, slot: COPY_SLOT, institutionId, basis: { rule }, startedOn: request.askedOn }
      await startDeadline(tx, services, { ...clock, holder: { role: 'council-secretary' }, public: false, by })
    }
    return { kind: 'asked', id }
  })
