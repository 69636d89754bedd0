import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { answersNavOf, type AnswersNavRights } from '../answers/answers-nav-view.ts'
import { findForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { countPapers, listPaperLetters, type PaperLetter, type PaperState } from './letter-queries.ts'
import { listRatings, type GivenRating } from './rating-queries.ts'
import { satisfactionOf, type Satisfaction } from './satisfaction-queries.ts'

const PER_PAGE = 50
export const PAPER_STATES: readonly PaperState[] = ['to-print', 'to-hand', 'handed']

export type PapersView = {
  consultation: OfficeConsultation
  letters: readonly PaperLetter[]
  counts: Readonly<Record<PaperState, number>>
  state: PaperState | null
  older: string | null
  paged: boolean
  mayHand: boolean
  mayRead: boolean
  nav: AnswersNavRights
  today: CivilDate
}

type Query = Record<string, string | undefined>

/** The letters on paper of one consultation; null: there is none that this official may see. */
export async function viewPapers(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  id: string,
  query: Query,
): Promise<PapersView | null> {
  const consultation = isUuid(id) ? await findForOffice(db, lang, id) : null
  if (!consultation || !mayIn(official, may['comments.entered'], consultation.institutionId)) return null
  const state = PAPER_STATES.find((one) => one === query.gjendja) ?? null
  const before = readListKey(query.para)
  const [listed, counts] = await Promise.all([
    listPaperLetters(db, { consultationId: id, state, before, limit: PER_PAGE + 1 }),
    countPapers(db, id),
  ])
  const letters = listed.slice(0, PER_PAGE)
  const last = letters.at(-1)
  return {
    consultation,
    letters,
    counts,
    state,
    older: listed.length > PER_PAGE && last ? writeListKey({ at: last.writtenAt, id: last.id }) : null,
    paged: before !== null,
    mayHand: mayIn(official, may['comments.enter'], consultation.institutionId),
    mayRead: mayIn(official, may['comments.read'], consultation.institutionId),
    nav: answersNavOf(official, consultation.institutionId),
    today: civilDateIn(consultation.zone, clock.now()),
  }
}

export type RatingsView = {
  consultation: OfficeConsultation
  ratings: readonly GivenRating[]
  satisfaction: Satisfaction
  older: string | null
  paged: boolean
}

/** What the authors think of the answers, with their words: for the office alone. */
export async function viewRatings(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string,
  query: Query,
): Promise<RatingsView | null> {
  const consultation = isUuid(id) ? await findForOffice(db, lang, id) : null
  if (!consultation || !mayIn(official, may['comments.read'], consultation.institutionId)) return null
  const before = readListKey(query.para)
  const [listed, satisfaction] = await Promise.all([
    listRatings(db, { consultationId: id, before, limit: PER_PAGE + 1 }),
    satisfactionOf(db, id),
  ])
  const ratings = listed.slice(0, PER_PAGE)
  const last = ratings.at(-1)
  const older = listed.length > PER_PAGE && last ? writeListKey({ at: last.at, id: last.id }) : null
  return { consultation, ratings, satisfaction, older, paged: before !== null }
}
