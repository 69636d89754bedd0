import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'

export type ToldEvent = {
  id: string
  kind: string
  institutionId: string
  meetingId: string
  reason: string | null
  slug: string
  title: string
  titleEn: string | null
}

/** Null where there is nothing to tell: it is not public any more. */
export const findToldEvent = async (db: Queryable, eventId: string): Promise<ToldEvent | null> =>
  one(
    await db<ToldEvent[]>`
      select event.id::text, event.kind, event.institution_id, event.meeting_id, event.reason, meeting.slug, meeting.title,
             title.words as title_en
      from meetings.meeting_events as event
      join meetings.published_meetings as meeting on meeting.id = event.meeting_id
      left join platform.translations as title
        on title.subject = meeting.subject and title.field = 'title' and title.lang = 'en'
      where event.id = ${eventId}`,
  )

/** Those whose last day was before this one; or that were cancelled before it. */
export const listOverBefore = (db: Queryable, ids: readonly string[], day: string): Promise<{ id: string }[]> =>
  db<{ id: string }[]>`
    select id from meetings.meetings
    where ${amongIds(db, 'id', ids)}
      and (last_day < ${day} or (state = 'cancelled' and cancelled_at < ${day}::date))`
