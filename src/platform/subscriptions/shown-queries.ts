import type { Queryable } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { ListKey } from '../lists/list-key.ts'
import { selectionFilter } from '../search/find/find-queries.ts'
import type { ResolvedSelection } from '../search/find/resolved-selection-rules.ts'
import type { ShownHappening } from './happening-words-rules.ts'

const columns = (db: Queryable, lang: Lang) => db`
  happening.id, happening.kind, happening.facts, happening.happened_at, happening.matter,
  coalesce(translated.words, document.title) as title,
  case when translated.words is null then document.lang else ${lang} end as title_lang,
  subject.href, document.href as matter_href, happening.institution_id, institution.slug as institution_slug,
  platform.institution_name(happening.institution_id, ${lang}, (happening.happened_at at time zone institution.zone)::date) as institution,
  institution.zone, institution.jurisdiction as country`

/** Only what is public still: the matter stands in the index, and what of it this is about does too. */
const standing = (db: Queryable, lang: Lang) => db`
  platform.happenings as happening
  join platform.search_documents as document on document.subject = happening.matter and document.part = ''
  join platform.search_documents as subject on subject.subject = happening.subject and subject.part = ''
  join platform.institutions as institution on institution.id = happening.institution_id
  left join platform.translations as translated
    on translated.subject = happening.matter and translated.field = 'title' and translated.lang = ${lang}`

/** Oldest first, as letters tell it. */
export function listShownAmong(db: Queryable, lang: Lang, ids: readonly string[]): Promise<ShownHappening[]> {
  return db<ShownHappening[]>`
    select ${columns(db, lang)} from ${standing(db, lang)}
    where happening.id = any(${ids as string[]}::uuid[])
    order by happening.happened_at, happening.id`
}

export type HappeningPage = {
  /** Only what is older than this entry. */
  before: ListKey | null
  /** Only what is newer, oldest first: for the page before. */
  after: ListKey | null
  /** Kinds that only whoever looks at one matter alone is shown. */
  quiet: readonly string[]
  limit: number
}

/** One page of what happened in a selection, newest first. */
export function listShownHappenings(
  db: Queryable,
  lang: Lang,
  selection: ResolvedSelection,
  { before, after, quiet, limit }: HappeningPage,
): Promise<ShownHappening[]> {
  return db<ShownHappening[]>`
    select ${columns(db, lang)} from ${standing(db, lang)}
    where true
      ${selection.matter === null ? db`and happening.kind <> all(${quiet as string[]}::text[]) and not happening.facts ? 'also-told-of'` : db`and happening.matter = ${selection.matter}`}
      and exists (
        select from platform.search_documents as doc
        where doc.subject in (happening.subject, happening.matter) and ${selectionFilter(db, selection)})
      ${before ? db`and (happening.happened_at, happening.id) < (${before.at}, ${before.id})` : db``}
      ${after ? db`and (happening.happened_at, happening.id) > (${after.at}, ${after.id})` : db``}
    order by ${after ? db`happening.happened_at, happening.id` : db`happening.happened_at desc, happening.id desc`}
    limit ${limit}`
}

/** The matters of a selection that a calendar shows, those whose day comes last first. */
export async function listSelectedMatters(
  db: Queryable,
  selection: ResolvedSelection,
  limit: number,
): Promise<string[]> {
  const rows = await db<{ matter: string }[]>`
    select document.subject as matter from platform.search_documents as document
    where document.part = '' and document.subject = document.matter
      and exists (
        select from platform.search_documents as doc where doc.subject = document.subject and ${selectionFilter(db, selection)})
    order by document.day desc, document.id desc limit ${limit}`
  return rows.map(({ matter }) => matter)
}

/** Whether everybody can read it: what is not there cannot be followed. */
export async function isPublicMatter(db: Queryable, matter: string): Promise<boolean> {
  const rows = await db`select from platform.search_documents where subject = ${matter} and part = ''`
  return rows.length > 0
}
