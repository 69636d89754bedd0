import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type {
  Caller,
  CouncilMeetingKind,
  CouncilMeetingState,
  ItemKind,
  ItemOrigin,
  ItemState,
  Mode,
} from './convening-rules.ts'
import type { PaperState } from './paper-rules.ts'

/** What the office writes of a meeting, besides its agenda. */
export type MeetingFacts = {
  kind: CouncilMeetingKind
  calledBy: Caller
  callReason: string | null
  title: string | null
  startsAt: Date | null
  endsAt: Date | null
  day: CivilDate | null
  place: string | null
  mode: Mode
  onlineUrl: string | null
  accessibility: string | null
  closed: boolean
  closedAskedBy: string | null
  closedReason: string | null
}

export type CouncilMeeting = MeetingFacts & {
  id: string
  institutionId: string
  institution: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  bodyId: string
  body: string
  bodyEn: string | null
  bodyKind: string
  termId: string | null
  slug: string
  lang: string
  numberYear: number | null
  number: number | null
  numberWords: string | null
  shortNoticeReason: string | null
  state: CouncilMeetingState
  stateBefore: CouncilMeetingState | null
  history: boolean
  convenedAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string | null
  version: number
  createdAt: Date
  changedAt: Date
  publishedAt: Date | null
}

export const meetingColumns = (db: Queryable) => db`
  meeting.id, meeting.institution_id, institution.slug as institution, institution.jurisdiction, institution.zone,
  meeting.body_id, body.name as body, body.name_en as body_en, body.kind as body_kind, meeting.term_id, meeting.slug,
  meeting.lang, meeting.number_year, meeting.number, meeting.number_words, meeting.kind, meeting.called_by,
  meeting.call_reason, meeting.short_notice_reason, meeting.title, meeting.starts_at, meeting.ends_at, meeting.day,
  meeting.place, meeting.mode, meeting.online_url, meeting.accessibility, meeting.closed, meeting.closed_asked_by,
  meeting.closed_reason, meeting.state, meeting.state_before, meeting.history, meeting.convened_at, meeting.opened_at,
  meeting.closed_at, meeting.cancel_reason, meeting.version, meeting.created_at, meeting.changed_at, meeting.published_at
  from council.meetings as meeting
  join platform.institutions as institution on institution.id = meeting.institution_id
  join platform.bodies as body on body.id = meeting.body_id`

export const findMeeting = async (db: Queryable, id: string): Promise<CouncilMeeting | null> =>
  one(await db<CouncilMeeting[]>`select ${meetingColumns(db)} where meeting.id = ${id}`)

/** Locked until the transaction ends; the first lock of every deed of a meeting. */
export async function lockMeeting(tx: Transaction, id: string): Promise<CouncilMeeting | null> {
  await tx`select from council.meetings where id = ${id} for update`
  return findMeeting(tx, id)
}

export type AgendaItem = {
  id: string
  meetingId: string
  institutionId: string
  ordinal: number
  label: string | null
  title: string
  titleEn: string | null
  kind: ItemKind
  paperId: string | null
  paperTitle: string | null
  paperState: PaperState | null
  /** Its own, else that of its paper. */
  actKind: string | null
  ownActKind: string | null
  rapporteur: string | null
  origin: ItemOrigin
  carriedFrom: string | null
  state: ItemState
  stateReason: string | null
  sentBackTo: string | null
  closed: boolean
  publicTitle: string | null
  closedAskedBy: string | null
  closedReason: string | null
  hearingAt: Date | null
  speakerMinutes: number | null
  result: string | null
  version: number
}

/** In the order of the agenda, those that were withdrawn too. */
export const listAgenda = (db: Queryable, meetingId: string): Promise<AgendaItem[]> =>
  db<AgendaItem[]>`
    select item.id, item.meeting_id, item.institution_id, item.ordinal, item.label, item.title, item.title_en, item.kind,
           item.paper_id, paper.title as paper_title, paper.state as paper_state,
           coalesce(item.act_kind, paper.act_kind) as act_kind, item.act_kind as own_act_kind, item.rapporteur,
           item.origin, item.carried_from, item.state, item.state_reason, item.sent_back_to, item.closed,
           item.public_title, item.closed_asked_by, item.closed_reason, item.hearing_at, item.speaker_minutes,
           item.result, item.version
    from council.agenda_items as item
    left join council.papers as paper on paper.id = item.paper_id
    where item.meeting_id = ${meetingId} order by item.ordinal`

export type MeetingBody = { id: string; name: string; nameEn: string | null }

/** The bodies that sit with the one whose meeting it is. */
export const listJointBodies = (db: Queryable, meetingId: string): Promise<MeetingBody[]> =>
  db<MeetingBody[]>`
    select body.id, body.name, body.name_en
    from council.meeting_bodies as one join platform.bodies as body on body.id = one.body_id
    where one.meeting_id = ${meetingId} order by body.name collate "sq-x-icu", body.id`

export type MeetingCaller = { personId: string; name: string }

/** The members who asked for it. */
export const listCallers = (db: Queryable, meetingId: string): Promise<MeetingCaller[]> =>
  db<MeetingCaller[]>`
    select caller.person_id, person.name
    from council.meeting_callers as caller join platform.persons as person on person.id = caller.person_id
    where caller.meeting_id = ${meetingId} order by person.name collate "sq-x-icu", person.id`

export type MeetingEvent = {
  id: string
  kind: string
  itemId: string | null
  changes: Record<string, readonly [string | null, string | null]>
  reason: string | null
  at: Date
  by: string | null
}

/** In the order in which they happened. */
export const listMeetingEvents = (db: Queryable, meetingId: string): Promise<MeetingEvent[]> =>
  db<MeetingEvent[]>`
    select event.id::text, event.kind, event.item_id, event.changes, event.reason, event.at, account.name as by
    from council.meeting_events as event left join platform.accounts as account on account.id = event.by_account_id
    where event.meeting_id = ${meetingId} order by event.id`

export const findMeetingByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.meetings where form_id = ${formId}`)?.id ?? null

/** The record behind a public address, one that was taken down too. */
export const findMeetingAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.meetings where slug = ${slug} and state <> 'draft'`)?.id ?? null
