import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type {
  Counted,
  MeetingKind,
  Mode,
  Participant,
  Partner,
  PUBLIC_STATES,
  RegistrationKind,
  Sector,
} from './meeting-rules.ts'

/** A meeting as everybody reads it, in the language asked for where it was translated. */
export type PublishedMeeting = {
  id: string
  subject: string
  institutionId: string
  institution: string
  institutionName: string
  zone: string
  slug: string
  lang: 'sq' | 'en' | 'sr'
  /** In which title and summary are shown. */
  shownLang: Lang
  title: string
  summary: string
  titleEn: string | null
  summaryEn: string | null
  kind: MeetingKind
  mode: Mode | null
  address: string | null
  onlineUrl: string | null
  moderator: string | null
  moderatorName: string | null
  partners: Partner[]
  audience: Sector[]
  audienceNote: string | null
  languages: string[]
  accessibility: string | null
  capacity: number | null
  registration: RegistrationKind
  basisRule: string | null
  contactEmail: string | null
  firstDay: CivilDate | null
  lastDay: CivilDate | null
  listedOn: CivilDate
  state: (typeof PUBLIC_STATES)[number]
  history: boolean
  version: number
  minutes: string | null
  minutesPublishedAt: Date | null
  attendance: Counted[] | null
  participants: Participant[]
  writtenUpAt: Date | null
  publishedAt: Date
  changedAt: Date
  cancelledAt: Date | null
  cancelReason: string | null
  topics: string[]
  places: string[]
}

const english = (db: Queryable, field: 'title' | 'summary') => db`
  (select one.words from platform.translations as one
   where one.subject = meeting.subject and one.field = ${field} and one.lang = 'en')`

const selected = (db: Queryable, lang: Lang) => db`
  meeting.id, meeting.subject, meeting.institution_id, meeting.institution_slug as institution, meeting.zone,
  platform.institution_name(meeting.institution_id, ${lang}, current_date) as institution_name, meeting.slug, meeting.lang,
  case when ${lang}::text = 'en' and ${english(db, 'title')} is not null then 'en' else meeting.lang end as shown_lang,
  case when ${lang}::text = 'en' then coalesce(${english(db, 'title')}, meeting.title) else meeting.title end as title,
  case when ${lang}::text = 'en' then coalesce(${english(db, 'summary')}, meeting.body) else meeting.body end as summary,
  ${english(db, 'title')} as title_en, ${english(db, 'summary')} as summary_en,
  meeting.meeting_kind as kind, meeting.mode, meeting.address, meeting.online_url, meeting.moderator,
  meeting.moderator_name, meeting.partners, meeting.audience, meeting.audience_note, meeting.languages,
  meeting.accessibility, meeting.capacity, meeting.registration, meeting.basis_rule, meeting.contact_email,
  meeting.first_day, meeting.last_day, meeting.listed_on, meeting.state, meeting.history, meeting.version,
  meeting.minutes, meeting.minutes_published_at, meeting.attendance, meeting.participants, meeting.written_up_at,
  meeting.published_at, meeting.changed_at, meeting.cancelled_at, meeting.cancel_reason, meeting.topics, meeting.places
  from meetings.published_meetings as meeting`

export const findPublishedMeeting = async (db: Queryable, lang: Lang, slug: string): Promise<PublishedMeeting | null> =>
  one(await db<PublishedMeeting[]>`select ${selected(db, lang)} where meeting.slug = ${slug}`)

export const listPublishedByIds = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<PublishedMeeting[]> =>
  db<PublishedMeeting[]>`select ${selected(db, lang)} where ${amongIds(db, 'meeting.id', ids)}`

export type ListKeyByDay = { day: CivilDate; id: string }

export type PublicFilter = {
  institutionId: string | null
  kind: MeetingKind | null
  when: 'ahead' | 'past' | null
  mode: 'field' | 'online' | null
  topic: string | null
  place: string | null
  today: CivilDate
  after: ListKeyByDay | null
  limit: number
}

