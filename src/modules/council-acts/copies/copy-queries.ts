import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { CopyState } from './copy-rules.ts'

export type ActCopy = {
  id: string
  institutionId: string
  institution: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  actId: string
  actNumber: string | null
  actTitle: string
  askedBy: string | null
  reach: string | null
  askedOn: CivilDate
  protocol: string | null
  state: CopyState
  year: number | null
  number: number | null
  code: string | null
  versionId: string | null
  issuedAt: Date | null
  reason: string | null
  createdAt: Date
  /** The day until which it is due; null: no clock runs. */
  dueOn: CivilDate | null
}

const copies = (db: Queryable) => db`
  select copy.id, copy.institution_id, institution.slug as institution, institution.jurisdiction, institution.zone, copy.act_id,
         coalesce(act.number_words, act.serial || '/' || act.year) as act_number, act.title as act_title, copy.asked_by,
         copy.reach, copy.asked_on, copy.protocol, copy.state, copy.year, copy.number, copy.code, copy.version_id,
         copy.issued_at, copy.reason, copy.created_at, deadline.due_on
  from council_acts.copies as copy
  join council_acts.acts as act on act.id = copy.act_id
  join platform.institutions as institution on institution.id = copy.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'council-acts.copy:' || copy.id and deadline.slot = 'act-copy' and deadline.state <> 'cancelled'`

export const findCopy = async (db: Queryable, id: string): Promise<ActCopy | null> =>
  one(await db<ActCopy[]>`${copies(db)} where copy.id = ${id}`)

export const findCopiesById = (db: Queryable, ids: readonly string[]): Promise<ActCopy[]> =>
  db<ActCopy[]>`${copies(db)} where copy.id = any(${ids as string[]}::uuid[])`

/** Those that wait first, by the day of asking; then the newest. `institutions` null: of all. */
export const listCopies = (
  db: Queryable,
  of: { institutions: readonly string[] | null; actId: string | null },
  limit: number,
): Promise<ActCopy[]> =>
  db<ActCopy[]>`
    ${copies(db)}
    where true
      ${of.institutions === null ? db`` : db`and copy.institution_id = any(${of.institutions as string[]}::uuid[])`}
      ${of.actId === null ? db`` : db`and copy.act_id = ${of.actId}`}
    order by copy.state <> 'asked', case when copy.state = 'asked' then copy.asked_on end, copy.created_at desc, copy.id
    limit ${limit}`

export const countWaitingCopies = async (db: Queryable, institutions: readonly string[] | null): Promise<number> =>
  one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council_acts.copies as copy
      where copy.state = 'asked'
        ${institutions === null ? db`` : db`and copy.institution_id = any(${institutions as string[]}::uuid[])`}`,
  )?.count ?? 0

export type CheckedActCopy = {
  number: number
  year: number
  institution: string
  zone: string
  actNumber: string | null
  actTitle: string | null
  issuedAt: Date
  cancelled: boolean
}

/** What everybody learns who holds one and asks by its code: of a restricted act the title that is public, of one taken down none. */
export const findCopyByCode = async (db: Queryable, lang: 'sq' | 'en', code: string): Promise<CheckedActCopy | null> =>
  one(
    await db<CheckedActCopy[]>`
      select copy.number, copy.year, copy.issued_at, copy.state = 'cancelled' as cancelled, institution.zone,
             coalesce(act.number_words, act.serial || '/' || act.year) as act_number,
             case when act.state = 'taken-down' then null when act.restricted then act.public_title else act.title end as act_title,
             platform.institution_name(copy.institution_id, ${lang}, current_date) as institution
      from council_acts.copies as copy
      join council_acts.acts as act on act.id = copy.act_id
      join platform.institutions as institution on institution.id = copy.institution_id
      where copy.code = ${code}`,
  )

export type NewCopy = {
  institutionId: string
  actId: string
  formId: string
  askedBy: string | null
  reach: string | null
  askedOn: CivilDate
  forgetOn: CivilDate
  protocol: string | null
  by: string | null
  at: Date
}

/** Null: this form has asked before. */
export async function insertCopy(tx: Transaction, copy: NewCopy): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into council_acts.copies (institution_id, act_id, form_id, asked_by, reach, asked_on, forget_on, protocol,
      created_by, created_at)
    values (${copy.institutionId}, ${copy.actId}, ${copy.formId}, ${copy.askedBy}, ${copy.reach}, ${copy.askedOn},
      ${copy.forgetOn}, ${copy.protocol}, ${copy.by}, ${copy.at})
    on conflict (form_id) do nothing returning id`
  return row?.id ?? null
}

export const findCopyByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select copy.id from council_acts.copies as copy where copy.form_id = ${formId}`)?.id ??
  null

export const lockCopy = async (tx: Transaction, id: string): Promise<CopyState | null> =>
  one(
    await tx<
      { state: CopyState }[]
    >`select copy.state from council_acts.copies as copy where copy.id = ${id} for update`,
  )?.state ?? null

/** The next number of the register of the year, without gaps: given back if the deed fails. */
export async function nextCopyNumber(tx: Transaction, institutionId: string, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, 'act-copies', ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export type Issued = {
  year: number
  number: number
  code: string
  versionId: string | null
  by: string | null
  at: Date
}

export async function markIssued(tx: Transaction, id: string, issued: Issued): Promise<void> {
  await tx`
    update council_acts.copies
    set state = 'issued', year = ${issued.year}, number = ${issued.number}, code = ${issued.code},
        version_id = ${issued.versionId}, issued_at = ${issued.at}, issued_by = ${issued.by}
    where id = ${id}`
}

export async function markEnded(
  tx: Transaction,
  id: string,
  ended: { state: 'refused' | 'cancelled'; reason: string },
): Promise<void> {
  await tx`update council_acts.copies set state = ${ended.state}, reason = ${ended.reason} where id = ${id}`
}

/** The states of the text that can be copied: what was adopted, and what was consolidated, the newest first. */
export type CopiedVersion = {
  versionId: string
  n: number
  role: 'adopted' | 'consolidated'
  holdsFrom: CivilDate | null
}

export const listCopiedVersions = (db: Queryable, actId: string): Promise<CopiedVersion[]> =>
  db<CopiedVersion[]>`
    select state.version_id, version.n, state.role, state.holds_from
    from council_acts.states as state join platform.text_versions as version on version.id = state.version_id
    where state.act_id = ${actId} and state.role <> 'laid' and version.state = 'published'
    order by version.n desc`

/** The words of an archive that were never read into articles. */
export const findPlainText = async (db: Queryable, actId: string): Promise<string | null> =>
  one(
    await db<
      { words: string | null }[]
    >`select act.plain_text as words from council_acts.acts as act where act.id = ${actId}`,
  )?.words ?? null

/** Who asked is forgotten on its day; the copy, its number and its code stay. */
export async function forgetAskers(db: Queryable, today: CivilDate): Promise<number> {
  const rows = await db`
    update council_acts.copies set asked_by = null, reach = null
    where forget_on <= ${today} and (asked_by is not null or reach is not null) returning id`
  return rows.length
}

export const countAskersDue = async (db: Queryable, today: CivilDate): Promise<number> =>
  one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council_acts.copies as copy
      where copy.forget_on <= ${today} and (copy.asked_by is not null or copy.reach is not null)`,
  )?.count ?? 0
