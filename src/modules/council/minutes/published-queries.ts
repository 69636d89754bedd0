import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { MinutesRecord } from './minutes-rules.ts'

/** A version of the minutes as everybody may read it. */
export type PublishedMinutes = {
  meetingId: string
  institutionId: string
  institution: string
  slug: string
  zone: string
  subject: string
  newest: number
  version: number
  state: 'proposed' | 'approved'
  title: string
  reason: string | null
  record: MinutesRecord
  publishedAt: Date
  versionAt: Date
}

/** Without a number the newest. */
export const findPublishedMinutes = async (
  db: Queryable,
  slug: string,
  version: number | null,
): Promise<PublishedMinutes | null> =>
  one(
    await db<PublishedMinutes[]>`
      select minutes.id as meeting_id, minutes.institution_id, minutes.institution_slug as institution, minutes.slug,
             minutes.zone, minutes.subject, minutes.version as newest, one.version, one.state, one.title, one.reason,
             one.record, minutes.published_at, one.published_at as version_at
      from council.published_minutes as minutes
      join council.shown_minutes_versions as one on one.meeting_id = minutes.id
      where minutes.slug = ${slug} and one.version = ${version ?? db`minutes.version`}`,
  )

export type ShownVersion = { version: number; state: 'proposed' | 'approved'; reason: string | null; publishedAt: Date }

export const listShownVersions = (db: Queryable, meetingId: string): Promise<ShownVersion[]> =>
  db<ShownVersion[]>`
    select version, state, reason, published_at from council.shown_minutes_versions
    where meeting_id = ${meetingId} order by version desc`

export type FoundMinutes = {
  id: string
  subject: string
  institutionId: string
  lang: 'sq' | 'en' | 'sr'
  title: string
  body: string
  state: 'proposed' | 'approved'
  slug: string
  day: CivilDate | null
  zone: string
  topics: string[]
  places: string[]
  publishedAt: Date
  changedAt: Date
}

export const listFoundMinutes = (db: Queryable, ids: readonly string[]): Promise<FoundMinutes[]> =>
  db<FoundMinutes[]>`
    select id, subject, institution_id, lang, title, body, state, slug, day, zone, topics, places, published_at, changed_at
    from council.published_minutes where ${amongIds(db, 'id', ids)}`

export async function listPublicMinutesIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from council.published_minutes ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

const records = (db: Queryable) => db`
  select minutes.id, minutes.institution_id, minutes.institution_slug as institution, to_jsonb(public) as record
  from council.published_minutes as minutes
  cross join lateral (
    select minutes.institution_id, minutes.kind, minutes.lang, minutes.title, minutes.body, minutes.published_at,
           minutes.changed_at, minutes.state, minutes.topics, minutes.places, minutes.version, minutes.reason, minutes.record,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'version', one.version, 'state', one.state, 'reason', one.reason, 'published_at', one.published_at)
                     order by one.version), '[]')
            from council.shown_minutes_versions as one where one.meeting_id = minutes.id) as versions) as public`

export const findMinutesRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'minutes.id', ids)}`

export const listMinutesRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where minutes.id > ${after}`} order by minutes.id limit ${limit}`

export type MinutesName = {
  id: string
  institutionId: string
  body: string
  day: CivilDate | null
  kind: 'ordinary' | 'extraordinary' | 'urgent' | 'constitutive'
  /** Null: nothing of them is public. */
  publicSlug: string | null
}

export const listMinutesNames = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<MinutesName[]> =>
  db<MinutesName[]>`
    select minutes.meeting_id as id, minutes.institution_id, meeting.day, meeting.kind,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           (select open.slug from council.published_minutes as open where open.id = minutes.meeting_id) as public_slug
    from council.minutes as minutes
    join council.meetings as meeting on meeting.id = minutes.meeting_id
    join platform.bodies as body on body.id = meeting.body_id
    where ${amongIds(db, 'minutes.meeting_id', ids)}`

/** Whose minutes stood at the page of this meeting. */
export const findMinutesAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select minutes.meeting_id as id from council.minutes as minutes
      join council.meetings as meeting on meeting.id = minutes.meeting_id where meeting.slug = ${slug}`,
  )?.id ?? null
