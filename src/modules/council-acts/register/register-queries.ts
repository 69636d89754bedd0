import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Row } from '#platform/export/dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { ofPlace } from '#platform/places/place-queries.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { ofTopic } from '#platform/topics/topic-queries.ts'
import type { ActKind, ActState, ForceFacts, Legality, Nature } from '../act-rules.ts'
import type { NumberSearch } from './number-search-rules.ts'
import type { Proposer, RegisterSort, ShownForce } from './register-question-rules.ts'

/** What narrows the register; null: not narrowed. */
export type RegisterSelection = {
  institutionId: string | null
  /** The institutions of a country. */
  among: readonly string[] | null
  year: number | null
  kind: ActKind | null
  nature: Nature | null
  commissionId: string | null
  commissionWords: string | null
  proposer: Proposer | null
  topicId: string | null
  placeId: string | null
  legality: Legality | null
  force: ShownForce | null
  number: NumberSearch | null
  words: RegisterWords | null
}

/** Words that are looked for: each in the title, or all by the index of words. `kinds`: the documents of acts. */
export type RegisterWords = { inTitle: readonly string[]; tsquery: string; kinds: readonly string[] }

/** `day`: today, for what depends on it. */
export type RegisterWish = { selection: RegisterSelection; day: CivilDate; sort: RegisterSort }
export type RegisterPageWish = RegisterWish & { offset: number; limit: number }

/** The conditions that the indexes of the register hold, and what a number says. */
const chosen = (db: Queryable, { selection: s, day }: RegisterWish) => db`
  true
  ${s.institutionId ? db`and act.institution_id = ${s.institutionId}` : db``}
  ${s.among ? db`and act.institution_id = any(${[...s.among]}::uuid[])` : db``}
  ${s.year === null ? db`` : db`and act.year = ${s.year}`}
  ${s.kind ? db`and act.act_kind = ${s.kind}` : db``}
  ${s.nature ? db`and act.nature = ${s.nature}` : db``}
  ${s.commissionId ? db`and act.commission_id = ${s.commissionId}` : db``}
  ${s.commissionWords ? db`and act.commission_words = ${s.commissionWords}` : db``}
  ${s.proposer ? db`and act.proposer_kind = ${s.proposer}` : db``}
  ${s.legality ? db`and act.legality = ${s.legality}` : db``}
  ${s.topicId ? db`and not act.restricted and 'council-acts.act:' || act.id ${ofTopic(db, s.topicId)}` : db``}
  ${s.placeId ? db`and not act.restricted and 'council-acts.act:' || act.id ${ofPlace(db, s.placeId)}` : db``}
  ${
    s.force
      ? db`${s.force === 'suspended' ? stopped(db) : db``} and council_acts.force_on(${day}::date, act.state, act.in_force_from, act.in_force_to, act.suspended_from,
                                     act.stated_force) = ${s.force}`
      : db``
  }
  ${s.number ? db`and ${numbered(db, s.number)}` : db``}`

/** Few are: they have an index of their own. */
const stopped = (db: Queryable) => db`and (act.suspended_from is not null or act.stated_force = 'suspended')`

const numbered = (db: Queryable, { serial, year, kind, printed }: NumberSearch) => db`
  (lower(act.number_words) = ${printed}
   ${serial === null ? db`` : db`or act.serial = ${serial} ${year === null ? db`` : db`and act.year = ${year}`}`})
  ${year === null ? db`` : db`and act.year = ${year}`}
  ${kind === null ? db`` : db`and act.act_kind = ${kind}`}`

const titled = (db: Queryable, { inTitle }: RegisterWords) =>
  inTitle.reduce((so, word) => db`${so} and act.title_plain like ${likePattern(word)}`, db`true`)

const inTexts = (db: Queryable, { tsquery, kinds }: RegisterWords) => db`
  select doc.matter from platform.search_documents as doc
  where doc.kind = any(${[...kinds]}::text[]) and doc.words @@ ${tsquery}::tsquery`

/** The same with words, for files and feeds, which go through all of it. */
const matching = (db: Queryable, wish: RegisterWish) => {
  const { words } = wish.selection
  if (!words) return chosen(db, wish)
  return db`${chosen(db, wish)}
    and (${titled(db, words)} or 'council-acts.act:' || act.id in (${inTexts(db, words)}))`
}

const order = (db: Queryable, sort: RegisterSort) =>
  sort === 'newest'
    ? db`act.day desc, act.id desc`
    : db`act.year desc nulls last, act.serial desc nulls last, act.id desc`

export type RegisterRow = ForceFacts & {
  id: string
  slug: string
  number: string | null
  kind: ActKind
  kindWords: string | null
  title: string
  titleEn: string | null
  lang: string
  nature: Nature | null
  restricted: boolean
  state: ActState
  legality: Legality
  adoptedOn: CivilDate | null
  adoptedWords: string | null
  announcedOn: CivilDate | null
  announceBy: CivilDate | null
  voidReason: string | null
  summary: string | null
  institutionSlug: string
  institutionName: string
  publishedAt: Date
  changedAt: Date
  version: number
  history: boolean
  serial: number | null
}

