import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Cue, RecordingKind, Stretch, SubtitleLang } from './recording-rules.ts'

/** A recording as the office keeps it. */
export type Recording = {
  id: string
  institutionId: string
  meetingId: string
  kind: RecordingKind
  url: string
  title: string | null
  startsAt: Date | null
  seconds: number | null
  closedPartsCut: boolean
  publishedAt: Date | null
  version: number
}

const columns = (db: Queryable) => db`
  id, institution_id, meeting_id, kind, url, title, starts_at, seconds, closed_parts_cut, published_at, version`

export const listRecordings = (db: Queryable, meetingId: string): Promise<Recording[]> =>
  db<Recording[]>`
    select ${columns(db)} from council.recordings
    where meeting_id = ${meetingId} and removed_at is null order by created_at, id`

/** Locked until the transaction ends. */
export const holdRecording = async (tx: Transaction, meetingId: string, id: string): Promise<Recording | null> =>
  one(
    await tx<Recording[]>`
      select ${columns(tx)} from council.recordings
      where id = ${id} and meeting_id = ${meetingId} and removed_at is null for update`,
  )

export type RecordingFacts = Pick<Recording, 'kind' | 'url' | 'title' | 'startsAt' | 'seconds' | 'closedPartsCut'>

export async function insertRecording(
  tx: Transaction,
  { facts, ...row }: { facts: RecordingFacts; institutionId: string; meetingId: string; formId: string; at: Date },
): Promise<string | null> {
  const added = one(
    await tx<{ id: string }[]>`
      insert into council.recordings
        (institution_id, meeting_id, form_id, kind, url, title, starts_at, seconds, closed_parts_cut, created_at, changed_at)
      values (${row.institutionId}, ${row.meetingId}, ${row.formId}, ${facts.kind}, ${facts.url}, ${facts.title},
              ${facts.startsAt}, ${facts.seconds}, ${facts.closedPartsCut}, ${row.at}, ${row.at})
      on conflict on constraint recording_form_once do nothing returning id`,
  )
  return added?.id ?? null
}

export async function updateRecording(tx: Transaction, id: string, facts: RecordingFacts, at: Date): Promise<void> {
  await tx`
    update council.recordings set
      kind = ${facts.kind}, url = ${facts.url}, title = ${facts.title}, starts_at = ${facts.startsAt},
      seconds = ${facts.seconds}, closed_parts_cut = ${facts.closedPartsCut}, version = version + 1, changed_at = ${at}
    where id = ${id}`
}

/** Nobody has said yet that these parts are cut out too; and what is found of a recording names its open items alone. */
export const doubtCuts = (tx: Transaction, meetingId: string, at: Date): Promise<{ id: string }[]> =>
  tx<{ id: string }[]>`
    update council.recordings set closed_parts_cut = false, version = version + 1, changed_at = ${at}
    where meeting_id = ${meetingId} and published_at is not null and removed_at is null returning id`

