import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** The years that the register has acts of; null: it has none. */
export const findRegisterYears = async (db: Queryable): Promise<{ first: number; last: number } | null> =>
  one(
    await db<{ first: number; last: number }[]>`
      select found.first, found.last from (
        select (select min(act.year) from council_acts.register_rows as act) as first,
               (select max(act.year) from council_acts.register_rows as act) as last) as found
      where found.first is not null`,
  )

export type CommissionChoice = { value: string; name: string }

/** The commissions that acts of the institution name: its bodies, and what the source of an archive calls them. */
export const listCommissions = (db: Queryable, institutionId: string): Promise<CommissionChoice[]> =>
  db<CommissionChoice[]>`
    with recursive worded (words) as (
      (select act.commission_words from council_acts.register_rows as act
       where act.institution_id = ${institutionId} and act.commission_words is not null
       order by act.commission_words limit 1)
      union all
      select (select act.commission_words from council_acts.register_rows as act
              where act.institution_id = ${institutionId} and act.commission_words > worded.words
              order by act.commission_words limit 1)
      from worded where worded.words is not null)
    select choice.value, choice.name from (
      select body.id::text as value, body.name from platform.bodies as body
      where body.institution_id = ${institutionId}
        and exists (select from council_acts.register_rows as act where act.commission_id = body.id)
      union all
      (select worded.words, worded.words from worded where worded.words is not null limit 200)) as choice
    order by choice.name collate "sq-x-icu", choice.value`

/** Institutions that have acts in the register, by name. */
export const listActInstitutions = (db: Queryable, lang: Lang): Promise<{ id: string; slug: string; name: string }[]> =>
  db<{ id: string; slug: string; name: string }[]>`
    select listed.id, listed.slug, listed.name from (
      select institution.id, institution.slug,
             coalesce(case when ${lang}::text = 'en' then institution.listed_name_en end, institution.listed_name, institution.slug) as name
      from platform.institutions as institution
      where exists (select from council_acts.register_rows as act where act.institution_id = institution.id)) as listed
    order by listed.name collate "sq-x-icu", listed.slug`

export type DatedAct = {
  id: string
  institutionId: string
  institutionName: string
  slug: string
  number: string | null
  title: string
  titleEn: string | null
  lang: string
  inForceFrom: CivilDate
  version: number
  changedAt: Date
}

/** Acts that come into force between two days, both included, with what a calendar is narrowed by. */
export const listIntoForce = (
  db: Queryable,
  lang: Lang,
  wish: { from: CivilDate; to: CivilDate; institutionId: string | null; topics: string | null; places: string | null },
  limit: number,
): Promise<DatedAct[]> =>
  db<DatedAct[]>`
    select act.id, act.institution_id, act.slug, act.number, act.title, act.title_en, act.lang, act.in_force_from,
           act.version, act.changed_at,
           platform.institution_name(act.institution_id, ${lang}, act.in_force_from) as institution_name
    from council_acts.published_acts as act
    where act.in_force_from between ${wish.from} and ${wish.to} and act.state = 'announced'
      ${wish.institutionId === null ? db`` : db`and act.institution_id = ${wish.institutionId}`}
      ${wish.topics === null ? db`` : db`and ${wish.topics} = any(act.topics)`}
      ${wish.places === null ? db`` : db`and ${wish.places} = any(act.places)`}
    order by act.in_force_from, act.id limit ${limit}`
