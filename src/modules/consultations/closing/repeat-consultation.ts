import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { shareContent } from '#platform/documents/content-queries.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { holdForOffice, setText, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { insertDraft } from '../drafting/write-consultation.ts'
import { consultationPermissions } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import { copyDocuments, copyText } from './closing-queries.ts'
import { clockOf } from './closing-rules.ts'

export type RepeatOutcome =
  | { kind: 'repeated'; id: string }
  | { kind: 'not-public' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/**
 * The same stage once more: a draft with the same words, text and documents, which will take a number and a window of its
 * own. `formId`: by which a form that arrives twice is known.
 */
export async function repeatConsultation(
  services: Services,
  official: Official,
  id: string,
  formId: string,
): Promise<RepeatOutcome> {
  return services.db.begin(async (tx): Promise<RepeatOutcome> => {
    const first = await holdForOffice(tx, id)
    if (!first) return { kind: 'no-such-consultation' }
    if (!mayIn(official, consultationPermissions['consultations.write'], first.institutionId))
      return { kind: 'not-permitted' }
    if (first.state !== 'published' || first.history) return { kind: 'not-public' }
    const draft = await insertDraft(tx, services, official, await formOf(tx, first, formId))
    if (draft.isNew) await copyContents(tx, services, official, first, draft.id)
    return { kind: 'repeated', id: draft.id }
  })
}

const NEW_DAYS = { opensOn: null, closesOn: null, officialPostingUrl: null, officialPostedOn: null }

/** Its days are new: when it opens is decided again, and it has not been posted anywhere yet. */
async function formOf(tx: Transaction, first: OfficeConsultation, formId: string) {
  const { subject } = clockOf(first.id)
  const [topics, places] = await Promise.all([
    listSubjectTopics(tx, 'sq', [subject]),
    listSubjectPlaces(tx, 'sq', [subject]),
  ])
  const { institutionId, title, titleEn, summary, summaryEn, actKind, legalBasis, basisRule, contactEmail } = first
  return {
    id: formId,
    repeatsId: first.id,
    institutionId,
    title,
    titleEn: titleEn ?? '',
    summary,
    summaryEn: summaryEn ?? '',
    actKind,
    legalBasis,
    basisRule,
    contactEmail,
    ...NEW_DAYS,
    fromVersion: 1,
    reason: '',
    topicIds: topics.map((one) => one.id),
    placeIds: places.map((one) => one.id),
  }
}

async function copyContents(
  tx: Transaction,
  { clock }: Services,
  official: Official,
  first: OfficeConsultation,
  id: string,
): Promise<void> {
  const at = clock.now()
  const textId = first.textVersionId ? await copyText(tx, { versionId: first.textVersionId, at }) : null
  if (textId !== null) await setText(tx, id, textId, at)
  await shareContent(tx)
  const [from, to] = [clockOf(first.id).subject, clockOf(id).subject]
  for (const file of await copyDocuments(tx, { from, to, at, by: official.accountId }))
    await enqueue(tx, 'documents.read', { file }, { maxAttempts: 4 })
  const change = { institutionId: first.institutionId, by: official, at }
  await recordOfConsultation(tx, { ...change, id: first.id, kind: 'repeated' })
}