/** What is ahead comes nearest first; all else newest first. */
export function listPublishedMeetings(db: Queryable, lang: Lang, f: PublicFilter): Promise<PublishedMeeting[]> {
  const ahead = f.when === 'ahead'
  return db<PublishedMeeting[]>`
    select ${selected(db, lang)}
    where true
      ${f.institutionId ? db`and meeting.institution_id = ${f.institutionId}` : db``}
      ${f.kind ? db`and meeting.meeting_kind = ${f.kind}` : db``}
      ${ahead ? db`and (meeting.last_day >= ${f.today} or meeting.state = 'postponed') and meeting.state in ('published', 'postponed')` : db``}
      ${f.when === 'past' ? db`and (meeting.last_day < ${f.today} or meeting.state = 'held')` : db``}
      ${f.mode ? db`and meeting.mode in (${f.mode}, 'both')` : db``}
      ${f.topic ? db`and ${f.topic} = any(meeting.topics)` : db``}
      ${f.place ? db`and ${f.place} = any(meeting.places)` : db``}
      ${f.after ? (ahead ? db`and (meeting.listed_on, meeting.id) > (${f.after.day}, ${f.after.id})` : db`and (meeting.listed_on, meeting.id) < (${f.after.day}, ${f.after.id})`) : db``}
    order by ${ahead ? db`meeting.listed_on, meeting.id` : db`meeting.listed_on desc, meeting.id desc`}
    limit ${f.limit}`
}

export type DatedMeeting = {
  id: string
  slug: string
  title: string
  titleLang: Lang
  kind: MeetingKind
  mode: Mode | null
  address: string | null
  onlineUrl: string | null
  institutionId: string
  institutionName: string
  zone: string
  version: number
  changedAt: Date
  cancelled: boolean
  day: CivilDate
  from: string | null
  to: string | null
}

const dated = (db: Queryable, lang: Lang) => db`
  select meeting.id, meeting.slug, meeting.meeting_kind as kind, meeting.mode, meeting.address, meeting.online_url,
         meeting.institution_id, meeting.zone, meeting.version, meeting.changed_at, meeting.state = 'cancelled' as cancelled,
         case when ${lang}::text = 'en' then coalesce(${english(db, 'title')}, meeting.title) else meeting.title end as title,
         case when ${lang}::text = 'en' and ${english(db, 'title')} is not null then 'en' else meeting.lang end as title_lang,
         platform.institution_name(meeting.institution_id, ${lang}, current_date) as institution_name, one.day,
         left(one.from_time::text, 5) as "from", left(one.to_time::text, 5) as "to"
  from meetings.published_meetings as meeting join meetings.meeting_days as one on one.meeting_id = meeting.id`

/** Each day of these meetings, for calendars. */
export const listDatesOf = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<DatedMeeting[]> =>
  db<DatedMeeting[]>`
    ${dated(db, lang)} where ${amongIds(db, 'meeting.id', ids)} order by one.day, meeting.id limit 2000`

export type DatesFilter = {
  from: CivilDate
  to: CivilDate
  institutionId: string | null
  mode: 'field' | 'online' | null
  topic: string | null
  place: string | null
}

export const listDatesBetween = (db: Queryable, lang: Lang, f: DatesFilter, limit: number): Promise<DatedMeeting[]> =>
  db<DatedMeeting[]>`
    ${dated(db, lang)}
    where one.day between ${f.from} and ${f.to}
      ${f.institutionId ? db`and meeting.institution_id = ${f.institutionId}` : db``}
      ${f.mode ? db`and meeting.mode in (${f.mode}, 'both')` : db``}
      ${f.topic ? db`and ${f.topic} = any(meeting.topics)` : db``}
      ${f.place ? db`and ${f.place} = any(meeting.places)` : db``}
    order by one.day, meeting.id limit ${limit}`

export async function listPublicIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from meetings.published_meetings ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** All that search finds it by beside title and summary: its agenda, its minutes, what came out of it. */
export const listMeetingWords = (db: Queryable, ids: readonly string[]): Promise<{ id: string; words: string }[]> =>
  db<{ id: string; words: string }[]>`
    select meeting.id, concat_ws(E'\n',
      (select string_agg(concat_ws(E'\n', item.title, item.minutes), E'\n' order by item.ordinal)
       from meetings.agenda_items as item where item.meeting_id = meeting.id),
      meeting.minutes,
      (select string_agg(outcome.words, E'\n' order by outcome.ordinal)
       from meetings.outcomes as outcome where outcome.meeting_id = meeting.id)) as words
    from meetings.published_meetings as meeting where ${amongIds(db, 'meeting.id', ids)}`

