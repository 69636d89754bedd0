import type { Door } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import { tsqueryText } from '#platform/search/find/selection-view.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, daysBetween, type CivilDate } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { ACT_KINDS, ACT_RECORD, forceOn, type Force } from '../act-rules.ts'
import { kindIn, textsIn as actTextsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { findRegisterYears, listCommissions, type CommissionChoice } from './choice-queries.ts'
import { viewGapFacts, type ShownGapFacts } from './gap-facts-view.ts'
import { isTooShort, readNumberSearch, titleWordsOf } from './number-search-rules.ts'
import {
  countRegister,
  findByWords,
  listByIds,
  listRegister,
  listTitled,
  type RegisterPageWish,
  type RegisterRow,
  type RegisterWish,
} from './register-queries.ts'
import { isId, lastPageOf, MOST_COUNTED, PER_PAGE, type RegisterQuestion } from './register-question-rules.ts'

/** Both countries keep the same time; where no institution says so, it is this. */
const ZONE = 'Europe/Tirane'

export type ShownAct = {
  id: string
  href: string
  number: string | null
  kind: string
  title: string
  titleLang: string | undefined
  row: RegisterRow
  force: Force
  /** Null: in time, or no rule said until when. */
  daysLate: number | null
}

export type RegisterView = {
  question: RegisterQuestion
  /** Of one institution alone; null: of several. */
  institution: InstitutionSummary | null
  rows: ShownAct[]
  /** Counted to `MOST_COUNTED`; one more means: more. */
  count: number
  lastPage: number
  /** How the words were found: as a number, or in titles alone since very many have them. */
  found: 'all' | 'number' | 'titles'
  tooShort: boolean
  choices: Choices
  gaps: ShownGapFacts | null
}

export type Choices = {
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  places: Place[]
  years: number[]
  commissions: CommissionChoice[]
}

type Asked = {
  services: Pick<Services, 'db' | 'clock'>
  doors: readonly Door[]
  lang: Lang
  question: RegisterQuestion
}

/** What the address asks for, for every file of it; null: an institution that is not there. */
export async function viewRegisterWish(asked: Asked): Promise<RegisterWish | null> {
  const { services, lang, question } = asked
  const narrowed = question.institution !== '' || question.country !== null
  const institutions = narrowed ? await listInstitutions(services.db, lang) : []
  const wish = wishOf(asked, institutions)
  if (!wish?.selection.number) return wish
  // As on the page: what is no number of any act is looked for as words.
  if ((await countRegister(services.db, wish, 1)) > 0) return wish
  return { ...wish, selection: { ...wish.selection, number: null, words: wordsOf(asked) } }
}

export const viewRegisterCount = ({ db }: Pick<Services, 'db'>, wish: RegisterWish, cap: number): Promise<number> =>
  countRegister(db, wish, cap)

/** Null: of an institution that is not there. */
export async function viewRegister(asked: Asked): Promise<RegisterView | null> {
  const { services, lang, question } = asked
  const { db } = services
  const [institutions, topics, places, years] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, question.place || null),
    findRegisterYears(db),
  ])
  const wish = wishOf(asked, institutions)
  if (!wish) return null
  const institution = institutions.find(({ slug }) => slug === question.institution) ?? null
  const only = institution ?? (institutions.length === 1 ? (institutions[0] ?? null) : null)
  const [found, commissions, gaps] = await Promise.all([
    findPage(asked, wish),
    only ? listCommissions(db, only.id) : [],
    only ? viewGapFacts(services, only, question.year) : null,
  ])
  return {
    question,
    institution,
    rows: ordered(found.rows, question).map((row) => shownOf(lang, row, wish.day)),
    count: found.count,
    lastPage: lastPageOf(found.count),
    found: found.found,
    tooShort: isTooShort(question.words) && numberIn(question.words) === null,
    choices: {
      institutions,
      topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === question.topic),
      places,
      years: years ? Array.from({ length: years.last - years.first + 1 }, (_, at) => years.last - at) : [],
      commissions,
    },
    gaps,
  }
}

/** Acts of one day stand together, each institution's by number. */
const ordered = (rows: readonly RegisterRow[], { sort }: RegisterQuestion): readonly RegisterRow[] =>
  sort === 'newest' ? rows.toSorted(byDayAndNumber) : rows

