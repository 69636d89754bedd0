import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { CouncilMeetingState, CouncilMeetingKind } from './convening-rules.ts'
import { paperColumns, type Paper } from './paper-queries.ts'
import type { PaperKind, PaperState } from './paper-rules.ts'

export type OfficeMeetingRow = {
  id: string
  institutionId: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  title: string | null
  kind: CouncilMeetingKind
  body: string
  bodyEn: string | null
  number: number | null
  numberYear: number | null
  startsAt: Date | null
  day: string | null
  state: CouncilMeetingState
  closed: boolean
  items: number
}

export type MeetingFilter = {
  institutions: readonly string[] | null
  bodyId: string | null
  state: CouncilMeetingState | null
  year: number | null
}

/** The day by which a draft without one stands first. */
const NO_DAY = '2999-12-31'

/** The latest day first, drafts without a day before all, after the key. */
export const listOfficeMeetings = (
  db: Queryable,
  { institutions, bodyId, state, year }: MeetingFilter,
  before: ListKey | null,
  limit: number,
): Promise<OfficeMeetingRow[]> =>
  db<OfficeMeetingRow[]>`
    select meeting.id, meeting.institution_id, institution.jurisdiction, institution.zone, meeting.title, meeting.kind,
           body.name as body, body.name_en as body_en, meeting.number, meeting.number_year, meeting.starts_at, meeting.day,
           meeting.state, meeting.closed,
           (select count(*) from council.agenda_items as item
            where item.meeting_id = meeting.id and item.state <> 'withdrawn')::int as items
    from council.meetings as meeting
    join platform.institutions as institution on institution.id = meeting.institution_id
    join platform.bodies as body on body.id = meeting.body_id
    where true
      ${institutions ? db`and meeting.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${bodyId ? db`and meeting.body_id = ${bodyId}` : db``}
      ${state ? db`and meeting.state = ${state}` : db``}
      ${year ? db`and meeting.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)` : db``}
      ${
        before
          ? db`and (coalesce(meeting.day, date '2999-12-31'), meeting.id)
                 < (${before.at.toISOString().slice(0, 10)}::date, ${before.id}::uuid)`
          : db``
      }
    order by coalesce(meeting.day, date '2999-12-31') desc, meeting.id desc limit ${limit}`

/** Where the next page of the list begins. */
export const keyOfMeeting = ({ day, id }: Pick<OfficeMeetingRow, 'day' | 'id'>): ListKey => ({
  at: new Date(`${day ?? NO_DAY}T00:00:00Z`),
  id,
})

export type BodyChoice = {
  id: string
  institutionId: string
  kind: 'council' | 'commission'
  name: string
}

/** The council and the commissions of these institutions, the council first. */
export const listMeetingBodies = (
  db: Queryable,
  lang: Lang,
  institutions: readonly string[] | null,
): Promise<BodyChoice[]> =>
  db<BodyChoice[]>`
    select body.id, body.institution_id, body.kind,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name
    from platform.bodies as body
    where body.kind in ('council', 'commission') and body.ended_on is null
      ${institutions ? db`and body.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by body.institution_id, body.kind desc, body.name collate "sq-x-icu", body.id limit 500`

/** The clock and the country of a council or a commission. */
export const findBodyClock = async (
  db: Queryable,
  bodyId: string,
): Promise<{ zone: string; jurisdiction: 'AL' | 'XK' } | null> => {
  const [row] = await db<{ zone: string; jurisdiction: 'AL' | 'XK' }[]>`
    select institution.zone, institution.jurisdiction
    from platform.bodies as body join platform.institutions as institution on institution.id = body.institution_id
    where body.id = ${bodyId} and body.kind in ('council', 'commission') and body.ended_on is null`
  return row ?? null
}

export type MemberChoice = { personId: string; name: string }

/** Who holds a seat in the council of this institution on that day. */
export const listSeated = (db: Queryable, institutionId: string, day: string): Promise<MemberChoice[]> =>
  db<MemberChoice[]>`
    select distinct mandate.person_id, person.name
    from council.mandates as mandate join platform.persons as person on person.id = mandate.person_id
    where mandate.institution_id = ${institutionId} and mandate.from_on <= ${day}
      and (mandate.to_on is null or mandate.to_on >= ${day})
    order by person.name, mandate.person_id limit 400`

/** The seats of the council in the term of that day; null: no term is kept. */
export const countSeats = async (db: Queryable, institutionId: string, day: string): Promise<number | null> => {
  const [row] = await db<{ seats: number }[]>`
    select term.seats from council.terms as term join platform.bodies as body on body.id = term.body_id
    where term.institution_id = ${institutionId} and body.kind = 'council' and term.from_on <= ${day}
      and (term.to_on is null or term.to_on >= ${day})
    order by term.from_on desc limit 1`
  return row?.seats ?? null
}

export type Posting = {
  id: string
  place: string
  postedAt: Date
  documentId: string | null
}

export const listPostings = (db: Queryable, meetingId: string): Promise<Posting[]> =>
  db<Posting[]>`
    select id, place, posted_at, document_id from council.postings
    where meeting_id = ${meetingId} order by posted_at, id`

/** How the minutes of a meeting stand; null: not begun. */
export const findMinutesState = async (db: Queryable, meetingId: string): Promise<string | null> => {
  const [row] = await db<{ state: string }[]>`select state from council.minutes where meeting_id = ${meetingId}`
  return row?.state ?? null
}

/** How many of those called were sent their invitation, or were handed it. */
export const countInvited = async (db: Queryable, meetingId: string): Promise<number> =>
  one(
    await db<{ n: number }[]>`
      select count(*)::int as n from council.invitations as invitation
      where invitation.meeting_id = ${meetingId} and (invitation.sent_at is not null or invitation.handed_at is not null)`,
  )?.n ?? 0

export type PaperFilter = {
  institutions: readonly string[] | null
  kind: PaperKind | null
  state: PaperState | null
  /** Words of the title. */
  words: string | null
}

/** Newest first, after the key. */
export const listPapers = (
  db: Queryable,
  { institutions, kind, state, words }: PaperFilter,
  before: ListKey | null,
  limit: number,
): Promise<Paper[]> =>
  db<Paper[]>`
    select ${paperColumns(db)}
    where true
      ${institutions ? db`and paper.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${kind ? db`and paper.kind = ${kind}` : db``}
      ${state ? db`and paper.state = ${state}` : db``}
      ${words ? db`and strpos(platform.plain(paper.title), platform.plain(${words})) > 0` : db``}
      ${before ? db`and (paper.created_at, paper.id) < (${before.at}, ${before.id})` : db``}
    order by paper.created_at desc, paper.id desc limit ${limit}`

export type PaperChoice = { id: string; title: string; kind: PaperKind; state: PaperState }

/** Papers of the institution that are not on this agenda, newest first. */
export const listPapersToAdd = (
  db: Queryable,
  { institutionId, meetingId }: { institutionId: string; meetingId: string },
): Promise<PaperChoice[]> =>
  db<PaperChoice[]>`
    select paper.id, paper.title, paper.kind, paper.state from council.papers as paper
    where paper.institution_id = ${institutionId} and paper.state <> 'taken-down' and paper.import_key is null
      and not exists (
        select from council.agenda_items as item
        where item.paper_id = paper.id and (item.meeting_id = ${meetingId} or item.state = 'done'))
    order by paper.created_at desc, paper.id desc limit 60`

/** Consultations of the institution whose title holds these words; without words the newest. */
export const listConsultations = (
  db: Queryable,
  { institutionId, words }: { institutionId: string; words: string | null },
): Promise<{ ref: string; title: string }[]> =>
  db<{ ref: string; title: string }[]>`
    select one.subject as ref, one.title from consultations.published_consultations as one
    where one.institution_id = ${institutionId}
      ${words ? db`and strpos(platform.plain(one.title), platform.plain(${words})) > 0` : db``}
    order by one.published_at desc, one.id limit 20`

/** Meetings of commissions of the last two years, in which an opinion can have been given. */
export const listCommissionMeetings = (
  db: Queryable,
  institutionId: string,
): Promise<{ id: string; body: string; bodyId: string; day: string }[]> =>
  db<{ id: string; body: string; bodyId: string; day: string }[]>`
    select meeting.id, body.name as body, meeting.body_id, meeting.day
    from council.meetings as meeting join platform.bodies as body on body.id = meeting.body_id
    where meeting.institution_id = ${institutionId} and body.kind = 'commission' and meeting.day is not null
      and meeting.state not in ('draft', 'taken-down', 'cancelled')
    order by meeting.day desc, meeting.id limit 40`

export type MeetingCounts = { ahead: number; notice: number }

/** What waits: meetings ahead, and those whose notice is due within three days or was missed. */
export const countWaitingMeetings = async (
  db: Queryable,
  institutions: readonly string[] | null,
  now: Date,
): Promise<MeetingCounts> => {
  const [row] = await db<MeetingCounts[]>`
    select count(*) filter (where meeting.state = 'convened' and meeting.starts_at >= ${now})::int as ahead,
           count(*) filter (where meeting.state in ('draft', 'postponed') and exists (
             select from platform.deadlines as clock
             where clock.subject = 'council.meeting:' || meeting.id and clock.slot = 'council-notice'
               and clock.state = 'planned' and clock.due_at < ${now}::timestamptz + interval '3 days'))::int as notice
    from council.meetings as meeting
    where meeting.state in ('draft', 'postponed', 'convened')
      ${institutions ? db`and meeting.institution_id = any(${institutions as string[]}::uuid[])` : db``}`
  return row ?? { ahead: 0, notice: 0 }
}
