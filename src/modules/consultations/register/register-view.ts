import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { listTakenNumbers, type TakenNumber } from '../takedowns/takedown-queries.ts'
import {
  countRegister,
  findRegisterYears,
  listGaps,
  listRegister,
  type Gap,
  type RegisterRow,
  type RegisterWish,
} from './register-queries.ts'
import { isWholeRegister, selectionOf, type RegisterQuestion } from './register-question-rules.ts'
import {
  isRising,
  MOST_COUNTED,
  readRegisterKey,
  REGISTER_PER_PAGE,
  registerKeyOf,
  registerStateAt,
  writeRegisterKey,
  type RegisterState,
} from './register-rules.ts'

/** Numbers without a row that one page tells of. */
const MOST_GAPS = 50

export type ShownRow = RegisterRow & { stateNow: RegisterState }

export type RegisterView = {
  question: RegisterQuestion
  rows: ShownRow[]
  /** Counted to `MOST_COUNTED`; one more means: more. */
  count: number
  older: string | null
  newer: string | null
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  places: Place[]
  years: number[]
  /** Numbers whose consultations were taken down, and numbers that nothing carries: a register explains its gaps. */
  taken: TakenNumber[]
  gaps: Gap[]
}

/** What the address asks for, for the page and for every file of it; null: an institution that is not there. */
export async function viewRegisterWish(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  question: RegisterQuestion,
): Promise<RegisterWish | null> {
  const institutions = question.institution === '' ? [] : await listInstitutions(db, lang)
  return wishOf(question, institutions, clock.now())
}

function wishOf(question: RegisterQuestion, institutions: readonly InstitutionSummary[], now: Date) {
  const institution = institutions.find(({ slug }) => slug === question.institution)
  if (question.institution !== '' && !institution) return null
  const { sort, state } = question
  return { selection: selectionOf(question, institution?.id ?? null), now, sort, rising: isRising(sort, state) }
}

export const viewRegisterCount = ({ db }: Pick<Services, 'db'>, wish: RegisterWish, cap: number): Promise<number> =>
  countRegister(db, wish, cap)

/** Null: of an institution that is not there. */
export async function viewRegister(
  { db, clock }: Services,
  lang: Lang,
  question: RegisterQuestion,
): Promise<RegisterView | null> {
  const [institutions, topics, places, years] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, question.place || null),
    findRegisterYears(db),
  ])
  const wish = wishOf(question, institutions, clock.now())
  if (!wish) return null
  const [page, count, gaps] = await Promise.all([
    pageOf(db, lang, question, wish),
    countRegister(db, wish, MOST_COUNTED + 1),
    readGaps(db, lang, question, wish.selection.institutionId),
  ])
  return {
    question,
    ...page,
    count,
    institutions,
    topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === question.topic),
    places,
    years: yearsOf(years),
    ...gaps,
  }
}

async function pageOf(db: Queryable, lang: Lang, { sort, after, before }: RegisterQuestion, wish: RegisterWish) {
  const back = readRegisterKey(before, sort)
  const key = back ?? readRegisterKey(after, sort)
  const listed = await listRegister(db, lang, { ...wish, key, back: back !== null, limit: REGISTER_PER_PAGE + 1 })
  const more = listed.length > REGISTER_PER_PAGE
  const rows = listed.slice(0, REGISTER_PER_PAGE)
  if (back) rows.reverse()
  const keyOf = (row: RegisterRow | undefined) => (row ? writeRegisterKey(registerKeyOf(sort, row)) : null)
  return {
    rows: rows.map((row) => ({ ...row, stateNow: registerStateAt(row, wish.now) })),
    older: back || more ? keyOf(rows.at(-1)) : null,
    newer: (back ? more : key !== null) ? keyOf(rows[0]) : null,
  }
}

async function readGaps(db: Queryable, lang: Lang, question: RegisterQuestion, institutionId: string | null) {
  if (!isWholeRegister(question)) return { taken: [], gaps: [] }
  const { year } = question
  const [taken, gaps] = await Promise.all([
    listTakenNumbers(db, lang, { institutionId, limit: MOST_GAPS }),
    institutionId === null ? [] : listGaps(db, { institutionId, year, limit: MOST_GAPS }),
  ])
  return { taken: taken.filter(({ number }) => year === null || number.endsWith(`/${year}`)), gaps }
}

function yearsOf(found: { first: number; last: number } | null): number[] {
  if (!found) return []
  return Array.from({ length: found.last - found.first + 1 }, (_, at) => found.last - at)
}
