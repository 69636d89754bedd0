import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'
import { listConsultationChoices, type ConsultationChoice } from '../moderation/moderation-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  countDeskStates,
  listArticleChoices,
  listDeskComments,
  type ArticleChoice,
  type DeskComment,
  type DeskFilter,
  type StateCount,
} from './desk-queries.ts'
import { listFileComments, type FileComment } from './chosen-queries.ts'
import { DESK_PAGE, MOST_AT_ONCE, writeDeskKey, type DeskPlace, type DeskQuestion } from './desk-rules.ts'
import { listLabelChoices, type LabelChoice } from './label-queries.ts'
import { listSavedViews, type SavedView } from './saved-view-queries.ts'

export type DeskChoices = {
  consultations: ConsultationChoice[]
  /** Of the consultation chosen; none without one. */
  articles: ArticleChoice[]
  labels: LabelChoice[]
}

export type DeskListView = {
  question: DeskQuestion
  choices: DeskChoices
  views: SavedView[]
  /** The saved view in the address. */
  viewId: string
  comments: DeskComment[]
  counts: StateCount[]
  /** How many match in all, with the state asked for. */
  matching: number
  older: string | null
  newer: string | null
  /** May do something with comments somewhere; the auditor only reads. */
  moderates: boolean
  keepsViews: boolean
}

export const filterOf = (official: Official, question: DeskQuestion): DeskFilter => ({
  ...question,
  // Articles have an order within one text alone.
  sort: question.sort === 'neni' && question.consultationId === '' ? 'te-rejat' : question.sort,
  institutions: institutionsWhere(official, may['comments.read']),
  accountId: official.accountId,
})

/** Comments of the institutions in which this official may read them, and of no other. */
export async function viewDesk(
  { db }: Services,
  official: Official,
  question: DeskQuestion,
  place: DeskPlace,
  viewId: string,
): Promise<DeskListView> {
  const filter = filterOf(official, question)
  const { institutions } = filter
  const consultationId = question.consultationId || null
  const [consultations, articles, labels, views, listed, counts] = await Promise.all([
    listConsultationChoices(db, institutions),
    consultationId ? listArticleChoices(db, consultationId) : [],
    listLabelChoices(db, { institutions, consultationId }),
    listSavedViews(db, official.accountId, institutions),
    listDeskComments(db, filter, place),
    countDeskStates(db, filter),
  ])
  const counted = question.state ? counts.filter(({ state }) => state === question.state) : counts
  return {
    question: filter,
    choices: { consultations, articles, labels },
    views,
    viewId,
    ...pageOf(listed, place),
    counts,
    matching: counted.reduce((sum, { count }) => sum + count, 0),
    moderates: official.roles.some(({ role }) => (may['comments.moderate'] as readonly string[]).includes(role)),
    keepsViews: official.roles.some(({ role }) => (may['comments.desk'] as readonly string[]).includes(role)),
  }
}

/** One more than fits was asked for: it says whether there is more that way, and is not shown. */
function pageOf(listed: readonly DeskComment[], place: DeskPlace): Pick<DeskListView, 'comments' | 'older' | 'newer'> {
  const more = listed.length > DESK_PAGE
  const back = place?.way === 'newer'
  const comments = back ? listed.slice(more ? 1 : 0) : listed.slice(0, DESK_PAGE)
  const [first, last] = [comments[0], comments.at(-1)]
  const keyOf = (one: DeskComment) => writeDeskKey({ at: one.confirmedAt, id: one.id, place: one.place })
  return {
    comments,
    older: last && (back || more) ? keyOf(last) : null,
    newer: first && (back ? more : place !== null) ? keyOf(first) : null,
  }
}

/** Who may be given comments of an institution. */
export const viewColleagues = ({ db, clock }: Services, institutionId: string): Promise<HousePerson[]> =>
  listHousePeople(db, institutionId, may['comments.moderate'], clock.now())

/** All that match, for a file: as many as it holds. */
export const viewDeskFile = ({ db }: Services, official: Official, question: DeskQuestion): Promise<FileComment[]> =>
  listFileComments(db, filterOf(official, question), MOST_AT_ONCE)