const shown = (db: Queryable, lang: Lang) => db`
  act.id, act.slug, act.number, act.act_kind as kind, act.kind_words, act.title, act.title_en, act.lang, act.nature,
  act.restricted, act.state, act.legality, act.adopted_on, act.adopted_words, act.announced_on, act.announce_by,
  act.void_reason, act.body as summary, act.in_force_from, act.in_force_to, act.suspended_from, act.stated_force,
  act.published_at, act.changed_at, act.version, act.history, act.serial, act.institution_slug,
  (select coalesce(case when ${lang}::text = 'en' then institution.listed_name_en end, institution.listed_name, institution.slug)
   from platform.institutions as institution where institution.id = act.institution_id) as institution_name`

/** By their ids, in the order of the ids. */
const rowsOf = (db: Queryable, lang: Lang) => db`
  select ${shown(db, lang)}
  from picked join council_acts.published_acts as act on act.id = picked.id order by picked.place`

/** One page. Its place is found in an index alone; the acts themselves are read for the page. */
export const listRegister = (db: Queryable, lang: Lang, wish: RegisterPageWish): Promise<RegisterRow[]> =>
  db<RegisterRow[]>`
    with walked as materialized (
      select act.id from council_acts.register_rows as act where ${matching(db, wish)}
      order by ${order(db, wish.sort)} limit ${wish.limit} offset ${wish.offset}
    ), picked as materialized (select walked.id, row_number() over ()::int as place from walked)
    ${rowsOf(db, lang)}`

/** How many there are, counted no further than the cap. */
export async function countRegister(db: Queryable, wish: RegisterWish, cap: number): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from (
        select from council_acts.register_rows as act where ${matching(db, wish)} limit ${cap}) as counted`,
  )
  return row?.count ?? 0
}

/**
 * `many`: so many have the words that not all were looked at. `titles`: in their titles, and which of them are the newest is not
 * known from this; `texts`: in their texts, and only titles were found.
 */
export type WordsFound = { count: number; many: 'titles' | 'texts' | null; ids: string[] }

/** What has the words in its title or in its texts: each of the two is read no further than the cap, then put in order. */
export async function findByWords(
  db: Queryable,
  wish: RegisterPageWish & { words: RegisterWords; cap: number },
): Promise<WordsFound> {
  const row = one(
    await db<WordsFound[]>`
      with titles as materialized (
        select act.id, act.day, act.year, act.serial from council_acts.register_rows as act
        where ${chosen(db, wish)} and ${titled(db, wish.words)} limit ${wish.cap}
      ), texts as materialized (
        ${inTexts(db, wish.words)} and (select count(*) from titles) < ${wish.cap} limit ${wish.cap}
      ), found as materialized (
        select titles.id, titles.day, titles.year, titles.serial from titles
        union
        select act.id, act.day, act.year, act.serial
        from (select distinct texts.matter from texts where (select count(*) from texts) < ${wish.cap}) as matters
        join council_acts.register_rows as act on act.id = split_part(matters.matter, ':', 2)::uuid
        where ${chosen(db, wish)}
      )
      select (select count(*)::int from found) as count,
             case when (select count(*) from titles) >= ${wish.cap} then 'titles'
                  when (select count(*) from texts) >= ${wish.cap} then 'texts' end as many,
             array(select act.id from found as act
                   where (select count(*) from titles) < ${wish.cap}
                   order by ${order(db, wish.sort)} limit ${wish.limit} offset ${wish.offset}) as ids`,
  )
  return row ?? { count: 0, many: null, ids: [] }
}

/** Of words that very many titles have: the register is walked until the page is full. */
export const listTitled = (
  db: Queryable,
  lang: Lang,
  wish: RegisterPageWish & { words: RegisterWords },
): Promise<RegisterRow[]> =>
  db<RegisterRow[]>`
    with walked as materialized (
      select act.id from council_acts.register_rows as act where ${chosen(db, wish)} and ${titled(db, wish.words)}
      order by ${order(db, wish.sort)} limit ${wish.limit} offset ${wish.offset}
    ), picked as materialized (select walked.id, row_number() over ()::int as place from walked)
    ${rowsOf(db, lang)}`

export const listByIds = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<RegisterRow[]> =>
  db<RegisterRow[]>`
    with picked as materialized (
      select asked.id, asked.place from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place))
    ${rowsOf(db, lang)}`

export type KeptRow = { id: string; day: CivilDate; row: Row }

/** The rows of the dataset as the page narrows them, newest first, from the place after the last one that was read. */
export const listRegisterData = (
  db: Queryable,
  wish: RegisterWish & { after: { day: CivilDate; id: string } | null; limit: number },
): Promise<KeptRow[]> =>
  db<KeptRow[]>`
    with picked as materialized (
      select act.id, act.day from council_acts.register_rows as act
      where ${matching(db, wish)}
        ${wish.after === null ? db`` : db`and (act.day, act.id) < (${wish.after.day}::date, ${wish.after.id}::uuid)`}
      order by act.day desc, act.id desc limit ${wish.limit})
    select picked.id, picked.day, to_jsonb(row) as row
    from picked join council_acts.open_acts as row on row.key = picked.id order by picked.day desc, picked.id desc`
