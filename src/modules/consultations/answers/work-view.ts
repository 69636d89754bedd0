import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { readSetting } from '#platform/institutions/institution-settings-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { listArticleChoices, type ArticleChoice } from '../desk/desk-queries.ts'
import { listChangedWords } from '../drafters/return-queries.ts'
import { membersOf } from '../groups/group-write-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { MOST_ANSWERED_AT_ONCE } from './answer-rules.ts'
import { answersNavOf, type AnswersNavRights } from './answers-nav-view.ts'
import { listAnswerVersions, type AnswerVersion } from './public-answer-queries.ts'
import { listReasons, type LibraryReason } from './reason-queries.ts'
import { readWorkQuestion, WORK_PAGE, type WorkQuestion } from './work-rules.ts'
import { findOfficeAnswer, type OfficeAnswer } from './office-answer-queries.ts'
import {
  countProgress,
  countWaiting,
  countWork,
  findMatterOfWork,
  findUnanswered,
  listOfAnswer,
  listToRead,
  listWork,
  listWorkIds,
  type Matter,
  type Progress,
  type ReadComment,
  type Waiting,
  type WorkFilter,
  type WorkRow,
} from './work-queries.ts'

export type Mays = { write: boolean; decide: boolean; publish: boolean }

export type WorkView = {
  matter: Matter
  question: WorkQuestion
  rows: WorkRow[]
  matching: number
  articles: ArticleChoice[]
  progress: Progress[]
  waiting: Waiting
  older: string | null
  paged: boolean
  nav: AnswersNavRights
  may: Mays
}

const maysOf = (official: Official, institutionId: string): Mays => ({
  write: mayIn(official, may['answers.write'], institutionId),
  decide: mayIn(official, may['answers.decide'], institutionId),
  publish: mayIn(official, may['answers.publish'], institutionId),
})

/** Null: there is none, or it belongs to an institution of others. */
async function findReadable({ db }: Pick<Services, 'db'>, official: Official, id: string): Promise<Matter | null> {
  const matter = isUuid(id) ? await findMatterOfWork(db, id) : null
  if (!matter || matter.state === 'draft') return null
  return mayIn(official, may['answers.read'], matter.institutionId) ? matter : null
}

const filterOf = async (
  { db }: Pick<Services, 'db'>,
  official: Official,
  matter: Matter,
  question: WorkQuestion,
): Promise<WorkFilter> => {
  const byTwo = question.mine && (await readSetting(db, matter.institutionId, 'answers-by-two'))
  return { ...question, consultationId: matter.id, notBy: byTwo ? official.accountId : null }
}

/** All that want an answer, and how far each has come. */
export async function viewWork(
  services: Pick<Services, 'db'>,
  official: Official,
  id: string,
  query: Record<string, string | undefined>,
): Promise<WorkView | null> {
  const { db } = services
  const matter = await findReadable(services, official, id)
  if (!matter) return null
  const question = readWorkQuestion(query)
  const filter = await filterOf(services, official, matter, question)
  const after = readListKey(query.para)
  const [listed, matching, articles, progress, waiting] = await Promise.all([
    listWork(db, filter, { after, limit: WORK_PAGE + 1 }),
    countWork(db, filter),
    listArticleChoices(db, id),
    countProgress(db, id),
    countWaiting(db, id),
  ])
  const rows = listed.slice(0, WORK_PAGE)
  const last = rows.at(-1)
  return {
    matter,
    question,
    rows,
    matching,
    articles,
    progress,
    waiting,
    older: listed.length > WORK_PAGE && last ? writeListKey({ at: last.confirmedAt, id: last.id }) : null,
    paged: after !== null,
    nav: answersNavOf(official, matter.institutionId),
    may: maysOf(official, matter.institutionId),
  }
}

/** Whom a new answer is for: chosen one by one, all of a group, or all that match what was asked for. */
export type Choice = { ids: readonly string[]; group: string | null; filter: string | null }

