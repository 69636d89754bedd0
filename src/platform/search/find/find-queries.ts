import type { CivilDate } from '#law/days.ts'
import type { Queryable } from '../../db/database.ts'
import { one } from '../../db/database.ts'
import type { Lang } from '../../i18n/language.ts'
import type { RecordLang } from '../search-source.ts'
import type { Selection } from '../selection-rules.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'

/** A condition on `platform.search_documents as doc`: all that the selection asks, but for its words. */
export const narrowing = (
  db: Queryable,
  { matter, kind, institutionId, year, state, topics, places }: ResolvedSelection,
) => db`
  true
  ${matter === null ? db`` : db`and doc.matter = ${matter}`}
  ${kind === null ? db`` : db`and doc.kind = ${kind}`}
  ${institutionId === null ? db`` : db`and doc.institution_id = ${institutionId}`}
  ${year === null ? db`` : db`and doc.year = ${year}`}
  ${state === null ? db`` : db`and doc.state = ${state}`}
  ${topics === null ? db`` : db`and doc.topics && ${topics as string[]}::text[]`}
  ${places === null ? db`` : db`and doc.places && ${places as string[]}::text[]`}`

/** A condition on `platform.search_documents as doc`: what the selection finds. */
export const selectionFilter = (db: Queryable, resolved: ResolvedSelection) => db`
  ${narrowing(db, resolved)} ${resolved.tsquery === null ? db`` : db`and doc.words @@ ${resolved.tsquery}::tsquery`}`

export type Selected = { institutionId: string | null; topics: string[]; places: string[] }

/** The institution of that word in addresses; the topic, the place and all below them. Empty: there is none. */
export async function findSelected(
  db: Queryable,
  { institution, topic, place }: Pick<Selection, 'institution' | 'topic' | 'place'>,
): Promise<Selected> {
  const row = one(
    await db<Selected[]>`
      with recursive topics_below (id) as (
        select id from platform.topics where id = ${topic}::uuid
        union
        select child.id from platform.topics as child join topics_below on child.parent_id = topics_below.id
      ), places_below (id) as (
        select id from platform.places where id = ${place}::uuid
        union
        select child.id from platform.places as child join places_below on child.parent_id = places_below.id
      )
      select (select id from platform.institutions where slug = ${institution}) as institution_id,
             array(select id::text from topics_below) as topics, array(select id::text from places_below) as places`,
  )
  return row ?? { institutionId: null, topics: [], places: [] }
}

export type NamesAsked = Record<'slugs' | 'institutions' | 'topics' | 'places' | 'matters', readonly string[]>
export type Named = {
  field: 'institution' | 'topic' | 'place' | 'matter'
  id: string
  name: string
  slug: string | null
}

/** The names of what a selection or a list of findings is about. Matters are named only as long as they are public. */
export function listNames(db: Queryable, lang: Lang, asked: NamesAsked): Promise<Named[]> {
  return db<Named[]>`
    select 'institution' as field, institution.id::text as id, institution.slug,
      (select name.name from platform.institution_names as name
       where name.institution_id = institution.id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
       order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as name
    from platform.institutions as institution
    where institution.id = any(${asked.institutions as string[]}::uuid[]) or institution.slug = any(${asked.slugs as string[]}::text[])
    union all
    select 'topic', id::text, null, case when ${lang}::text = 'en' then coalesce(name_en, name_sq) else name_sq end
    from platform.topics where id = any(${asked.topics as string[]}::uuid[])
    union all
    select 'place', id::text, null, case when ${lang}::text = 'en' then coalesce(name_en, name_sq) else name_sq end
    from platform.places where id = any(${asked.places as string[]}::uuid[])
    union all
    select 'matter', subject, null, title from platform.search_documents
    where subject = any(${asked.matters as string[]}::text[]) and part = ''`
}

/** One finding as it is shown. */
export type FoundDocument = {
  id: string
  subject: string
  part: string
  matter: string
  kind: string
  institutionId: string | null
  lang: RecordLang
  title: string
  heading: string | null
  body: string
  href: string
  day: CivilDate
  state: string
  dueOn: CivilDate | null
}

/** Longer words are read no further: a passage is sought in them for each page. */
const READ_OF_BODY = 20_000

/** The findings of these numbers, and the matters of these references themselves. */
export function listFound(db: Queryable, ids: readonly string[], matters: readonly string[]): Promise<FoundDocument[]> {
  return db<FoundDocument[]>`
    select doc.id::text as id, doc.subject, doc.part, doc.matter, doc.kind, doc.institution_id, doc.lang, doc.title, doc.heading,
           left(doc.body, ${READ_OF_BODY}) as body, doc.href, doc.day, doc.state, doc.due_on
    from platform.search_documents as doc
    where doc.id = any(${ids as string[]}::bigint[])
       or doc.subject = any(${matters as string[]}::text[]) and doc.part = ''`
}
