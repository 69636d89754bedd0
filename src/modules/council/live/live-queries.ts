import { one, type Queryable } from '#platform/db/database.ts'

/** A meeting as its live page names it. */
export type LiveMeeting = {
  id: string
  slug: string
  institutionId: string
  bodyId: string
  day: string | null
  lang: string
  ownTitle: string | null
  kind: string
  number: number | null
  bodyName: string
  bodyNameEn: string | null
  state: string
  startsAt: Date | null
  closed: boolean
  closedAskedBy: string | null
  closedReason: string | null
  zone: string
  jurisdiction: 'AL' | 'XK'
}

export const findLiveMeeting = async (db: Queryable, slug: string): Promise<LiveMeeting | null> =>
  one(
    await db<LiveMeeting[]>`
      select id, slug, institution_id, body_id, day, lang, own_title, meeting_kind as kind, number, body_name, body_name_en, state, starts_at,
             closed, closed_asked_by, closed_reason, zone, jurisdiction
      from council.published_meetings where slug = ${slug}`,
  )

export type LiveItemRow = { id: string; title: string | null; closed: boolean }

/** With what is closed taken out by the view. */
export const listLiveItems = (db: Queryable, meetingId: string): Promise<LiveItemRow[]> =>
  db<LiveItemRow[]>`
    select id, title, closed from council.published_agenda_items where meeting_id = ${meetingId} order by ordinal limit 500`

/** Which events everybody may read of, and which were said behind closed doors: what is not named here is nobody's. */
export const listLiveEvents = (db: Queryable, meetingId: string): Promise<{ id: string; closed: boolean }[]> =>
  db<{ id: string; closed: boolean }[]>`
    select id, closed from council.published_sitting_events where meeting_id = ${meetingId}`

/** Where it is shown with sound and picture while it is held. */
export const findLiveLink = async (db: Queryable, meetingId: string): Promise<{ url: string } | null> =>
  one(
    await db<{ url: string }[]>`
      select recording.url from council.published_recordings as recording
      where recording.meeting_id = ${meetingId} and recording.recording_kind = 'live' and recording.url is not null
      order by recording.published_at desc limit 1`,
  )

/** How far the record of each meeting has come: other than before, something was recorded. */
export const listRecordStates = (
  db: Queryable,
  meetingIds: readonly string[],
): Promise<{ id: string; state: string }[]> =>
  db<{ id: string; state: string }[]>`
    select meeting.id, meeting.version || ':' || coalesce(
      (select max(event.ordinal) from council.sitting_events as event where event.meeting_id = meeting.id), 0) as state
    from council.meetings as meeting where meeting.id = any(${meetingIds as string[]}::uuid[])`
