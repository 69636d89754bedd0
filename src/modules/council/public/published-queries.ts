import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { BodyGroup, Caller, MeetingKind, MeetingState, Mode } from './public-rules.ts'

/** A meeting as everybody reads it. Of a closed one what may be hidden is null already: the view hides it. */
export type PublishedMeeting = {
  id: string
  subject: string
  institutionId: string
  institution: string
  institutionName: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  slug: string
  lang: Lang
  /** Null: it has none of its own, or it is not told. */
  ownTitle: string | null
  bodyId: string
  bodyKind: BodyGroup
  /** In the language asked for, else in Albanian. */
  bodyName: string
  /** Other bodies that sit with it. */
  together: string[]
  number: number | null
  numberYear: number | null
  numberWords: string | null
  kind: MeetingKind
  calledBy: Caller
  callReason: string | null
  shortNoticeReason: string | null
  startsAt: Date | null
  endsAt: Date | null
  day: CivilDate | null
  place: string | null
  mode: Mode
  accessibility: string | null
  closed: boolean
  closedAskedBy: string | null
  closedReason: string | null
  state: MeetingState
  history: boolean
  convenedAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string | null
  version: number
  publishedAt: Date
  changedAt: Date
  topics: string[]
  places: string[]
}

const selected = (db: Queryable, lang: Lang) => db`
  meeting.id, meeting.subject, meeting.institution_id, meeting.institution_slug as institution, meeting.jurisdiction,
  meeting.zone, platform.institution_name(meeting.institution_id, ${lang}, current_date) as institution_name,
  meeting.slug, meeting.lang, meeting.own_title, meeting.body_id, meeting.body_kind,
  case when ${lang}::text = 'en' then coalesce(meeting.body_name_en, meeting.body_name) else meeting.body_name end as body_name,
  (select coalesce(array_agg(case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end
                             order by body.name, body.id), '{}')
   from council.meeting_bodies as one join platform.bodies as body on body.id = one.body_id
   where one.meeting_id = meeting.id and one.body_id <> meeting.body_id) as together,
  meeting.number, meeting.number_year, meeting.number_words, meeting.meeting_kind as kind, meeting.called_by,
  meeting.body as call_reason, meeting.short_notice_reason, meeting.starts_at, meeting.ends_at, meeting.day,
  meeting.place, meeting.mode, meeting.accessibility, meeting.closed, meeting.closed_asked_by, meeting.closed_reason,
  meeting.state, meeting.history, meeting.convened_at, meeting.opened_at, meeting.closed_at, meeting.cancel_reason,
  meeting.version, meeting.published_at, meeting.changed_at, meeting.topics, meeting.places
  from council.published_meetings as meeting`

export const findPublishedMeeting = async (db: Queryable, lang: Lang, slug: string): Promise<PublishedMeeting | null> =>
  one(await db<PublishedMeeting[]>`select ${selected(db, lang)} where meeting.slug = ${slug}`)

export const listPublishedByIds = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`select ${selected(db, lang)} where ${amongIds(db, 'meeting.id', ids)}`

export type MeetingFilter = {
  institutionId: string | null
  bodyId: string | null
  group: BodyGroup | null
  kind: MeetingKind | null
  topic: string | null
  place: string | null
}

const fits = (db: Queryable, f: MeetingFilter) => db`
  ${f.institutionId ? db`and meeting.institution_id = ${f.institutionId}` : db``}
  ${
    f.bodyId
      ? db`and (meeting.body_id = ${f.bodyId} or meeting.id in
               (select one.meeting_id from council.meeting_bodies as one where one.body_id = ${f.bodyId}))`
      : db``
  }
  ${f.group ? db`and meeting.body_kind = ${f.group}` : db``}
  ${f.kind ? db`and meeting.meeting_kind = ${f.kind}` : db``}
  ${f.topic ? db`and ${f.topic} = any(meeting.topics)` : db``}
  ${f.place ? db`and ${f.place} = any(meeting.places)` : db``}`

/** Meetings of these days, both included, in their order. */
export const listMeetingsBetween = (
  db: Queryable,
  lang: Lang,
  filter: MeetingFilter,
  { from, to, limit }: { from: CivilDate; to: CivilDate; limit: number },
): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`
    select ${selected(db, lang)} where meeting.day between ${from} and ${to} ${fits(db, filter)}
    order by meeting.day, meeting.starts_at, meeting.id limit ${limit}`

export type DayKey = { day: CivilDate; id: string }

/** What lies before a day, newest first, by key. */
export const listPastMeetings = (
  db: Queryable,
  lang: Lang,
  filter: MeetingFilter,
  { before, year, after, limit }: { before: CivilDate; year: number | null; after: DayKey | null; limit: number },
): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`
    select ${selected(db, lang)} where meeting.day < ${before} ${fits(db, filter)}
      ${year === null ? db`` : db`and meeting.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`}
      ${after === null ? db`` : db`and (meeting.day, meeting.id) < (${after.day}, ${after.id})`}
    order by meeting.day desc, meeting.id desc limit ${limit}`

/** From a day on, nearest first; those postponed without a day at the end. */
export const listComingMeetings = (
  db: Queryable,
  lang: Lang,
  filter: MeetingFilter,
  { from, limit }: { from: CivilDate; limit: number },
): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`
    select ${selected(db, lang)}
    where (meeting.day >= ${from} or meeting.day is null and meeting.state = 'postponed') ${fits(db, filter)}
    order by meeting.day nulls last, meeting.starts_at, meeting.id limit ${limit}`

/** Those that changed last, for feeds. */
export const listChangedMeetings = (
  db: Queryable,
  lang: Lang,
  filter: MeetingFilter,
  limit: number,
): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`
    select ${selected(db, lang)} where true ${fits(db, filter)}
    order by meeting.changed_at desc, meeting.id desc limit ${limit}`

export type BodyChoice = { id: string; name: string; institutionId: string; group: BodyGroup }

/** Councils and commissions that have met in public here. */
export const listBodyChoices = (db: Queryable, lang: Lang, institutionId: string | null): Promise<BodyChoice[]> =>
  db<BodyChoice[]>`
    select body.id, body.institution_id, body.kind as "group",
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name
    from platform.bodies as body
    where body.kind in ('council', 'commission') ${institutionId ? db`and body.institution_id = ${institutionId}` : db``}
      and exists (select 1 from council.published_meetings as meeting where meeting.body_id = body.id)
    order by body.kind desc, body.name collate "sq-x-icu", body.id limit 300`

/** The years in which somebody met, newest first. */
export async function listYears(db: Queryable, institutionId: string | null): Promise<number[]> {
  const rows = await db<{ year: number }[]>`
    with span as (
      select extract(year from min(meeting.day))::int as first, extract(year from max(meeting.day))::int as last
      from council.published_meetings as meeting
      where true ${institutionId ? db`and meeting.institution_id = ${institutionId}` : db``})
    select year from span, generate_series(span.last, span.first, -1) as year limit 60`
  return rows.map(({ year }) => year)
}

export async function listPublicIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from council.published_meetings ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** What a meeting is found by beside its own words: its agenda, as far as it is open. */
export const listAgendaWords = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ meetingId: string; words: string; wordsEn: string | null }[]> =>
  db<{ meetingId: string; words: string; wordsEn: string | null }[]>`
    select item.meeting_id, string_agg(concat_ws(E'\n', item.title, item.rapporteur, item.result), E'\n' order by item.ordinal) as words,
           string_agg(item.title_en, E'\n' order by item.ordinal) as words_en
    from council.published_agenda_items as item where ${amongIds(db, 'item.meeting_id', ids)} group by item.meeting_id`
