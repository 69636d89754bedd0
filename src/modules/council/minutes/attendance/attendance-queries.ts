import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { MemberFacts } from '../record/minutes-fact-rules.ts'

/** A member at one meeting, as everybody may read it. */
export type ShownAttendance = {
  personId: string
  name: string
  slug: string | null
  state: MemberFacts['state']
  stretches: { from: string; to: string | null; remote: boolean }[]
  /** Null: the meeting is not over. */
  minutes: number | null
  votes: number
  votesTakenPart: number
}

export const listAttendanceOf = (db: Queryable, slug: string): Promise<ShownAttendance[]> =>
  db<ShownAttendance[]>`
    select person_id, person_name as name, councillor_slug as slug, state, stretches, minutes, votes, votes_taken_part
    from council.shown_attendances where meeting_slug = ${slug} order by person_name, person_id`

export type AttendanceCell = {
  meetingId: string
  meetingSlug: string
  day: CivilDate
  bodyId: string
  bodyKind: string
  institutionId: string
  personId: string
  name: string
  slug: string | null
  state: MemberFacts['state']
  minutes: number
  votes: number
  votesTakenPart: number
}

export type CellFilter = {
  institutionId: string | null
  bodyId: string | null
  from: CivilDate
  to: CivilDate
}

/** Each member at each meeting that is over, of some days. */
export const listAttendanceCells = (db: Queryable, f: CellFilter): Promise<AttendanceCell[]> =>
  db<AttendanceCell[]>`
    select meeting_id, meeting_slug, day, body_id, body_kind, institution_id, person_id, person_name as name,
           councillor_slug as slug, state, coalesce(minutes, 0) as minutes, votes, votes_taken_part
    from council.shown_attendances
    where meeting_state = 'closed' and day between ${f.from} and ${f.to}
      ${f.institutionId ? db`and institution_id = ${f.institutionId}` : db``}
      ${f.bodyId ? db`and body_id = ${f.bodyId}` : db``}
    order by day, meeting_id, person_name, person_id limit 100000`

export type BodyChoice = { id: string; institutionId: string; kind: string; name: string }

/** Bodies that meet, of these institutions (null: all). */
export const listMeetingBodies = (
  db: Queryable,
  lang: Lang,
  institutions: readonly string[] | null,
): Promise<BodyChoice[]> =>
  db<BodyChoice[]>`
    select id, institution_id, kind,
           case when ${lang}::text = 'en' then coalesce(name_en, name) else name end as name
    from platform.bodies
    where kind in ('council', 'commission')
      ${institutions === null ? db`` : db`and institution_id = any(${institutions as string[]}::uuid[])`}
    order by kind desc, name, id limit 500`
