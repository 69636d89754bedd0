import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { linkRecords } from '#platform/links/link-records.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import { basisOf, clockOf, ruleOfBasis } from '../closing/closing-rules.ts'
import { holdForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { insertDraft } from '../drafting/write-consultation.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import { findNoticeWords, insertCoLeader, listCoLeaders, setNoticeWords } from './notice-queries.ts'

export type OnDraftOutcome =
  | { kind: 'opened'; id: string }
  /** Not a preliminary consultation that is public. */
  | { kind: 'not-preliminary' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/**
 * The consultation on the draft, out of the preliminary one: what carries over is copied, its days and its papers are its
 * own. `formId`: by which a form that arrives twice is known.
 */
export function openOnDraft(
  services: Services,
  official: Official,
  id: string,
  formId: string,
): Promise<OnDraftOutcome> {
  return services.db.begin(async (tx): Promise<OnDraftOutcome> => {
    const first = await holdForOffice(tx, id)
    if (!first) return { kind: 'no-such-consultation' }
    if (!mayIn(official, may['consultations.write'], first.institutionId)) return { kind: 'not-permitted' }
    if (first.stage !== 'preliminary' || first.state !== 'published') return { kind: 'not-preliminary' }
    const draft = await insertDraft(tx, services, official, await formOf(tx, first, formId))
    if (draft.isNew) await carryOver(tx, services, official, first, draft.id)
    return { kind: 'opened', id: draft.id }
  })
}

async function formOf(tx: Transaction, first: OfficeConsultation, formId: string) {
  const { subject } = clockOf(first.id)
  const [topics, places] = await Promise.all([
    listSubjectTopics(tx, 'sq', [subject]),
    listSubjectPlaces(tx, 'sq', [subject]),
  ])
  const { institutionId, title, titleEn, summary, summaryEn, actKind, legalBasis, contactEmail } = first
  return {
    id: formId,
    followsId: first.id,
    stage: 'on-draft' as const,
    institutionId,
    title,
    titleEn: titleEn ?? '',
    summary,
    summaryEn: summaryEn ?? '',
    actKind,
    legalBasis,
    basisRule: ruleOfBasis(basisOf(first)),
    contactEmail,
    opensOn: null,
    closesOn: null,
    officialPostingUrl: null,
    officialPostedOn: null,
    fromVersion: 1,
    reason: '',
    topicIds: topics.map((one) => one.id),
    placeIds: places.map((one) => one.id),
  }
}

/** Why and to what end, who leads together, and the link by which both pages show each other. */
async function carryOver(
  tx: Transaction,
  { clock }: Services,
  official: Official,
  { id: firstId, institutionId }: OfficeConsultation,
  id: string,
): Promise<void> {
  const at = clock.now()
  const words = await findNoticeWords(tx, firstId)
  const { reasons = '', reasonsEn = '', effect = '', effectEn = '' } = words ?? {}
  const kept = { reasons, reasonsEn, effect, effectEn, questions: '', questionsEn: '' }
  if (words) await setNoticeWords(tx, { consultationId: id, institutionId, words: kept, at })
  for (const leader of await listCoLeaders(tx, 'sq', firstId)) {
    const name = leader.partnerId === null ? leader.name : null
    const added = { ...leader, name, institutionId, consultationId: id, at, by: official.accountId, formId: null }
    await insertCoLeader(tx, added)
  }
  const link = { institutionId, from: clockOf(id).subject, to: clockOf(firstId).subject, kind: 'follows' } as const
  await linkRecords(tx, { ...link, by: official, at })
  await recordOfConsultation(tx, { institutionId, id: firstId, kind: 'drafted', by: official, at })
}