/** All that everybody may read of a meeting. Who asked to come stands nowhere in it. */
const records = (db: Queryable) => db`
  select meeting.id, meeting.institution_id, meeting.institution_slug as institution, to_jsonb(public) as record
  from meetings.published_meetings as meeting
  cross join lateral (
    select meeting.institution_id, meeting.kind, meeting.lang, meeting.title, meeting.body, meeting.published_at,
           meeting.changed_at, meeting.state, meeting.topics, meeting.places, meeting.slug, meeting.meeting_kind,
           meeting.mode, meeting.address, meeting.online_url, meeting.moderator, meeting.moderator_name,
           meeting.partners, meeting.audience, meeting.audience_note, meeting.languages, meeting.accessibility,
           meeting.capacity, meeting.registration, meeting.basis_rule, meeting.contact_email, meeting.first_day,
           meeting.last_day, meeting.history, meeting.version, meeting.minutes, meeting.minutes_published_at,
           meeting.attendance, meeting.participants, meeting.written_up_at, meeting.cancelled_at, meeting.cancel_reason,
           platform.links_record(meeting.subject) as links,
           platform.documents_record(meeting.subject) as documents,
           (select coalesce(jsonb_agg(jsonb_build_object('field', one.field, 'lang', one.lang, 'words', one.words)
                                      order by one.field collate "C", one.lang collate "C"), '[]')
            from platform.translations as one where one.subject = meeting.subject) as translations,
           (select coalesce(jsonb_agg(jsonb_build_object('day', one.day, 'from', one.from_time, 'to', one.to_time)
                                      order by one.day), '[]')
            from meetings.meeting_days as one where one.meeting_id = meeting.id) as days,
           (select coalesce(jsonb_agg(one.body_id order by one.body_id), '[]')
            from meetings.meeting_bodies as one where one.meeting_id = meeting.id) as bodies,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'from', item.from_time, 'title', item.title, 'minutes', item.minutes) order by item.ordinal), '[]')
            from meetings.agenda_items as item where item.meeting_id = meeting.id) as agenda,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'kind', one.kind, 'words', one.words, 'words_en', one.words_en, 'due_on', one.due_on)
                                      order by one.ordinal), '[]')
            from meetings.outcomes as one where one.meeting_id = meeting.id) as outcomes,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'kind', event.kind, 'version', event.version, 'at', event.at, 'reason', event.reason,
                     'from_day', event.from_day, 'to_day', event.to_day) order by event.id), '[]')
            from meetings.meeting_events as event where event.meeting_id = meeting.id) as events) as public`

export const findMeetingRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'meeting.id', ids)}`

export const listMeetingRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where meeting.id > ${after}`} order by meeting.id limit ${limit}`

/** Public consultations that a meeting of this institution can be about: modules meet by what is published. */
export const listConsultationChoices = (
  db: Queryable,
  lang: Lang,
  institutionId: string,
): Promise<{ ref: string; title: string }[]> =>
  db<{ ref: string; title: string }[]>`
    select one.subject as ref, coalesce(title.words, one.title) as title
    from consultations.published_consultations as one
    left join platform.translations as title
      on title.subject = one.subject and title.field = 'title' and title.lang = ${lang}
    where one.institution_id = ${institutionId} order by one.published_at desc, one.id limit 100`

export const findConsultationRef = async (
  db: Queryable,
  { institutionId, slug }: { institutionId: string; slug: string },
): Promise<string | null> =>
  one(
    await db<{ ref: string }[]>`
      select subject as ref from consultations.published_consultations
      where institution_id = ${institutionId} and slug = ${slug}`,
  )?.ref ?? null

/** The first public consultation of an institution in its last year of them: that of the demonstration about a draft. */
export const findConsultationToMeetAbout = async (db: Queryable, institutionId: string): Promise<string | null> =>
  one(
    await db<{ ref: string }[]>`
      select subject as ref from consultations.published_consultations
      where institution_id = ${institutionId} order by register_year desc nulls last, register_number, id limit 1`,
  )?.ref ?? null
