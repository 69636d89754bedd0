import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { EventKind, ItemKind, ItemOrigin, ItemState, Stance } from './public-rules.ts'

/** Another meeting, from which an item came or to which it went on. */
export type Elsewhere = { slug: string; day: CivilDate | null; bodyName: string; itemId: string }

export type PublicItem = {
  id: string
  ordinal: number
  label: string | null
  /** Of a closed item the public one; null: none was given. */
  title: string | null
  titleEn: string | null
  lang: Lang
  kind: ItemKind
  state: ItemState
  stateReason: string | null
  origin: ItemOrigin
  rapporteur: string | null
  closed: boolean
  closedAskedBy: string | null
  closedReason: string | null
  hearingAt: Date | null
  speakerMinutes: number | null
  result: string | null
  /** Null also where the paper is not public. */
  paperId: string | null
  paperTitle: string | null
  paperTitleEn: string | null
  paperLang: Lang | null
  paperReference: string | null
  sentBackTo: string | null
  carriedFrom: Elsewhere | null
  carriedTo: Elsewhere | null
}

const bodyName = (db: Queryable, lang: Lang, alias: string) =>
  db`case when ${lang}::text = 'en' then coalesce(${db(alias)}.body_name_en, ${db(alias)}.body_name) else ${db(alias)}.body_name end`

const elsewhere = (db: Queryable, lang: Lang) => db`
  jsonb_build_object('slug', other.slug, 'day', other.day, 'bodyName', ${bodyName(db, lang, 'other')}, 'itemId', near.id)`

export const listAgenda = (db: Queryable, lang: Lang, meetingId: string): Promise<PublicItem[]> =>
  db<PublicItem[]>`
    select item.id, item.ordinal, item.label, item.title, item.title_en, item.lang, item.item_kind as kind, item.state,
           item.state_reason, item.origin, item.rapporteur, item.closed, item.closed_asked_by, item.closed_reason,
           item.hearing_at, item.speaker_minutes, item.result, paper.id as paper_id, paper.title as paper_title,
           paper.title_en as paper_title_en, paper.lang as paper_lang, paper.reference as paper_reference,
           case when ${lang}::text = 'en' then coalesce(back.name_en, back.name) else back.name end as sent_back_to,
           (select ${elsewhere(db, lang)} from council.published_agenda_items as near
            join council.published_meetings as other on other.id = near.meeting_id
            where near.id = item.carried_from) as carried_from,
           (select ${elsewhere(db, lang)} from council.published_agenda_items as near
            join council.published_meetings as other on other.id = near.meeting_id
            where near.id in (select later.id from council.agenda_items as later where later.carried_from = item.id)
              and near.carried_from = item.id and not item.closed order by other.day, near.id limit 1) as carried_to
    from council.published_agenda_items as item
    left join council.published_papers as paper on paper.id = item.paper_id
    left join platform.bodies as back on back.id = item.sent_back_to
    where item.meeting_id = ${meetingId} order by item.ordinal, item.id`

export type PublicOpinion = {
  id: string
  paperId: string
  bodyId: string
  bodyName: string
  stance: Stance
  words: string | null
  givenOn: CivilDate
  votesFor: number | null
  votesAgainst: number | null
  votesAbstain: number | null
  /** The meeting in which it was given, where everybody reads it. */
  slug: string | null
}

export const listOpinions = (db: Queryable, lang: Lang, paperIds: readonly string[]): Promise<PublicOpinion[]> =>
  db<PublicOpinion[]>`
    select opinion.id, opinion.paper_id, opinion.body_id,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body_name,
           opinion.stance, opinion.words, opinion.given_on, opinion.votes_for, opinion.votes_against,
           opinion.votes_abstain, meeting.slug
    from council.shown_opinions as opinion
    join council.published_papers as paper on paper.id = opinion.paper_id
    join platform.bodies as body on body.id = opinion.body_id
    left join council.published_meetings as meeting on meeting.id = opinion.meeting_id
    where ${amongIds(db, 'opinion.paper_id', paperIds)}
    order by opinion.given_on, body.name, opinion.id`

export type PublicEvent = {
  id: string
  kind: EventKind
  at: Date
  itemId: string | null
  changes: Record<string, unknown>
  reason: string | null
}

