import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Row } from '#platform/export/dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { ofPlace } from '#platform/places/place-queries.ts'
import { ofTopic } from '#platform/topics/topic-queries.ts'
import type { ActKind, Stage, Timing } from '../consultation-rules.ts'
import {
  dayOfKey,
  numberOfKey,
  type RegisterKey,
  type RegisterSelection,
  type RegisterSort,
  type RegisterState,
} from './register-rules.ts'

export type RegisterWish = { selection: RegisterSelection; now: Date; sort: RegisterSort; rising: boolean }
/** `back`: what comes before the key, nearest first. */
export type RegisterPageWish = RegisterWish & { key: RegisterKey | null; back: boolean; limit: number }

const tables = (db: Queryable) => db`
  consultations.consultations as c
  join platform.institutions as institution on institution.id = c.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'`

const yearOf = (db: Queryable) => db`consultations.register_year_of(c.register_year, c.opens_on, c.published_at)`

/** Drafts and what was taken down are in no row of it. */
function chosen(db: Queryable, { selection: s, now }: RegisterWish) {
  return db`
    c.state in ('published', 'cancelled')
    ${s.institutionId ? db`and c.institution_id = ${s.institutionId}` : db``}
    ${s.country ? db`and institution.jurisdiction = ${s.country}` : db``}
    ${s.year === null ? db`` : db`and ${yearOf(db)} = ${s.year}`}
    ${s.actKind ? db`and c.act_kind = ${s.actKind}` : db``}
    ${s.state ? inState(db, s.state, now) : db``}
    ${s.topicId ? db`and 'consultations.consultation:' || c.id ${ofTopic(db, s.topicId)}` : db``}
    ${s.placeId ? db`and 'consultations.consultation:' || c.id ${ofPlace(db, s.placeId)}` : db``}
    ${s.number ? db`and c.register_number = ${s.number.n} and c.register_year = ${s.number.year}` : db``}
    ${s.words && !s.number ? db`and platform.plain(c.title) like ${likePattern(s.words)}` : db``}
    ${s.report === null ? db`` : withReport(db, s.report)}
    ${s.basis === null ? db`` : s.basis === 'other' ? db`and c.basis_rule is null` : db`and c.basis_rule = ${s.basis}`}`
}

const withReport = (db: Queryable, wanted: boolean) => db`
  and ${wanted ? db`` : db`not`} exists (
    select from consultations.reports as report where report.consultation_id = c.id and report.state = 'published')`

/** What runs is found by the deadlines that run. The bound in civil days leaves a day of slack for the index. */
function inState(db: Queryable, state: RegisterState, now: Date) {
  const day = now.toISOString().slice(0, 10)
  switch (state) {
    case 'cancelled':
      return db`and c.state = 'cancelled'`
    case 'concluded':
      return db`and c.state = 'published' and c.concluded_at is not null`
    case 'announced':
      return db`and c.state = 'published' and not c.history and c.concluded_at is null and c.opens_on >= ${day}::date - 1
        and c.opens_on::timestamp at time zone institution.zone > ${now}`
    case 'open':
      return db`and c.state = 'published' and not c.history and c.concluded_at is null
        and c.id in (
          select split_part(running.subject, ':', 2)::uuid from platform.deadlines as running
          where running.slot = 'comments' and running.state = 'running' and running.due_at > ${now})
        and c.opens_on::timestamp at time zone institution.zone <= ${now}`
    case 'closed':
      return db`and c.state = 'published' and c.concluded_at is null and (c.history or deadline.due_at <= ${now})`
  }
}

/** The columns of the order as one value; of one type with what a key gives. */
function place(db: Queryable, sort: RegisterSort) {
  switch (sort) {
    case 'newest':
      return db`(c.published_at, c.id)`
    case 'closing':
      return db`(coalesce(deadline.due_on, date '0001-01-01'), c.id)`
    case 'number':
      return db`(coalesce(c.register_year, 0), coalesce(c.register_number, 0), c.id)`
  }
}

function placeOfKey(db: Queryable, sort: RegisterSort, { n, id }: RegisterKey) {
  switch (sort) {
    case 'newest':
      return db`(${new Date(n)}::timestamptz, ${id}::uuid)`
    case 'closing':
      return db`(${dayOfKey(n)}::date, ${id}::uuid)`
    case 'number':
      return db`(${numberOfKey(n).year}::int, ${numberOfKey(n).number}::int, ${id}::uuid)`
  }
}

/** Again by the columns of what was picked: a number for each row would have all of them sorted, not the first alone. */
function order(db: Queryable, sort: RegisterSort, rising: boolean, of: 'all' | 'picked' = 'all') {
  const way = rising ? db`asc` : db`desc`
  const row = of === 'all' ? db`c` : db`picked`
  switch (sort) {
    case 'newest':
      return db`${row}.published_at ${way}, ${row}.id ${way}`
    case 'closing': {
      const day = of === 'all' ? db`deadline.due_on` : db`picked.closes_on`
      return db`coalesce(${day}, date '0001-01-01') ${way}, ${row}.id ${way}`
    }
    case 'number':
      return db`coalesce(${row}.register_year, 0) ${way}, coalesce(${row}.register_number, 0) ${way}, ${row}.id ${way}`
  }
}

