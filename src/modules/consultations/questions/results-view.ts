import type { Lang } from '#platform/i18n/language.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { articlesOf } from '#platform/texts/shown-tree-rules.ts'
import { cursorOf, readCursor } from '../comments/comment-paging-view.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { phaseAt, type Phase } from '../consultation-rules.ts'
import { findOpenResults, listQuestions } from './question-queries.ts'
import type { Question } from './question-rules.ts'
import { listWritten, tallyAnswers, type WrittenAnswer } from './result-queries.ts'
import { areResultsShown, groupsOf, readGroup, resultOf, type Group, type QuestionResult } from './result-rules.ts'

const WRITTEN_PER_PAGE = 20

export type ResultsView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  phase: Phase
  /** Labels of the articles that something is asked about, as the newest version has them. */
  articles: ReadonlyMap<string, string>
  results: QuestionResult[]
  /** How many senders have answered anything. */
  senders: number
  /** False: only how many have answered is shown. */
  shown: boolean
  groups: Group[]
  group: Group | null
  /** Somebody asked for a group that is too small. */
  groupUnknown: boolean
}

export async function viewResults(
  services: Services,
  lang: Lang,
  slug: string,
  asked: string | undefined,
): Promise<ResultsView | null> {
  const { db, clock } = services
  const consultation = await findPublished(db, lang, slug)
  if (!consultation) return null
  const { id } = consultation
  const now = clock.now()
  const [institution, { tree }, questions, openResults, { tallies, senders }] = await Promise.all([
    findInstitutionById(db, lang, consultation.institutionId),
    publishedText(db, consultation.textVersionId, now),
    listQuestions(db, id),
    findOpenResults(db, id),
    tallyAnswers(db, id),
  ])
  if (!institution) return null
  const phase = phaseAt(consultation, now)
  const shown = areResultsShown(phase, openResults ?? false)
  const groups = shown ? groupsOf(questions, tallies) : []
  const wanted = readGroup(asked)
  const group = groups.find(({ by, is }) => by === wanted?.by && is === wanted.is) ?? null
  return {
    consultation,
    institution,
    phase,
    articles: new Map(articlesOf(tree).map(({ nodeId, label }) => [nodeId, label ?? ''])),
    results: questions.map((question) => resultOf(question, tallies, group)),
    senders,
    shown,
    groups,
    group,
    groupUnknown: shown && Boolean(asked) && group === null,
  }
}

export type WrittenView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  question: Question
  written: WrittenAnswer[]
  older: string | null
  paged: boolean
}

/** What was written in answer to one question, once its results are shown. */
export async function viewWritten(
  services: Services,
  lang: Lang,
  slug: string,
  wanted: { questionId: string; before: string | undefined },
): Promise<WrittenView | null> {
  const { db, clock } = services
  const consultation = isUuid(wanted.questionId) ? await findPublished(db, lang, slug) : null
  if (!consultation) return null
  const before = readCursor(wanted.before)
  const [institution, questions, openResults] = await Promise.all([
    findInstitutionById(db, lang, consultation.institutionId),
    listQuestions(db, consultation.id),
    findOpenResults(db, consultation.id),
  ])
  const question = questions.find(({ id }) => id === wanted.questionId)
  const shown = areResultsShown(phaseAt(consultation, clock.now()), openResults ?? false)
  if (!institution || !question || !shown) return null
  const of = { consultationId: consultation.id, questionId: question.id, before, limit: WRITTEN_PER_PAGE + 1 }
  const listed = await listWritten(db, of)
  const written = listed.slice(0, WRITTEN_PER_PAGE)
  const older = listed.length > WRITTEN_PER_PAGE ? cursorOf(written) : null
  return { consultation, institution, question, written, older, paged: before !== null }
}

export type QuestionsPartView = { asked: number; shown: boolean }

/** For the page of the consultation: whether anything is asked, and what can be seen of it. */
export async function viewQuestionsPart(
  { db, clock }: Services,
  consultation: PublishedConsultation,
): Promise<QuestionsPartView | null> {
  const questions = await listQuestions(db, consultation.id)
  if (questions.length === 0) return null
  const openResults = await findOpenResults(db, consultation.id)
  return {
    asked: questions.filter(({ withdrawnAt }) => withdrawnAt === null).length,
    shown: areResultsShown(phaseAt(consultation, clock.now()), openResults ?? false),
  }
}
