import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refusalToCorrect, type CorrectionRefusal } from '../consultation-rules.ts'
import { consultationPermissions } from '../permissions.ts'
import {
  holdForOffice,
  insertConsultation,
  insertConsultationEvent,
  setTranslation,
  updateConsultation,
  type ConsultationFields,
} from './draft-queries.ts'

/** What the office fills in. */
export type DraftForm = ConsultationFields & {
  institutionId: string
  titleEn: string
  summaryEn: string
  /** The version the form showed: somebody else's change in between is told, not overwritten. */
  fromVersion: number
  reason: string
}

export type WriteOutcome =
  | { kind: 'written'; id: string }
  | { kind: 'refused'; refusal: CorrectionRefusal }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** A new draft, seen by the office alone. The same form arriving again is the same draft. */
export async function startConsultation(
  services: Services,
  official: Official,
  form: DraftForm & { id?: string | undefined },
): Promise<WriteOutcome> {
  if (!mayIn(official, consultationPermissions['consultations.write'], form.institutionId))
    return { kind: 'not-permitted' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteOutcome> => {
    const fields = { ...form, history: false }
    const { id, isNew } = await insertConsultation(tx, form.institutionId, fields, official.accountId, now)
    if (isNew) await translate(tx, id, form.institutionId, form, 1, official.accountId, now)
    return { kind: 'written', id }
  })
}

/** Changes a draft freely; what is public is corrected with a reason that everyone reads, as a new version. */
export async function changeConsultation(
  services: Services,
  official: Official,
  id: string,
  form: DraftForm,
): Promise<WriteOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, consultationPermissions['consultations.write'], institutionId))
      return { kind: 'not-permitted' }
    if (current.version !== form.fromVersion) return { kind: 'changed-meanwhile', version: current.version }
    const refusal = refusalToCorrect(current, form)
    if (refusal) return { kind: 'refused', refusal }
    const version = await updateConsultation(tx, id, form, now)
    await translate(tx, id, institutionId, form, version, official.accountId, now)
    if (current.state === 'published') {
      const event = { institutionId, consultationId: id, kind: 'corrected', version, at: now } as const
      await insertConsultationEvent(tx, { ...event, by: official.accountId, reason: form.reason })
    }
    return { kind: 'written', id }
  })
}

async function translate(
  tx: Transaction,
  id: string,
  institutionId: string,
  form: Pick<DraftForm, 'titleEn' | 'summaryEn'>,
  sourceVersion: number,
  by: string,
  at: Date,
): Promise<void> {
  const common = { institutionId, subject: `consultations.consultation:${id}`, lang: 'en', sourceVersion, by, at }
  await setTranslation(tx, { ...common, field: 'title', words: form.titleEn })
  await setTranslation(tx, { ...common, field: 'summary', words: form.summaryEn })
}
