import { changedFields } from '#platform/history/change-rules.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { findEventByForm, setSigners } from './signing-queries.ts'
import { mayBeSigned, needsReason, type SigningFacts } from './signing-rules.ts'

type Order = { reason: string | null; by: ChangedBy; seen: number | null; formId: string }

/** Who signed the act, and on which day; of an announced one, or a second time, with the reason. */
export async function writeSigners(
  services: Services,
  id: string,
  facts: SigningFacts,
  { reason, by, seen, formId }: Order,
): Promise<ActOutcome<'no-reason'>> {
  if ((await findEventByForm(services.db, formId)) === id) return 'done'
  return doWithAct<'no-reason'>(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (!mayBeSigned(act.state)) return 'wrong-state'
    const before = { chair: act.chairName, secretary: act.secretaryName, 'signed-on': act.signedOn }
    const after = { chair: facts.chairName, secretary: facts.secretaryName, 'signed-on': facts.signedOn }
    const fields = changedFields(before, after)
    if (fields.length > 0 && reason === null && needsReason(act, act.signedOn !== null)) return 'no-reason'
    if (fields.length === 0) return 'done'
    await setSigners(tx, id, facts)
    const { institutionId } = act
    const event = { institutionId, actId: id, kind: 'signed', version, at, by: accountOf(by), formId } as const
    await insertActEvent(tx, { ...event, happenedOn: facts.signedOn, reason })
    const subject = refOf(ACT_RECORD, id)
    await recordChange(tx, { institutionId, subject, kind: 'signers-set', by, at, reason, fields })
    return 'done'
  })
}
