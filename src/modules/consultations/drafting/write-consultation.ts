import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { changedFields, type FieldChange } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { refusalToCorrect, type CorrectionRefusal } from '../consultation-rules.ts'
import { recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import {
  holdForOffice,
  insertConsultation,
  insertConsultationEvent,
  setTranslation,
  updateConsultation,
  type ConsultationFields,
  type OfficeConsultation,
} from './draft-queries.ts'

/** What the office fills in. */
export type DraftForm = ConsultationFields & {
  institutionId: string
  titleEn: string
  summaryEn: string
  /** The version the form showed: somebody else's change in between is told, not overwritten. */
  fromVersion: number
  reason: string
  /** What it is about, and where; left as they are when not told. */
  topicIds?: readonly string[]
  placeIds?: readonly string[]
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
    const institution = await findInstitutionById(tx, 'sq', form.institutionId)
    // One that is closed, or only listed, takes no new matter.
    if (!institution || institution.closedOn !== null || institution.standing !== 'member')
      return { kind: 'not-permitted' }
    const fields = { ...form, history: false }
    const { id, isNew } = await insertConsultation(tx, form.institutionId, fields, official.accountId, now)
    if (isNew) {
      await translate(tx, id, form.institutionId, form, 1, official.accountId, now)
      const { institutionId } = form
      await classify(tx, id, institutionId, form)
      await recordOfConsultation(tx, { institutionId, id, kind: 'created', by: official, at: now })
    }
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
    await classify(tx, id, institutionId, form)
    await translate(tx, id, institutionId, form, version, official.accountId, now)
    if (current.state !== 'draft') {
      const event = { institutionId, consultationId: id, kind: 'corrected', version, at: now } as const
      await insertConsultationEvent(tx, { ...event, by: official.accountId, reason: form.reason })
    }
    await recordOfConsultation(tx, {
      institutionId,
      id,
      kind: current.state === 'draft' ? 'changed' : 'corrected',
      by: official,
      at: now,
      reason: form.reason || null,
      fields: changedIn(current, form),
    })
    return { kind: 'written', id }
  })
}

async function classify(
  tx: Transaction,
  id: string,
  institutionId: string,
  { topicIds, placeIds }: Pick<DraftForm, 'topicIds' | 'placeIds'>,
): Promise<void> {
  const subject = `consultations.consultation:${id}`
  if (topicIds) await setTopics(tx, subject, institutionId, topicIds)
  if (placeIds) await setPlaces(tx, subject, institutionId, placeIds)
}

/** Long texts are named and not repeated: their versions stand with the consultation itself. */
function changedIn(before: OfficeConsultation, after: DraftForm): FieldChange[] {
  const words = (form: { summary: string; summaryEn: string | null }) => [form.summary, form.summaryEn ?? '']
  const summaries = changedFields({ summary: words(before).join('\n') }, { summary: words(after).join('\n') })
  return [
    ...changedFields(factsOf(before), factsOf(after)),
    ...summaries.map(({ field }) => ({ field, from: null, to: null })),
  ]
}

const factsOf = (form: ConsultationFields & { titleEn: string | null }): Record<string, string | null> => ({
  title: form.title,
  'title-en': form.titleEn || null,
  'act-kind': form.actKind,
  'legal-basis': form.legalBasis,
  'opens-on': form.opensOn,
  'closes-on': form.closesOn,
  'contact-email': form.contactEmail,
  'official-posting': form.officialPostingUrl,
  'official-posted-on': form.officialPostedOn,
})

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