const byDayAndNumber = (a: RegisterRow, b: RegisterRow): number =>
  (b.adoptedOn ?? '').localeCompare(a.adoptedOn ?? '') ||
  a.institutionSlug.localeCompare(b.institutionSlug) ||
  (b.serial ?? 0) - (a.serial ?? 0)

type Found = { rows: RegisterRow[]; count: number; found: RegisterView['found'] }

async function findPage(asked: Asked, wish: RegisterWish): Promise<Found> {
  const { services, lang, question } = asked
  const { db } = services
  const page = { ...wish, offset: (question.page - 1) * PER_PAGE, limit: PER_PAGE }
  if (wish.selection.number) {
    const [rows, count] = await listed(asked, page)
    if (count > 0) return { rows, count, found: 'number' }
  }
  const words = wordsOf(asked)
  if (!words) {
    const [rows, count] = await listed(asked, { ...page, selection: { ...wish.selection, number: null } })
    return { rows, count, found: 'all' }
  }
  const bare = { ...page, selection: { ...wish.selection, number: null, words: null }, words }
  const { ids, count, many } = await findByWords(db, { ...bare, cap: MOST_COUNTED + 1 })
  if (many === 'titles') return { rows: await listTitled(db, lang, bare), count: MOST_COUNTED + 1, found: 'titles' }
  const rows = ids.length === 0 ? [] : await listByIds(db, lang, ids)
  return { rows, count, found: many === 'texts' ? 'titles' : 'all' }
}

const listed = ({ services: { db }, lang }: Asked, page: RegisterPageWish): Promise<[RegisterRow[], number]> =>
  Promise.all([listRegister(db, lang, page), countRegister(db, page, MOST_COUNTED + 1)])

function wishOf(asked: Asked, institutions: readonly InstitutionSummary[]): RegisterWish | null {
  const { services, question: q } = asked
  const institution = institutions.find(({ slug }) => slug === q.institution)
  if (q.institution !== '' && !institution) return null
  const among = institutions.filter(({ jurisdiction }) => jurisdiction === q.country).map(({ id }) => id)
  const number = numberIn(q.words)
  return {
    day: civilDateIn(institution?.zone ?? ZONE, services.clock.now()),
    sort: q.sort,
    selection: {
      institutionId: institution?.id ?? null,
      among: q.country === null ? null : among,
      year: q.year,
      kind: q.kind,
      nature: q.nature,
      commissionId: isId(q.commission) ? q.commission : null,
      commissionWords: q.commission === '' || isId(q.commission) ? null : q.commission,
      proposer: q.proposer,
      topicId: q.topic || null,
      placeId: q.place || null,
      legality: q.legality,
      force: q.force,
      number,
      words: number ? null : wordsOf(asked),
    },
  }
}

const KIND_NAMES = (['sq', 'en'] as const).flatMap((lang) =>
  ACT_KINDS.filter((kind) => kind !== 'other').map((kind) => ({ kind, name: actTextsIn(lang).kinds[kind] })),
)

const numberIn = (words: string) => readNumberSearch(words, KIND_NAMES)

/** Null: nothing is looked for by words. The documents of acts are those of the search itself. */
function wordsOf({ question: { words }, doors }: Asked): RegisterWish['selection']['words'] {
  const inTitle = titleWordsOf(words)
  if (inTitle.length === 0 || isTooShort(words)) return null
  const sources = doors.flatMap(({ search }) => search ?? []).filter(({ subjectKind }) => subjectKind === ACT_RECORD)
  return {
    inTitle,
    tsquery: tsqueryText(words, false) ?? "'='",
    kinds: sources.flatMap(({ kinds }) => Object.keys(kinds)),
  }
}

export function shownOf(lang: Lang, row: RegisterRow, day: CivilDate): ShownAct {
  const english = lang === 'en' && row.titleEn !== null
  const { announceBy, announcedOn, state } = row
  const on = announcedOn ?? (state === 'numbered' ? day : null)
  const late = announceBy !== null && on !== null ? daysBetween(announceBy, on) : 0
  return {
    id: row.id,
    href: inLanguage(lang, actUrls.act(row.slug)),
    number: row.number,
    kind: kindIn(lang, row),
    title: english ? (row.titleEn ?? row.title) : row.title,
    titleLang: english || row.lang === lang ? undefined : row.lang,
    row,
    force: forceOn(day, row),
    daysLate: late > 0 ? late : null,
  }
}
