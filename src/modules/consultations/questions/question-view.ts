import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { articlesOf, treeOf } from '#platform/texts/shown-tree-rules.ts'
import { viewDraft, type DraftView } from '../drafting/draft-view.ts'
import { consultationPermissions } from '../permissions.ts'
import { findOpenResults, listQuestions } from './question-queries.ts'
import { refusalToAsk, type Question } from './question-rules.ts'
import { countAnswers } from './result-queries.ts'

export type ArticleChoice = { nodeId: string; label: string; heading: string | null }

export type QuestionListView = {
  draft: DraftView
  questions: Question[]
  /** How many have answered each that is asked. */
  answered: ReadonlyMap<string, number>
  articles: ArticleChoice[]
  openResults: boolean
  isPublic: boolean
  mayWrite: boolean
  mayAsk: boolean
  mayMove: boolean
}

/** The questions of a consultation in the office; null for what is not there, or belongs to others. */
export async function viewQuestionList(
  services: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<QuestionListView | null> {
  const draft = await viewDraft(services, official, lang, id)
  if (!draft) return null
  const { db } = services
  const { consultation, phase } = draft
  const [questions, openResults, nodes, counts] = await Promise.all([
    listQuestions(db, id),
    findOpenResults(db, id),
    consultation.textVersionId ? listNodes(db, consultation.textVersionId) : [],
    consultation.state === 'draft' ? [] : countAnswers(db, id),
  ])
  const mayWrite =
    !consultation.history && mayIn(official, consultationPermissions['consultations.write'], consultation.institutionId)
  return {
    draft,
    questions,
    answered: new Map(counts.map(({ questionId, count }) => [questionId, count])),
    articles: articlesOf(treeOf(nodes)).map(({ nodeId, label, heading }) => ({ nodeId, label: label ?? '', heading })),
    openResults: openResults ?? false,
    isPublic: consultation.state !== 'draft',
    mayWrite,
    mayAsk: mayWrite && refusalToAsk('add', phase) === null,
    mayMove: mayWrite && refusalToAsk('move', phase) === null,
  }
}
