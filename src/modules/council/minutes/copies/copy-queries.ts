import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { MinutesRecord } from '../minutes-rules.ts'

export type CopyKind = 'extract' | 'copy'

export type Copy = {
  id: string
  institutionId: string
  institution: string
  zone: string
  year: number
  number: number
  kind: CopyKind
  meetingId: string
  slug: string
  body: string
  day: CivilDate | null
  itemId: string | null
  minutesVersion: number
  code: string
  whole: boolean
  askedBy: string | null
  askedOn: CivilDate | null
  cancelledAt: Date | null
  cancelReason: string | null
  createdAt: Date
}

const columns = (db: Queryable) => db`
  copy.id, copy.institution_id, institution.slug as institution, institution.zone, copy.year, copy.number, copy.kind,
  copy.meeting_id, meeting.slug, body.name as body, meeting.day, copy.item_id, copy.minutes_version, copy.code, copy.whole,
  copy.asked_by, copy.asked_on, copy.cancelled_at, copy.cancel_reason, copy.created_at
  from council.certified_copies as copy
  join council.meetings as meeting on meeting.id = copy.meeting_id
  join platform.bodies as body on body.id = meeting.body_id
  join platform.institutions as institution on institution.id = copy.institution_id`

export const findCopy = async (db: Queryable, id: string): Promise<Copy | null> =>
  one(await db<Copy[]>`select ${columns(db)} where copy.id = ${id}`)

export const findCopyByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.certified_copies where form_id = ${formId}`)?.id ?? null

/** Of these institutions (null: all), or of one meeting, the newest first. */
export const listCopies = (
  db: Queryable,
  of: { institutions: readonly string[] | null; meetingId: string | null },
  limit: number,
): Promise<Copy[]> =>
  db<Copy[]>`
    select ${columns(db)}
    where true
      ${of.institutions === null ? db`` : db`and copy.institution_id = any(${of.institutions as string[]}::uuid[])`}
      ${of.meetingId === null ? db`` : db`and copy.meeting_id = ${of.meetingId}`}
    order by copy.year desc, copy.number desc, copy.id limit ${limit}`

/** What everybody learns who holds one and asks by its code. */
export type CheckedCopy = {
  kind: CopyKind
  number: number
  year: number
  institution: string
  body: string
  day: CivilDate | null
  zone: string
  createdAt: Date
  cancelled: boolean
  version: number
}

export const findCopyByCode = async (db: Queryable, lang: 'sq' | 'en', code: string): Promise<CheckedCopy | null> =>
  one(
    await db<CheckedCopy[]>`
      select copy.kind, copy.number, copy.year, copy.created_at, copy.cancelled_at is not null as cancelled,
             copy.minutes_version as version, meeting.day, institution.zone, body.name as body,
             platform.institution_name(copy.institution_id, ${lang}, current_date) as institution
      from council.certified_copies as copy
      join council.meetings as meeting on meeting.id = copy.meeting_id
      join platform.bodies as body on body.id = meeting.body_id
      join platform.institutions as institution on institution.id = copy.institution_id
      where copy.code = ${code}`,
  )

/** The next number of the register of the year, without gaps: given back if the deed fails. */
export async function nextCopyNumber(tx: Transaction, institutionId: string, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, 'council-copies', ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export type NewCopy = {
  institutionId: string
  formId: string
  year: number
  number: number
  kind: CopyKind
  meetingId: string
  itemId: string | null
  minutesVersion: number
  code: string
  whole: boolean
  askedBy: string | null
  askedOn: CivilDate | null
  by: string
  at: Date
}

export async function insertCopy(tx: Transaction, of: NewCopy): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into council.certified_copies
      (institution_id, form_id, year, number, kind, meeting_id, item_id, minutes_version, code, whole, asked_by, asked_on,
       made_at, by_account_id, created_at)
    values (${of.institutionId}, ${of.formId}, ${of.year}, ${of.number}, ${of.kind}, ${of.meetingId}, ${of.itemId},
            ${of.minutesVersion}, ${of.code}, ${of.whole}, ${of.askedBy}, ${of.askedOn}, ${of.at}, ${of.by}, ${of.at})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

/** False: it was cancelled before. Its number stays. */
export async function cancelCopyRow(tx: Transaction, id: string, reason: string, at: Date): Promise<boolean> {
  const rows = await tx`
    update council.certified_copies set cancelled_at = ${at}, cancel_reason = ${reason}
    where id = ${id} and cancelled_at is null returning id`
  return rows.length > 0
}

/** The version that it is a copy of, the whole of it. */
export const findVersionOfCopy = async (
  db: Queryable,
  { meetingId, minutesVersion }: Pick<Copy, 'meetingId' | 'minutesVersion'>,
): Promise<{ record: MinutesRecord; whole: MinutesRecord } | null> =>
  one(
    await db<{ record: MinutesRecord; whole: MinutesRecord }[]>`
      select record, whole from council.minutes_versions where meeting_id = ${meetingId} and version = ${minutesVersion}`,
  )
