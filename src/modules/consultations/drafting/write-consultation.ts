import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { changedFields, type FieldChange } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { basesIn, basisOf, clockOf } from '../closing/closing-rules.ts'
import { reckonClosing } from '../closing/reckon-closing.ts'
import { planClosing } from '../closing/set-closing.ts'
import { refusalToCorrect, type CorrectionRefusal, type Stage } from '../consultation-rules.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { postingIsNoted } from '../notices/ask-for-posting.ts'
import { recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import { inheritPlannedAct } from '../year/link-planned-act.ts'
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
  /** The last day on which comments are taken in; null: the least that its rule asks for, or not known yet. */
  closesOn: string | null
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
  /** The closing day is before the least, or (`posting`) would be, counted from the day of the official notice. */
  | { kind: 'too-early'; least: string; field: 'closing' | 'posting' }
  | { kind: 'law-of-another-country' }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** A new draft, seen by the office alone. The same form arriving again is the same draft. */
export async function startConsultation(
  services: Services,
  official: Official,
  form: DraftForm & { id?: string | undefined; stage?: Stage },
): Promise<WriteOutcome> {
  if (!mayIn(official, consultationPermissions['consultations.write'], form.institutionId))
    return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<WriteOutcome> => {
    const institution = await findInstitutionById(tx, 'sq', form.institutionId)
    // One that is closed, or only listed, takes no new matter.
    if (!institution || institution.closedOn !== null || institution.standing !== 'member')
      return { kind: 'not-permitted' }
    if (!basesIn(institution.jurisdiction).includes(basisOf(form))) return { kind: 'law-of-another-country' }
    const closing = await reckonClosing(tx, services, form)
    if (closing?.kind === 'rule' && closing.tooEarly)
      return { kind: 'too-early', least: closing.least, field: 'closing' }
    return insertDraft(tx, services, official, form)
  })
}

/** All that a new draft consists of. */
export async function insertDraft(
  tx: Transaction,
  services: Services,
  official: Official,
  form: DraftForm & { id?: string | undefined; repeatsId?: string; stage?: Stage; followsId?: string },
): Promise<{ kind: 'written'; id: string; isNew: boolean }> {
  const now = services.clock.now()
  const { institutionId } = form
  const fields = { ...form, history: false }
  const { id, isNew } = await insertConsultation(tx, institutionId, fields, official.accountId, now)
  if (isNew) {
    await translate(tx, id, institutionId, form, 1, official.accountId, now)
    await classify(tx, id, institutionId, form)
    await recordOfConsultation(tx, { institutionId, id, kind: 'created', by: official, at: now })
    await planClosing(tx, services, { ...form, id, by: official, accountId: official.accountId })
    if (form.repeatsId) await inheritPlannedAct(tx, services, { id, repeatsId: form.repeatsId, by: official.accountId })
  }
  return { kind: 'written', id, isNew }
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
    const { institutionId, state } = current
    if (!mayIn(official, consultationPermissions['consultations.write'], institutionId))
      return { kind: 'not-permitted' }
    if (current.version !== form.fromVersion) return { kind: 'changed-meanwhile', version: current.version }
    const refusal = refusalToCorrect(current, form)
    if (refusal) return { kind: 'refused', refusal }
    const early = await isTooEarly(tx, services, current, form)
    if (early) return early
    // What it rests on stands once it is public: the clock runs by it.
    const basisRule = state === 'draft' ? form.basisRule : current.basisRule
    const version = await updateConsultation(tx, id, { ...form, basisRule }, now)
    if (state === 'draft')
      await planClosing(tx, services, { ...form, id, institutionId, by: official, accountId: official.accountId })
    await classify(tx, id, institutionId, form)
    await translate(tx, id, institutionId, form, version, official.accountId, now)
    if (state !== 'draft') {
      const event = { institutionId, consultationId: id, kind: 'corrected', version, at: now } as const
      await insertConsultationEvent(tx, { ...event, by: official.accountId, reason: form.reason })
      await tellOfConsultation(tx, { id, institutionId, kind: 'corrected', at: now })
    }
    if (form.officialPostedOn !== null) await postingIsNoted(tx, services, id, official)
    const kind = state === 'draft' ? 'changed' : 'corrected'
    const fields = changedIn(current, { ...form, basisRule })
    const reason = form.reason || null
    await recordOfConsultation(tx, { institutionId, id, kind, by: official, at: now, reason, fields })
    await enterConsultation(tx, services, id)
    return { kind: 'written', id }
  })
}

/** Of a draft the day that was chosen; of what is public, whether a day of notice entered later leaves people enough. */
async function isTooEarly(
  tx: Transaction,
  services: Services,
  current: OfficeConsultation,
  form: DraftForm,
): Promise<Extract<WriteOutcome, { kind: 'too-early' | 'law-of-another-country' }> | null> {
  const { institutionId, publishedAt, zone } = current
  const institution = await findInstitutionById(tx, 'sq', institutionId)
  if (institution && !basesIn(institution.jurisdiction).includes(basisOf(form)))
    return { kind: 'law-of-another-country' }
  if (publishedAt && form.officialPostedOn === current.officialPostedOn) return null
  const { subject, slot } = clockOf(current.id)
  // A day that was set by hand stands, whatever the institution has set since.
  if (publishedAt && (await findDeadline(tx, subject, slot))?.basis === 'day') return null
  const published = publishedAt ? civilDateIn(zone, publishedAt) : undefined
  const closing = await reckonClosing(tx, services, { ...form, institutionId }, published)
  if (closing?.kind !== 'rule' || !closing.tooEarly) return null
  return { kind: 'too-early', least: closing.least, field: publishedAt ? 'posting' : 'closing' }
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
    ...changedFields(factsOf({ ...before, closesOn: typedClosing(before) }), factsOf(after)),
    ...summaries.map(({ field }) => ({ field, from: null, to: null })),
  ]
}

/** Of a draft the day that was typed, not the one that came of it. */
export const typedClosing = (c: Pick<OfficeConsultation, 'state' | 'closesOn' | 'closesChosenOn'>): string | null =>
  c.state === 'draft' ? c.closesChosenOn : c.closesOn

type Facts = ConsultationFields & { titleEn: string | null; closesOn: string | null }

const factsOf = (form: Facts): Record<string, string | null> => ({
  title: form.title,
  'title-en': form.titleEn || null,
  'act-kind': form.actKind,
  'legal-basis': form.legalBasis,
  'basis-rule': form.basisRule,
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
