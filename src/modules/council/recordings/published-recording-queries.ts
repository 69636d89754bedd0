import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { RecordingKind, SubtitleLang } from './recording-rules.ts'

/** A recording as everybody finds it. */
export type PublishedRecording = {
  id: string
  institutionId: string
  institution: string
  institutionName: string
  zone: string
  meetingId: string
  meetingSlug: string
  body: string
  day: CivilDate | null
  lang: 'sq' | 'en' | 'sr'
  title: string
  kind: RecordingKind
  url: string
  startsAt: Date | null
  seconds: number | null
  closedPartsCut: boolean
  marks: { item: string | null; vote: string | null; seconds: number }[]
  subtitles: { lang: SubtitleLang; made_by: 'person' | 'machine'; cues: [number, number, string][] }[]
  publishedAt: Date
  changedAt: Date
  topics: string[]
  places: string[]
}

const selected = (db: Queryable) => db`
  recording.id, recording.institution_id, recording.institution_slug as institution,
  platform.institution_name(recording.institution_id, 'sq', current_date) as institution_name, recording.zone,
  recording.meeting_id, recording.meeting_slug, recording.body_name as body, recording.day, recording.lang, recording.title,
  recording.recording_kind as kind, recording.url, recording.starts_at, recording.seconds, recording.closed_parts_cut,
  recording.marks, recording.subtitles, recording.published_at, recording.changed_at, recording.topics, recording.places
  from council.published_recordings as recording`

export const listPublishedOf = (db: Queryable, slug: string): Promise<PublishedRecording[]> =>
  db<PublishedRecording[]>`
    select ${selected(db)} where recording.meeting_slug = ${slug} order by recording.starts_at nulls first, recording.id`

export const listPublishedById = (db: Queryable, ids: readonly string[]): Promise<PublishedRecording[]> =>
  db<PublishedRecording[]>`select ${selected(db)} where ${amongIds(db, 'recording.id', ids)} order by recording.id`

export const listPublicRecordingIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select recording.id from council.published_recordings as recording
      where ${after}::uuid is null or recording.id > ${after} order by recording.id limit ${limit}`
  ).map(({ id }) => id)

export type LibraryRow = {
  id: string
  institution: string
  institutionName: string
  meetingSlug: string
  body: string
  day: CivilDate | null
  lang: 'sq' | 'en' | 'sr'
  title: string
  kind: RecordingKind
  seconds: number | null
  subtitles: SubtitleLang[]
  publishedAt: Date
}

/** The library, newest first; live links are no part of it. */
export const listLibrary = (
  db: Queryable,
  lang: string,
  { institution, after, limit }: { institution: string | null; after: { at: Date; id: string } | null; limit: number },
): Promise<LibraryRow[]> =>
  db<LibraryRow[]>`
    select recording.id, recording.institution_slug as institution,
           platform.institution_name(recording.institution_id, ${lang}, current_date) as institution_name,
           recording.meeting_slug, recording.body_name as body, recording.day, recording.lang, recording.title,
           recording.recording_kind as kind, recording.seconds,
           (select coalesce(array_agg(one.lang order by one.lang), '{}') from council.subtitles as one
            where one.recording_id = recording.id) as subtitles,
           recording.published_at
    from council.published_recordings as recording
    where recording.recording_kind <> 'live'
      and (${institution}::text is null or recording.institution_slug = ${institution})
      and (${after?.id ?? null}::uuid is null
           or (recording.published_at, recording.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by recording.published_at desc, recording.id desc limit ${limit}`

export type LibraryInstitution = { slug: string; name: string }

export const listLibraryInstitutions = (db: Queryable, lang: string): Promise<LibraryInstitution[]> =>
  db<LibraryInstitution[]>`
    select distinct recording.institution_slug as slug,
           platform.institution_name(recording.institution_id, ${lang}, current_date) as name
    from council.published_recordings as recording where recording.recording_kind <> 'live' order by name`

const recordRows = (db: Queryable) => db`
  recording.id, recording.institution_id, recording.institution,
  to_jsonb(recording) - '{id,institution}'::text[] as record
  from council.recorded_recordings as recording`

export const findRecordingRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`select ${recordRows(db)} where ${amongIds(db, 'recording.id', ids)}`

export const listRecordingRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    select ${recordRows(db)} where ${after}::uuid is null or recording.id > ${after} order by recording.id limit ${limit}`