export const listShownEvents = (db: Queryable, meetingId: string): Promise<PublicEvent[]> =>
  db<PublicEvent[]>`
    select event.id::text as id, event.kind, event.at, event.item_id, event.changes, event.reason
    from council.shown_meeting_events as event where event.meeting_id = ${meetingId} order by event.id`

export type Posting = { id: string; place: string; postedAt: Date; documentId: string | null }

export const listPostings = (db: Queryable, meetingId: string): Promise<Posting[]> =>
  db<Posting[]>`
    select posting.id, posting.place, posting.posted_at, posting.document_id
    from council.postings as posting join council.published_meetings as meeting on meeting.id = posting.meeting_id
    where posting.meeting_id = ${meetingId} order by posting.posted_at, posting.id`

/** The members who asked for it, by name. */
export async function listCallers(db: Queryable, meetingId: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select person.name from council.meeting_callers as caller
    join council.published_meetings as meeting on meeting.id = caller.meeting_id and not meeting.closed
    join platform.persons as person on person.id = caller.person_id
    where caller.meeting_id = ${meetingId} order by person.name, person.id`
  return rows.map(({ name }) => name)
}

/** What other pages of this meeting have to show: each is linked only where there is something. */
export type Beside = {
  minutes: 'approved' | 'proposed' | null
  votes: number
  recordings: number
  liveLinks: number
  present: number
  remote: number
  excused: number
  absent: number
}

export async function findBeside(db: Queryable, meetingId: string): Promise<Beside> {
  const [row] = await db<Beside[]>`
    select
      (select case when one.state = 'approved' then 'approved' else 'proposed' end
       from council.published_minutes as one where one.id = ${meetingId}) as minutes,
      (select count(*) from council.published_votes as one where one.meeting_id = ${meetingId})::int as votes,
      (select count(*) from council.published_recordings as one
       where one.meeting_id = ${meetingId} and one.recording_kind <> 'live')::int as recordings,
      (select count(*) from council.published_recordings as one
       where one.meeting_id = ${meetingId} and one.recording_kind = 'live')::int as live_links,
      counted.present, counted.remote, counted.excused, counted.absent
    from (
      select count(distinct one.person_id) filter (where one.from_at is not null)::int as present,
             count(distinct one.person_id) filter (where one.state = 'remote')::int as remote,
             count(distinct one.person_id) filter (where one.state = 'excused')::int as excused,
             count(distinct one.person_id) filter (where one.state = 'absent')::int as absent
      from council.published_attendances as one where one.meeting_id = ${meetingId}) as counted`
  if (!row) throw new Error('An aggregate without a row')
  return row
}

export type Hearing = {
  itemId: string
  title: string | null
  titleEn: string | null
  lang: Lang
  at: Date | null
  speakerMinutes: number | null
  state: ItemState
  slug: string
  meetingState: string
  day: CivilDate | null
  place: string | null
  zone: string
  bodyName: string
  institutionName: string
}

/** Public hearings held in meetings, between two days, or from the first one on. */
export const listHearings = (
  db: Queryable,
  lang: Lang,
  f: { from: CivilDate | null; before: CivilDate | null; institutionId: string | null; limit: number },
): Promise<Hearing[]> =>
  db<Hearing[]>`
    select item.id as item_id, item.title, item.title_en, item.lang, coalesce(item.hearing_at, meeting.starts_at) as at,
           item.speaker_minutes, item.state, meeting.slug, meeting.state as meeting_state, meeting.day, meeting.place,
           meeting.zone, ${bodyName(db, lang, 'meeting')} as body_name,
           platform.institution_name(meeting.institution_id, ${lang}, current_date) as institution_name
    from council.published_agenda_items as item join council.published_meetings as meeting on meeting.id = item.meeting_id
    where item.id in (select one.id from council.agenda_items as one where one.kind = 'hearing') and item.item_kind = 'hearing'
      ${f.from === null ? db`` : db`and (meeting.day >= ${f.from} or meeting.day is null)`}
      ${f.before === null ? db`` : db`and meeting.day < ${f.before}`}
      ${f.institutionId ? db`and meeting.institution_id = ${f.institutionId}` : db``}
    order by ${f.before === null ? db`meeting.day nulls last, at, item.id` : db`meeting.day desc, at, item.id`}
    limit ${f.limit}`
