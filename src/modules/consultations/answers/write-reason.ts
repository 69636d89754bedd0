import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { REASON_KIND } from './answer-rules.ts'
import { changeReason, findReasonByForm, holdReason, insertReason, type ReasonWords } from './reason-queries.ts'

export type ReasonOutcome =
  { kind: 'written'; id: string } | { kind: 'moved-meanwhile' } | { kind: 'not-permitted' } | { kind: 'no-such-reason' }

/** A new reason in the library of an institution. */
export async function addReason(
  services: Services,
  official: Official,
  { institutionId, form, ...words }: ReasonWords & { institutionId: string; form: string },
): Promise<ReasonOutcome> {
  if (!mayIn(official, may['answers.reasons'], institutionId)) return { kind: 'not-permitted' }
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx): Promise<ReasonOutcome> => {
    const id = await insertReason(tx, { ...words, institutionId, at, by, form })
    if (id === null) return { kind: 'written', id: (await findReasonByForm(tx, form)) ?? '' }
    const subject = refOf(REASON_KIND, id)
    await recordChange(tx, { institutionId, subject, kind: 'reason-written', by: { accountId: by }, at })
    return { kind: 'written', id }
  })
}

export type ReasonChange = {
  revision: number
  form: string
  /** Null: as they are; it is taken out of use, or back into it. */
  words: ReasonWords | null
  active: boolean
}

/** Other words, or out of use: what was written with it stays as it is. */
export async function editReason(
  services: Services,
  official: Official,
  id: string,
  { revision, form, words, active }: ReasonChange,
): Promise<ReasonOutcome> {
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx): Promise<ReasonOutcome> => {
    const reason = await holdReason(tx, id)
    if (!reason) return { kind: 'no-such-reason' }
    if (!mayIn(official, may['answers.reasons'], reason.institutionId)) return { kind: 'not-permitted' }
    if (reason.formId === form) return { kind: 'written', id }
    if (reason.revision !== revision) return { kind: 'moved-meanwhile' }
    await changeReason(tx, id, { ...reason, ...words, active }, { at, by, form })
    const kind = active === reason.active ? 'reason-changed' : active ? 'reason-restored' : 'reason-retired'
    const { institutionId } = reason
    await recordChange(tx, { institutionId, subject: refOf(REASON_KIND, id), kind, by: { accountId: by }, at })
    return { kind: 'written', id }
  })
}