export async function markPublished(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council.recordings set published_at = coalesce(published_at, ${at}), version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export async function markRemoved(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.recordings set removed_at = ${at}, version = version + 1, changed_at = ${at} where id = ${id}`
}

export async function touchRecording(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.recordings set version = version + 1, changed_at = ${at} where id = ${id}`
}

export type Mark = { itemId: string | null; voteId: string | null; seconds: number }

export const listMarks = (
  db: Queryable,
  recordingIds: readonly string[],
): Promise<(Mark & { recordingId: string })[]> =>
  db<(Mark & { recordingId: string })[]>`
    select recording_id, item_id, vote_id, seconds from council.recording_marks
    where ${amongIds(db, 'recording_id', recordingIds)} order by seconds, item_id, vote_id`

export async function replaceMarks(tx: Transaction, id: string, marks: readonly Mark[]): Promise<void> {
  await tx`delete from council.recording_marks where recording_id = ${id}`
  if (marks.length === 0) return
  await tx`
    insert into council.recording_marks (recording_id, item_id, vote_id, seconds)
    select ${id}, item_id, vote_id, seconds
    from unnest(${marks.map(({ itemId }) => itemId)}::uuid[], ${marks.map(({ voteId }) => voteId)}::uuid[],
                ${marks.map(({ seconds }) => seconds)}::int[]) as mark (item_id, vote_id, seconds)`
}

export type Subtitle = {
  recordingId: string
  lang: SubtitleLang
  madeBy: 'person' | 'machine'
  fileName: string
  cues: number
}

export const listSubtitles = (db: Queryable, recordingIds: readonly string[]): Promise<Subtitle[]> =>
  db<Subtitle[]>`
    select subtitle.recording_id, subtitle.lang, subtitle.made_by, subtitle.file_name,
           (select count(*) from council.subtitle_cues as cue where cue.subtitle_id = subtitle.id)::int as cues
    from council.subtitles as subtitle where ${amongIds(db, 'subtitle.recording_id', recordingIds)}
    order by subtitle.recording_id, subtitle.lang`

export type NewSubtitle = {
  institutionId: string
  recordingId: string
  lang: SubtitleLang
  madeBy: 'person' | 'machine'
  fileName: string
  cues: readonly Cue[]
  at: Date
}

/** In place of those in the same language. */
export async function replaceSubtitle(tx: Transaction, subtitle: NewSubtitle): Promise<void> {
  const { institutionId, recordingId, lang, madeBy, fileName, cues, at } = subtitle
  await tx`delete from council.subtitles where recording_id = ${recordingId} and lang = ${lang}`
  const added = one(
    await tx<{ id: string }[]>`
      insert into council.subtitles (institution_id, recording_id, lang, file_name, made_by, published_at)
      values (${institutionId}, ${recordingId}, ${lang}, ${fileName}, ${madeBy}, ${at}) returning id`,
  )
  if (!added) throw new Error('An insert gives a row')
  await tx`
    insert into council.subtitle_cues (subtitle_id, recording_id, ordinal, from_ms, to_ms, words)
    select ${added.id}, ${recordingId}, ordinal, from_ms, to_ms, words
    from unnest(${cues.map(({ fromMs }) => fromMs)}::int[], ${cues.map(({ toMs }) => toMs)}::int[],
                ${cues.map(({ words }) => words)}::text[]) with ordinality as cue (from_ms, to_ms, words, ordinal)`
}

/** Moments of the meeting that a player can go to: when an open item was begun, when a vote was taken. */
export type Moment = { kind: 'item' | 'vote'; id: string; title: string; at: Date }

/** In the order in which they happened; nothing of what was closed. */
export const listMoments = (
  db: Queryable,
  meetingIds: readonly string[],
): Promise<(Moment & { meetingId: string })[]> =>
  db<(Moment & { meetingId: string })[]>`
    select event.meeting_id, 'item' as kind, item.id, item.title, event.happened_at as at
    from council.sitting_events as event
    join council.agenda_items as item on item.meeting_id = event.meeting_id and item.id = (event.body ->> 'item')::uuid
    where ${amongIds(db, 'event.meeting_id', meetingIds)} and event.kind = 'item-opened' and event.state = 'applied'
      and not event.closed and not item.closed
    union all
    select vote.meeting_id, 'vote', vote.id, vote.question, vote.taken_at
    from council.votes as vote
    left join council.agenda_items as item on item.id = vote.item_id
    where ${amongIds(db, 'vote.meeting_id', meetingIds)} and not vote.closed and not coalesce(item.closed, false)
    order by at, kind`

/** While the doors were closed; an open end is one that nobody has written yet. */
export const listClosedStretches = (
  db: Queryable,
  meetingIds: readonly string[],
): Promise<(Stretch & { meetingId: string })[]> =>
  db<(Stretch & { meetingId: string })[]>`
    select closing.meeting_id, closing.happened_at as from,
           (select min(opening.happened_at) from council.sitting_events as opening
            where opening.meeting_id = closing.meeting_id and opening.state = 'applied' and opening.kind = 'doors-opened'
              and opening.ordinal > closing.ordinal) as to
    from council.sitting_events as closing
    where ${amongIds(db, 'closing.meeting_id', meetingIds)} and closing.kind = 'doors-closed' and closing.state = 'applied'
    order by closing.ordinal`

export const hadClosedParts = async (db: Queryable, meetingId: string): Promise<boolean> =>
  one(await db<{ closed: boolean }[]>`select council.had_closed_parts(${meetingId}) as closed`)?.closed ?? false