const pickedOrder = (db: Queryable, { sort, rising, back }: RegisterPageWish) =>
  order(db, sort, rising !== back, 'picked')

/** The rows of one page, in their order, with the instants on which their state depends. */
function picked(db: Queryable, wish: RegisterPageWish) {
  const { sort, key } = wish
  const rising = wish.rising !== wish.back
  const after = key === null ? db`` : db`and ${place(db, sort)} ${rising ? db`>` : db`<`} ${placeOfKey(db, sort, key)}`
  return db`
    select c.id, c.institution_id, c.register_year, c.register_number, c.published_at, deadline.due_on as closes_on,
           c.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at
    from ${tables(db)} where ${chosen(db, wish)} ${after}
    order by ${order(db, sort, rising)} limit ${wish.limit}`
}

export type RegisterRow = Timing & {
  id: string
  number: string | null
  title: string
  shownLang: Lang
  actKind: ActKind
  stage: Stage
  institutionSlug: string
  institutionName: string
  opensOn: string | null
  closesOn: string | null
  concludedAt: Date | null
  cancelReason: string | null
  publishedAt: Date
  changedAt: Date
  version: number
  comments: number
  /** Comments that want an answer, and those of them that have one. */
  toAnswer: number
  answered: number
  url: string
  report: string | null
  adoptedOn: string | null
  adoptedReference: string | null
  registerYear: number | null
  registerNumber: number | null
}

/** One page of the register: the rows of its dataset, with titles and names in the language asked for. */
export const listRegister = (db: Queryable, lang: Lang, wish: RegisterPageWish): Promise<RegisterRow[]> =>
  db<RegisterRow[]>`
    with picked as (${picked(db, wish)})
    select row.id, row.number, coalesce(title.words, row.title) as title,
           case when title.words is null then row.lang else ${lang} end as shown_lang,
           row.act_kind, row.stage, row.institution as institution_slug,
           platform.institution_name(picked.institution_id, ${lang}, row.published_at::date) as institution_name,
           row.opens_on, row.closes_on, row.concluded_at, row.cancel_reason, row.published_at, row.changed_at, row.version,
           row.comments, row.to_answer, row.answered, row.url, row.report, row.adopted_on, row.adopted_reference,
           row.state, row.history, picked.opens_at, picked.closes_at, picked.register_year, picked.register_number
    from picked
    join consultations.open_consultations as row on row.id = picked.id
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || picked.id and title.field = 'title' and title.lang = ${lang}
    order by ${pickedOrder(db, wish)}`

export type KeptRow = {
  id: string
  row: Row
  publishedAt: Date
  closesOn: string | null
  registerYear: number | null
  registerNumber: number | null
}

/** The same rows as the files of the dataset have them. */
export const listRegisterData = (db: Queryable, wish: RegisterPageWish): Promise<KeptRow[]> =>
  db<KeptRow[]>`
    with picked as (${picked(db, wish)})
    select picked.id, to_jsonb(row) as row, picked.published_at, picked.closes_on, picked.register_year, picked.register_number
    from picked join consultations.open_consultations as row on row.id = picked.id
    order by ${pickedOrder(db, wish)}`

/** How many there are, counted no further than the cap. */
export async function countRegister(db: Queryable, wish: RegisterWish, cap: number): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from (select from ${tables(db)} where ${chosen(db, wish)} limit ${cap}) as counted`,
  )
  return row?.count ?? 0
}

/** The years that the register has rows of; null: it has none. */
export const findRegisterYears = async (db: Queryable): Promise<{ first: number; last: number } | null> =>
  one(
    await db<{ first: number; last: number }[]>`
      select found.first, found.last from (
        select min(${yearOf(db)}) as first, max(${yearOf(db)}) as last from consultations.consultations as c
        where c.state in ('published', 'cancelled')) as found
      where found.first is not null`,
  )

export type Gap = { year: number; first: number; last: number }

/** Numbers of an institution that nothing carries, not even something taken down. */
export const listGaps = (
  db: Queryable,
  wanted: { institutionId: string; year: number | null; limit: number },
): Promise<Gap[]> =>
  db<Gap[]>`
    select year, before + 1 as first, number - 1 as last from (
      select register_year as year, register_number as number,
             lag(register_number, 1, 0) over (partition by register_year order by register_number) as before
      from consultations.consultations
      where institution_id = ${wanted.institutionId} and register_number is not null
        ${wanted.year === null ? db`` : db`and register_year = ${wanted.year}`}) as numbered
    where number > before + 1
    order by year desc, first desc limit ${wanted.limit}`
