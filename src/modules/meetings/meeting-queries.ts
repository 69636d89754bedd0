import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type {
  Counted,
  MeetingKind,
  MeetingState,
  Mode,
  Participant,
  Partner,
  RegistrationKind,
  Sector,
} from './meeting-rules.ts'

/** What the office writes of a meeting, besides its days and its agenda. */
export type MeetingFields = {
  kind: MeetingKind
  mode: Mode | null
  title: string
  summary: string
  address: string | null
  onlineUrl: string | null
  moderator: string | null
  moderatorName: string | null
  moderatorConsent: boolean
  partners: readonly Partner[]
  audience: readonly Sector[]
  audienceNote: string | null
  languages: readonly string[]
  accessibility: string | null
  capacity: number | null
  registration: RegistrationKind
  basisRule: string | null
  contactEmail: string | null
}

export type Meeting = MeetingFields & {
  id: string
  institutionId: string
  institution: string
  zone: string
  slug: string
  lang: 'sq' | 'en' | 'sr'
  firstDay: CivilDate | null
  lastDay: CivilDate | null
  state: MeetingState
  history: boolean
  version: number
  minutesDraft: string | null
  minutes: string | null
  minutesPublishedAt: Date | null
  attendance: Counted[] | null
  participants: Participant[]
  writtenUpAt: Date | null
  createdAt: Date
  changedAt: Date
  publishedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  titleEn: string | null
  summaryEn: string | null
}

const words = (db: Queryable, field: 'title' | 'summary') => db`
  (select one.words from platform.translations as one
   where one.subject = 'meetings.meeting:' || meeting.id and one.field = ${field} and one.lang = 'en')`

const selected = (db: Queryable) => db`
  meeting.id, meeting.institution_id, institution.slug as institution, institution.zone, meeting.slug, meeting.kind,
  meeting.mode, meeting.title, meeting.summary, meeting.lang, meeting.address, meeting.online_url, meeting.moderator,
  meeting.moderator_name, meeting.moderator_consent, meeting.partners, meeting.audience, meeting.audience_note,
  meeting.languages, meeting.accessibility, meeting.capacity, meeting.registration, meeting.basis_rule,
  meeting.contact_email, meeting.first_day, meeting.last_day, meeting.state, meeting.history, meeting.version,
  meeting.minutes_draft, meeting.minutes, meeting.minutes_published_at, meeting.attendance, meeting.participants,
  meeting.written_up_at, meeting.created_at, meeting.changed_at, meeting.published_at, meeting.cancelled_at,
  meeting.cancel_reason, ${words(db, 'title')} as title_en, ${words(db, 'summary')} as summary_en
  from meetings.meetings as meeting
  join platform.institutions as institution on institution.id = meeting.institution_id`

export const findMeeting = async (db: Queryable, id: string): Promise<Meeting | null> =>
  one(await db<Meeting[]>`select ${selected(db)} where meeting.id = ${id}`)

/** Locked until the transaction ends. */
export async function holdMeeting(tx: Transaction, id: string): Promise<Meeting | null> {
  await tx`select from meetings.meetings where id = ${id} for update`
  return findMeeting(tx, id)
}

export type OfficeFilter = {
  institutions: readonly string[] | null
  state: MeetingState | null
  kind: MeetingKind | null
}

/** Newest first, after the key. */
export const listMeetings = (
  db: Queryable,
  { institutions, state, kind }: OfficeFilter,
  before: ListKey | null,
  limit: number,
): Promise<Meeting[]> =>
  db<Meeting[]>`
    select ${selected(db)}
    where true
      ${institutions ? db`and meeting.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      ${state ? db`and meeting.state = ${state}` : db``}
      ${kind ? db`and meeting.kind = ${kind}` : db``}
      ${before ? db`and (meeting.created_at, meeting.id) < (${before.at}, ${before.id})` : db``}
    order by meeting.created_at desc, meeting.id desc limit ${limit}`

export const findByForm = async (tx: Transaction, formId: string): Promise<string | null> =>
  one(await tx<{ id: string }[]>`select id from meetings.meetings where form_id = ${formId}`)?.id ?? null

export const findByImportKey = async (tx: Transaction, institutionId: string, key: string): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      select id from meetings.meetings where institution_id = ${institutionId} and import_key = ${key}`,
  )?.id ?? null

type NewMeeting = MeetingFields & {
  institutionId: string
  formId: string | null
  importKey: string | null
  slug: string
  history: boolean
  createdBy: string | null
  at: Date
}

/** Null: the word in addresses is taken, or this form has arrived before. */
export async function insertMeeting(tx: Transaction, row: NewMeeting): Promise<string | null> {
  const found = one(
    await tx<{ id: string }[]>`
      insert into meetings.meetings
        (institution_id, form_id, import_key, slug, kind, mode, title, summary, address, online_url, moderator,
         moderator_name, moderator_consent, partners, audience, audience_note, languages, accessibility, capacity,
         registration, basis_rule, contact_email, history, created_by, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.importKey}, ${row.slug}, ${row.kind}, ${row.mode}, ${row.title},
              ${row.summary}, ${row.address}, ${row.onlineUrl}, ${row.moderator}, ${row.moderatorName},
              ${row.moderatorConsent}, ${tx.json(row.partners)}, ${row.audience as string[]},
              ${row.audienceNote}, ${row.languages as string[]}, ${row.accessibility}, ${row.capacity},
              ${row.registration}, ${row.basisRule}, ${row.contactEmail}, ${row.history}, ${row.createdBy}, ${row.at},
              ${row.at})
      on conflict do nothing returning id`,
  )
  return found?.id ?? null
}

