import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { viewEffects, type Effect } from '../effects/effects-view.ts'
import { consultationUrls } from '../urls.ts'
import { ANSWER_KIND } from './answer-rules.ts'
import {
  findPublicAnswer,
  listAnsweredComments,
  listAnswerVersions,
  type AnsweredComment,
  type AnswerInFull,
  type AnswerVersion,
} from './public-answer-queries.ts'
import { answerUrls } from './urls.ts'

const COMMENTS_ON_PAGE = 50

export type PublicAnswerView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  answer: AnswerInFull
  versions: AnswerVersion[]
  comments: AnsweredComment[]
  next: string | null
  paged: boolean
  entries: RecordEntriesView | null
  /** Places of the text that changed because of it. */
  effects: readonly Effect[]
}

/** Null: nobody can read one there. Of one that was taken down the house tells. */
export async function viewPublicAnswer(
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  slug: string,
  { code, after }: { code: string; after: string },
): Promise<PublicAnswerView | null> {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  const answer = consultation && (await findPublicAnswer(db, consultation.id, code))
  if (!consultation || !institution || !answer || answer.takenDown) return null
  const [versions, listed, entries, effects] = await Promise.all([
    listAnswerVersions(db, answer.id),
    listAnsweredComments(db, answer.id, { after, limit: COMMENTS_ON_PAGE + 1 }),
    findEntriesOfRecord(db, refOf(ANSWER_KIND, answer.id)),
    viewEffects(db, lang, [answer.id]),
  ])
  const comments = listed.slice(0, COMMENTS_ON_PAGE)
  const next = listed.length > COMMENTS_ON_PAGE ? (comments.at(-1)?.code ?? null) : null
  return {
    consultation,
    institution,
    answer,
    versions,
    comments,
    next,
    paged: after !== '',
    entries,
    effects: effects.get(answer.id) ?? [],
  }
}

/** The same as data; more comments by `next`. */
export function answerAsData(
  { consultation: { slug }, answer, versions, comments, next, effects }: PublicAnswerView,
  url: string,
) {
  return {
    url: url + answerUrls.one(slug, answer.code),
    consultation: url + consultationUrls.one(slug),
    code: answer.code,
    lang: answer.lang,
    version: answer.version,
    decision: answer.decision,
    ground: answer.ground,
    reason: answer.reason,
    proposedRole: answer.proposedRole,
    decidedRole: answer.decidedRole,
    decidedAt: answer.decidedAt,
    publishedAt: answer.publishedAt,
    changedAt: answer.changedAt,
    correction: answer.correction,
    number: answer.number,
    versions,
    effects: effects.map(({ versionN, nodeId, change, href }) => ({
      version: versionN,
      node: nodeId,
      change,
      url: url + href,
    })),
    comments: comments.map(({ code, isPublic }) => ({
      code,
      url: isPublic ? url + consultationUrls.comment(slug, code) : null,
    })),
    next: next === null ? null : `${url}${answerUrls.data(slug, answer.code)}?pas=${next}`,
  }
}
