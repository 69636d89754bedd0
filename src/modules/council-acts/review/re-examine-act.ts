import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { lockAct } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import type { ReExamination } from './review-rules.ts'
import { standing } from './review-rules.ts'
import { insertReExamination, listVerdicts } from './verdict-queries.ts'

export type ReExaminationOrder = {
  outcome: ReExamination
  on: string
  voteRef: string | null
  words: string
  formId: string
  by: ChangedBy
}
export type ReExaminationOutcome = 'done' | 'no-such-act' | 'not-now' | 'too-early'

/**
 * What the council did with an act that was returned. Everybody reads it from the day on which the act is sent again; until
 * then it changes nothing for anybody outside.
 */
export const reExamineAct = (
  services: Services,
  id: string,
  order: ReExaminationOrder,
): Promise<ReExaminationOutcome> =>
  services.db.begin(async (tx): Promise<ReExaminationOutcome> => {
    const act = await lockAct(tx, id)
    if (!act) return 'no-such-act'
    if (act.legality !== 'returned') return 'not-now'
    const { outcome, on, voteRef, words, formId, by } = order
    const returned = standing(await listVerdicts(tx, [id])).at(-1)
    if (returned && on < returned.decidedOn) return 'too-early'
    const at = services.clock.now()
    const { institutionId } = act
    const row = { institutionId, actId: id, outcome, decidedOn: on, voteRef, words, enteredAt: at }
    if (!(await insertReExamination(tx, { ...row, formId, by: accountOf(by) }))) return 'done'
    const fields = [{ field: 'reExamination', from: null, to: outcome }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 're-examined', by, at, fields })
    return 'done'
  })