/** A public one gets a new version. */
export async function updateMeeting(tx: Transaction, id: string, row: MeetingFields, at: Date): Promise<void> {
  await tx`
    update meetings.meetings
    set kind = ${row.kind}, mode = ${row.mode}, title = ${row.title}, summary = ${row.summary}, address = ${row.address},
        online_url = ${row.onlineUrl}, moderator = ${row.moderator}, moderator_name = ${row.moderatorName},
        moderator_consent = ${row.moderatorConsent}, partners = ${tx.json(row.partners)},
        audience = ${row.audience as string[]}, audience_note = ${row.audienceNote},
        languages = ${row.languages as string[]}, accessibility = ${row.accessibility}, capacity = ${row.capacity},
        registration = ${row.registration}, basis_rule = ${row.basisRule}, contact_email = ${row.contactEmail},
        changed_at = ${at}, version = version + 1
    where id = ${id}`
}

/** The state that a deed leads to; what is public gets a new version. */
export async function moveMeeting(
  tx: Transaction,
  id: string,
  { state, at, reason = null }: { state: MeetingState; at: Date; reason?: string | null },
): Promise<void> {
  await tx`
    update meetings.meetings
    set state = ${state}, changed_at = ${at}, version = version + 1,
        published_at = case when ${state} = 'draft' then published_at else coalesce(published_at, ${at}) end,
        cancelled_at = case when ${state} = 'cancelled' then ${at}::timestamptz else cancelled_at end,
        cancel_reason = case when ${state} = 'cancelled' then ${reason} else cancel_reason end
    where id = ${id}`
}

/** It leaves the public, and comes back as it was. */
export async function takeMeeting(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update meetings.meetings set state_before = state, state = 'taken-down', changed_at = ${at}
    where id = ${id} and state in ('published', 'postponed', 'cancelled', 'held')`
}

export async function restoreMeeting(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update meetings.meetings set state = state_before, state_before = null, changed_at = ${at}
    where id = ${id} and state = 'taken-down'`
}

export const findMeetingAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from meetings.meetings where slug = ${slug} and state <> 'draft'`)?.id ??
  null

/** Institutions and organisations of the directory that carry one of these names today, or one of these words in addresses. */
export const listNamed = (db: Queryable, names: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db<{ id: string; name: string }[]>`
    select institution.id, wanted.name from unnest(${names as string[]}::text[]) as wanted (name)
    join lateral (
      select one.id from platform.institutions as one
      where one.slug = lower(wanted.name) or exists (
        select from platform.institution_names as named where named.institution_id = one.id and named.name = wanted.name)
      order by one.slug limit 1) as institution on true`

export async function setEnglish(
  tx: Transaction,
  meeting: { id: string; institutionId: string; version: number },
  field: 'title' | 'summary',
  text: string,
  at: Date,
): Promise<void> {
  if (text === '')
    await tx`
      delete from platform.translations
      where subject = 'meetings.meeting:' || ${meeting.id} and field = ${field} and lang = 'en'`
  else
    await tx`
      insert into platform.translations (institution_id, subject, field, lang, words, source_version, translated_at)
      values (${meeting.institutionId}, 'meetings.meeting:' || ${meeting.id}, ${field}, 'en', ${text}, ${meeting.version}, ${at})
      on conflict (subject, field, lang) do update
      set words = excluded.words, source_version = excluded.source_version, translated_at = excluded.translated_at`
}

export type MeetingEventKind =
  | 'published'
  | 'changed'
  | 'postponed'
  | 'moved'
  | 'cancelled'
  | 'held'
  | 'minutes'
  | 'outcome'
  | 'document-added'
  | 'document-removed'
  | 'corrected'
  | 'taken-in'

export type NewEvent = {
  meetingId: string
  institutionId: string
  kind: MeetingEventKind
  version: number
  at: Date
  by: string | null
  reason?: string | null
  fromDay?: string | null
  toDay?: string | null
  formId?: string | null
}

/** Null: this very form has done so before. */
export async function insertMeetingEvent(tx: Transaction, event: NewEvent): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into meetings.meeting_events
        (meeting_id, institution_id, form_id, kind, version, at, by_account_id, reason, from_day, to_day)
      values (${event.meetingId}, ${event.institutionId}, ${event.formId ?? null}, ${event.kind}, ${event.version},
              ${event.at}, ${event.by}, ${event.reason ?? null}, ${event.fromDay ?? null}, ${event.toDay ?? null})
      on conflict (form_id) do nothing returning id::text`,
  )
  return row?.id ?? null
}

export type MeetingEvent = {
  id: string
  kind: MeetingEventKind
  at: Date
  reason: string | null
  fromDay: CivilDate | null
  toDay: CivilDate | null
}

export const listMeetingEvents = (db: Queryable, meetingId: string): Promise<MeetingEvent[]> =>
  db<MeetingEvent[]>`
    select id::text, kind, at, reason, from_day, to_day from meetings.meeting_events
    where meeting_id = ${meetingId} order by id`

export type MeetingSubject = {
  id: string
  institutionId: string
  title: string
  lang: Lang
  slug: string | null
  firstDay: CivilDate | null
  kind: MeetingKind
  state: MeetingState
}

export const listMeetingSubjects = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<MeetingSubject[]> =>
  db<MeetingSubject[]>`
    select meeting.id, meeting.institution_id, meeting.kind, meeting.state, meeting.first_day,
           coalesce(case when ${lang}::text = 'en' then ${words(db, 'title')} end, meeting.title) as title,
           case when ${lang}::text = 'en' and ${words(db, 'title')} is not null then 'en' else meeting.lang end as lang,
           case when meeting.state in ('published', 'postponed', 'cancelled', 'held') then meeting.slug end as slug
    from meetings.meetings as meeting where ${amongIds(db, 'meeting.id', ids)}`
