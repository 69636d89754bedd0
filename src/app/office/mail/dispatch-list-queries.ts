import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { DispatchState, Way } from '#platform/dispatch/dispatch-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'

/** A paper in the list: without the person it goes to. */
export type DispatchRow = {
  id: string
  institutionId: string
  institution: string
  zone: string
  subject: string
  title: string
  lang: Lang
  way: Way
  state: DispatchState
  slip: string | null
  handedOn: string | null
  createdAt: Date
}

const rowColumns = (db: Queryable, lang: Lang) => db`
  paper.id, paper.institution_id, institution.zone, paper.subject, paper.title, paper.lang, paper.way, paper.state,
  paper.slip, paper.handed_on, paper.created_at,
  (select name.name from platform.institution_names as name
   where name.institution_id = paper.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

export type DispatchWish = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  state: DispatchState | null
  way: Way | null
  after: ListKey | null
  limit: number
}

/** Newest first. */
export function listDispatches(db: Queryable, lang: Lang, wish: DispatchWish): Promise<DispatchRow[]> {
  const { institutions, state, way, after, limit } = wish
  return db<DispatchRow[]>`
    select ${rowColumns(db, lang)} from platform.dispatches as paper
    join platform.institutions as institution on institution.id = paper.institution_id
    where ${within(db, institutions)}
      ${state ? db`and paper.state = ${state}` : db``}
      ${way ? db`and paper.way = ${way}` : db``}
      ${after ? db`and (paper.created_at, paper.id) < (${after.at}, ${after.id})` : db``}
    order by paper.created_at desc, paper.id desc limit ${limit}`
}

/** All that went out, or is to go out, about one record. */
export const listDispatchesOf = (db: Queryable, lang: Lang, subject: string): Promise<DispatchRow[]> =>
  db<DispatchRow[]>`
    select ${rowColumns(db, lang)} from platform.dispatches as paper
    join platform.institutions as institution on institution.id = paper.institution_id
    where paper.subject = ${subject} order by paper.created_at limit 100`

/** One institution is most officials' case, and then the index gives the order too. */
function within(db: Queryable, institutions: readonly string[] | null) {
  if (institutions === null) return db`true`
  return institutions.length === 1
    ? db`paper.institution_id = ${institutions[0] ?? ''}`
    : db`paper.institution_id = any(${[...institutions]}::uuid[])`
}

export async function countToPrint(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.dispatches as paper
      where paper.state = 'to-print' and ${within(db, institutions)}`,
  )
  return row?.count ?? 0
}

/** With the person it goes to; their name and address are null once erased. */
export type DispatchDetail = DispatchRow & {
  version: number
  returnedOn: string | null
  reason: string | null
  correctsId: string | null
  createdBy: string | null
  name: string | null
  postal: string | null
  words: string | null
  contactId: string | null
}

const detailOf = (db: Queryable, lang: Lang) => db`
  select ${rowColumns(db, lang)}, paper.version, paper.returned_on, paper.reason, paper.corrects_id,
         author.name as created_by, person.name, person.postal, person.words, person.contact_id
  from platform.dispatches as paper
  join platform.institutions as institution on institution.id = paper.institution_id
  left join platform.dispatch_people as person on person.dispatch_id = paper.id
  left join platform.accounts as author on author.id = paper.created_by_id`

export const findDispatch = async (db: Queryable, lang: Lang, id: string): Promise<DispatchDetail | null> =>
  one(await db<DispatchDetail[]>`${detailOf(db, lang)} where paper.id = ${id}`)

/** What waits for paper, the oldest first. */
export const listToPrint = (
  db: Queryable,
  lang: Lang,
  wish: { institutions: readonly string[] | null; ids: readonly string[] | null; limit: number },
): Promise<DispatchDetail[]> =>
  db<DispatchDetail[]>`
    ${detailOf(db, lang)}
    where paper.state = 'to-print' and ${within(db, wish.institutions)}
      ${wish.ids ? db`and paper.id = any(${[...wish.ids]}::uuid[])` : db``}
    order by paper.created_at, paper.id limit ${wish.limit}`

export type DispatchChangeRow = { kind: string; at: Date; by: string | null; reason: string | null }

/** The history of one paper, oldest first. */
export const listDispatchChanges = (db: Queryable, subject: string): Promise<DispatchChangeRow[]> =>
  db<DispatchChangeRow[]>`
    select change.kind, change.at, account.name as by, change.reason
    from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} order by change.id limit 100`

/** Titles for those who hold a reference alone. */
export const listDispatchesById = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<DispatchRow[]> =>
  db<DispatchRow[]>`
    select ${rowColumns(db, lang)} from platform.dispatches as paper
    join platform.institutions as institution on institution.id = paper.institution_id
    where paper.id = any(${[...ids]}::uuid[])`

export type LetterSubjectRow = { id: string; institutionId: string; subject: string; lang: Lang }

/** Letters of the program, by number; the installation's own have no institution and are nobody's subject. */
export const listLettersById = (db: Queryable, ids: readonly string[]): Promise<LetterSubjectRow[]> =>
  db<LetterSubjectRow[]>`
    select id, institution_id, subject, lang from platform.mail_messages
    where id = any(${[...ids]}::uuid[]) and institution_id is not null`

/** What was sent to a citizen's contact, newest first. */
export const listDispatchesTo = (db: Queryable, lang: Lang, contactId: string): Promise<DispatchDetail[]> =>
  db<DispatchDetail[]>`
    ${detailOf(db, lang)} where person.contact_id = ${contactId} order by paper.created_at desc limit 500`
