import { one, type Queryable } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

export type NextMeeting = {
  id: string
  body: string
  startsAt: Date | null
  day: CivilDate | null
  zone: string
  state: 'draft' | 'convened' | 'postponed' | 'under-way' | 'suspended'
  /** How many were sent their invitation. */
  invited: number
  items: number
  hasPlace: boolean
}

const within = (db: Queryable, column: string, institutions: readonly string[] | null) =>
  institutions ? db`and ${db(column)} = any(${institutions as string[]}::uuid[])` : db``

/** What is prepared, convened or under way, the nearest first; a draft without a day last. */
export const listNextMeetings = (
  db: Queryable,
  lang: 'sq' | 'en',
  institutions: readonly string[] | null,
): Promise<NextMeeting[]> =>
  db<NextMeeting[]>`
    select meeting.id, case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           meeting.starts_at, meeting.day, institution.zone, meeting.state,
           meeting.place is not null or meeting.mode = 'online' as has_place,
           (select count(*)::int from council.invitations as invitation
            where invitation.meeting_id = meeting.id
              and (invitation.sent_at is not null or invitation.handed_at is not null)) as invited,
           (select count(*)::int from council.agenda_items as item where item.meeting_id = meeting.id) as items
    from council.meetings as meeting
    join platform.bodies as body on body.id = meeting.body_id
    join platform.institutions as institution on institution.id = meeting.institution_id
    where meeting.state in ('draft', 'convened', 'postponed', 'under-way', 'suspended')
      ${within(db, 'meeting.institution_id', institutions)}
    order by meeting.day nulls last, meeting.starts_at, meeting.id limit 8`

export const countMinutesWaiting = async (db: Queryable, institutions: readonly string[] | null): Promise<number> =>
  one(
    await db<{ n: number }[]>`
      select count(*)::int as n from council.minutes as minutes
      where minutes.state in ('draft', 'proposed') ${within(db, 'minutes.institution_id', institutions)}`,
  )?.n ?? 0
