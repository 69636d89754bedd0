import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import {
  insertAmendments,
  listAmendments,
  settleAmendmentRow,
  type Amendment,
  type NewAmendment,
} from './making-queries.ts'

type Order = { by: { accountId: string }; seen: number }
export type Settlement = { state: Amendment['state']; nodeIds: readonly string[]; note: string | null }

/** It stands in the text, at these places; or it changes no words of it, and the note says what it does; or it is open again. */
export const settleAmendment = (
  services: Services,
  id: string,
  { amendmentId, settlement, by, seen }: Order & { amendmentId: string; settlement: Settlement },
): Promise<ActOutcome<'no-such-amendment'>> =>
  doWithAct<'no-such-amendment'>(services, id, { seen }, async ({ tx, act, at }) => {
    if (act.state === 'void' || act.textState !== 'laid') return 'wrong-state'
    const before = (await listAmendments(tx, id)).find((one) => one.id === amendmentId)
    if (!before) return 'no-such-amendment'
    await settleAmendmentRow(tx, amendmentId, { ...settlement, at, by: accountOf(by) })
    const fields = [{ field: `amendment`, from: before.state, to: settlement.state }]
    const change = {
      institutionId: act.institutionId,
      subject: refOf(ACT_RECORD, id),
      kind: 'amendment-settled',
      by,
      at,
    }
    await recordChange(tx, { ...change, reason: settlement.note, fields })
    return 'done'
  })

/** One that was adopted and whose motion is not recorded here. */
export const addAmendment = (
  services: Services,
  id: string,
  { amendment, by, seen }: Order & { amendment: Omit<NewAmendment, 'motionRef'> },
): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at }) => {
    if (act.state !== 'draft' || act.textState === 'adopted') return 'wrong-state'
    const { institutionId } = act
    await insertAmendments(tx, { institutionId, actId: id }, [{ ...amendment, motionRef: null }])
    const fields = [{ field: 'amendment', from: null, to: amendment.words.slice(0, 500) }]
    const change = { institutionId, subject: refOf(ACT_RECORD, id), kind: 'amendment-added', by, at, fields }
    await recordChange(tx, change)
    return 'done'
  })