export type ChosenView = {
  matter: Matter
  comments: ReadComment[]
  /** All of them, shown in full or not. */
  number: number
  ids: readonly string[]
  reasons: LibraryReason[]
  before: string | null
  next: string | null
  may: Mays
}

const SHOWN_IN_FULL = 20

export async function viewChosen(
  services: Pick<Services, 'db'>,
  official: Official,
  id: string,
  choice: Choice,
): Promise<ChosenView | null> {
  const { db } = services
  const matter = await findReadable(services, official, id)
  if (!matter) return null
  const ids = await idsOf(services, official, matter, choice)
  const [comments, reasons] = await Promise.all([listToRead(db, id, ids, SHOWN_IN_FULL), reasonsOf(db, matter)])
  const [only] = ids.length === 1 ? comments : []
  const key = only ? { at: only.confirmedAt, id: only.id } : null
  const [before, next] = await Promise.all([
    key ? findUnanswered(db, id, { key, way: 'before' }) : null,
    findUnanswered(db, id, { key, way: 'next' }),
  ])
  const mays = maysOf(official, matter.institutionId)
  return {
    matter,
    comments,
    number: ids.length > SHOWN_IN_FULL ? ids.length : comments.length,
    ids,
    reasons,
    before,
    next,
    may: mays,
  }
}

async function idsOf(
  { db }: Pick<Services, 'db'>,
  official: Official,
  matter: Matter,
  { ids, group, filter }: Choice,
): Promise<readonly string[]> {
  if (group !== null) {
    const members = await membersOf(db, group)
    return members.filter(({ state }) => state === 'confirmed').map(({ commentId }) => commentId)
  }
  if (filter === null) return ids
  const question = readWorkQuestion(Object.fromEntries(new URLSearchParams(filter)))
  return listWorkIds(db, await filterOf({ db }, official, matter, question), MOST_ANSWERED_AT_ONCE + 1)
}

const reasonsOf = (db: Services['db'], matter: Matter): Promise<LibraryReason[]> =>
  listReasons(db, { institutions: [matter.institutionId], decision: null, active: true, after: null, limit: 300 })

export type OneAnswerView = {
  matter: Matter
  answer: OfficeAnswer
  versions: AnswerVersion[]
  comments: ReadComment[]
  after: string | null
  paged: boolean
  reasons: LibraryReason[]
  next: string | null
  /** What the drafters wrote of the article itself, in the file that came back. */
  changedWords: { words: string; unit: string; code: string }[]
  may: Mays
  /** Whoever proposed it does not decide it. */
  ownProposal: boolean
}

export async function viewOneAnswer(
  services: Pick<Services, 'db'>,
  official: Official,
  id: string,
  after: string,
): Promise<OneAnswerView | null> {
  const { db } = services
  const answer = isUuid(id) ? await findOfficeAnswer(db, id) : null
  const matter = answer && (await findReadable(services, official, answer.consultationId))
  if (!answer || !matter) return null
  const [versions, listed, reasons, next, byTwo, changedWords] = await Promise.all([
    answer.version > 0 ? listAnswerVersions(db, id) : [],
    listOfAnswer(db, id, { after, limit: SHOWN_IN_FULL + 1 }),
    reasonsOf(db, matter),
    findUnanswered(db, matter.id, { key: null, way: 'next' }),
    readSetting(db, matter.institutionId, 'answers-by-two'),
    answer.source === 'file' ? listChangedWords(db, id) : [],
  ])
  const comments = listed.slice(0, SHOWN_IN_FULL)
  return {
    matter,
    answer,
    versions,
    comments,
    after: listed.length > SHOWN_IN_FULL ? (comments.at(-1)?.code ?? null) : null,
    paged: after !== '',
    reasons,
    next,
    changedWords,
    may: maysOf(official, matter.institutionId),
    ownProposal: byTwo && answer.proposedBy === official.accountId,
  }
}
