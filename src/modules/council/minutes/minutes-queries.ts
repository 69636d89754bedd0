import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { MinutesRecord, MinutesState } from './minutes-rules.ts'
import type { Signature } from './record/minutes-fact-rules.ts'

export type Minutes = {
  meetingId: string
  institutionId: string
  state: MinutesState
  opening: string
  ending: string
  signatures: Signature[]
  proposedAt: Date | null
  approvedAt: Date | null
  approvedIn: string | null
  approvedVote: string | null
  approvedOn: CivilDate | null
  approvedNote: string | null
  publishedVersion: number
  publishedAt: Date | null
  takenDownAt: Date | null
  version: number
  draftedAt: Date
  changedAt: Date
}

const columns = (db: Queryable) => db`
  meeting_id, institution_id, state, opening, ending, signatures, proposed_at, approved_at, approved_in, approved_vote,
  approved_on, approved_note, published_version, published_at, taken_down_at, version, drafted_at, changed_at`

export const findMinutes = async (db: Queryable, meetingId: string): Promise<Minutes | null> =>
  one(await db<Minutes[]>`select ${columns(db)} from council.minutes where meeting_id = ${meetingId}`)

export const holdMinutes = async (tx: Transaction, meetingId: string): Promise<Minutes | null> =>
  one(await tx<Minutes[]>`select ${columns(tx)} from council.minutes where meeting_id = ${meetingId} for update`)

export type HeldMeeting = {
  id: string
  institutionId: string
  institution: string
  slug: string
  lang: string
  state: string
  zone: string
  jurisdiction: 'AL' | 'XK'
  closedAt: Date | null
  day: CivilDate | null
  version: number
}

/** The first lock of every deed of minutes: the record does not change meanwhile. */
export const holdMeetingOfMinutes = async (tx: Transaction, id: string): Promise<HeldMeeting | null> =>
  one(
    await tx<HeldMeeting[]>`
      select meeting.id, meeting.institution_id, institution.slug as institution, meeting.slug, meeting.lang, meeting.state,
             institution.zone, institution.jurisdiction, meeting.closed_at, meeting.day, meeting.version
      from council.meetings as meeting join platform.institutions as institution on institution.id = meeting.institution_id
      where meeting.id = ${id} for update of meeting`,
  )

/** False: they were drafted before. */
export async function insertMinutes(
  tx: Transaction,
  of: { meetingId: string; institutionId: string; signatures: readonly Signature[]; at: Date; by: string | null },
): Promise<boolean> {
  const rows = await tx`
    insert into council.minutes (meeting_id, institution_id, state, signatures, drafted_at, changed_at, changed_by)
    values (${of.meetingId}, ${of.institutionId}, 'draft', ${tx.json(of.signatures)}, ${of.at}, ${of.at}, ${of.by})
    on conflict (meeting_id) do nothing returning meeting_id`
  return rows.length > 0
}

/** Who signs unless somebody else is written: the chair of the record, and the secretary of the body. */
export const listSigners = (
  db: Queryable,
  meetingId: string,
): Promise<{ name: string; role: 'chair' | 'secretary' }[]> =>
  db<{ name: string; role: 'chair' | 'secretary' }[]>`
    select found.name, found.role from (
      (select person.name, 'chair' as role, 1 as place
       from council.standing_events as event
       join platform.persons as person on person.id::text = coalesce(event.body ->> 'chair', event.body ->> 'person')
       where event.meeting_id = ${meetingId} and event.kind in ('opened', 'chair-taken') order by event.ordinal, event.step limit 1)
      union all
      (select coalesce(person.name, staff.name) as name, 'secretary' as role, 2 as place
       from council.meetings as meeting
       left join platform.body_members as member
         on member.body_id = meeting.body_id and member.role = 'secretary'
        and (member.to_on is null or member.to_on >= meeting.day)
       left join platform.persons as person on person.id = member.person_id
       left join lateral (
         select name from council.staff where institution_id = meeting.institution_id
           and (to_on is null or to_on >= meeting.day) order by ordinal, name limit 1) as staff on true
       where meeting.id = ${meetingId} and coalesce(person.name, staff.name) is not null
       order by member.from_on desc nulls last limit 1)) as found
    order by found.place`

export async function saveMinutes(
  tx: Transaction,
  meetingId: string,
  of: { opening: string; ending: string; signatures: readonly Signature[]; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council.minutes
    set opening = ${of.opening}, ending = ${of.ending}, signatures = ${tx.json(of.signatures)}, version = version + 1,
        changed_at = ${of.at}, changed_by = ${of.by}
    where meeting_id = ${meetingId}`
}

export async function saveItemWords(
  tx: Transaction,
  { meetingId, institutionId }: { meetingId: string; institutionId: string },
  items: readonly { id: string; words: string }[],
  at: Date,
): Promise<void> {
  await tx`
    insert into council.minutes_items (meeting_id, institution_id, item_id, words, changed_at)
    select ${meetingId}, ${institutionId}, item.id, one.words, ${at}
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ words }) => words)}::text[]) as one (id, words)
    join council.agenda_items as item on item.id = one.id and item.meeting_id = ${meetingId}
    on conflict (meeting_id, item_id) do update set words = excluded.words, changed_at = excluded.changed_at
    where minutes_items.words <> excluded.words`
}

export async function markProposed(tx: Transaction, meetingId: string, at: Date, by: string | null): Promise<void> {
  await tx`
    update council.minutes set state = 'proposed', version = version + 1, changed_at = ${at}, changed_by = ${by}
    where meeting_id = ${meetingId}`
}

/** What was shown before it was approved is shown no more. Its versions stay, for the office. */
export async function markWithdrawn(tx: Transaction, meetingId: string, at: Date, by: string | null): Promise<void> {
  await tx`
    update council.minutes
    set state = 'draft', proposed_at = null, published_version = 0, published_at = null, version = version + 1,
        changed_at = ${at}, changed_by = ${by}
    where meeting_id = ${meetingId}`
}

export type Approval = {
  on: CivilDate
  meetingId: string | null
  voteId: string | null
  note: string | null
}

export async function markApproved(
  tx: Transaction,
  meetingId: string,
  { on, meetingId: approvedIn, voteId, note, at, by }: Approval & { at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council.minutes
    set state = 'approved', approved_at = ${at}, approved_in = ${approvedIn}, approved_vote = ${voteId}, approved_on = ${on},
        approved_note = ${note}, version = version + 1, changed_at = ${at}, changed_by = ${by}
    where meeting_id = ${meetingId}`
}

export type NewVersion = {
  meetingId: string
  institutionId: string
  formId: string | null
  state: 'proposed' | 'approved'
  title: string
  record: MinutesRecord
  whole: MinutesRecord
  words: string
  reason: string | null
  at: Date
  by: string | null
}

/** The next version; it is what everybody reads from now on. Null: this form has made one already. */
export async function insertMinutesVersion(tx: Transaction, of: NewVersion): Promise<number | null> {
  const [row] = await tx<{ version: number }[]>`
    insert into council.minutes_versions
      (meeting_id, institution_id, version, form_id, state, title, record, whole, words, reason, published_at, published_by)
    select ${of.meetingId}, ${of.institutionId},
           coalesce((select max(version) from council.minutes_versions where meeting_id = ${of.meetingId}), 0) + 1,
           ${of.formId}, ${of.state}, ${of.title}, ${tx.json(of.record)}, ${tx.json(of.whole)}, ${of.words}, ${of.reason},
           ${of.at}, ${of.by}
    on conflict on constraint minutes_version_form_once do nothing returning version`
  if (!row) return null
  await tx`
    update council.minutes
    set published_version = ${row.version}, published_at = coalesce(published_at, ${of.at}),
        proposed_at = ${of.state === 'proposed' ? of.at : tx`proposed_at`}
    where meeting_id = ${of.meetingId}`
  return row.version
}

/** What was published until now is the office's alone from now on. */
export async function hideVersions(tx: Transaction, meetingId: string): Promise<void> {
  await tx`update council.minutes set hidden_through = published_version where meeting_id = ${meetingId}`
}

export type MinutesVersion = {
  version: number
  state: 'proposed' | 'approved'
  title: string
  reason: string | null
  publishedAt: Date
}

export const listMinutesVersions = (db: Queryable, meetingId: string): Promise<MinutesVersion[]> =>
  db<MinutesVersion[]>`
    select version, state, title, reason, published_at from council.minutes_versions
    where meeting_id = ${meetingId} order by version desc`

/** The office's own: what was said behind closed doors too. Without a number the newest. */
export const findWholeVersion = async (
  db: Queryable,
  meetingId: string,
  version: number | null,
): Promise<(MinutesVersion & { record: MinutesRecord; whole: MinutesRecord }) | null> =>
  one(
    await db<(MinutesVersion & { record: MinutesRecord; whole: MinutesRecord })[]>`
      select version, state, title, reason, published_at, record, whole from council.minutes_versions
      where meeting_id = ${meetingId} ${version === null ? db`` : db`and version = ${version}`}
      order by version desc limit 1`,
  )

export type ApprovingVote = {
  id: string
  meetingId: string
  day: CivilDate
  slug: string
  question: string
  result: string
  votesFor: number
  votesAgainst: number
  votesAbstain: number
}

/** Votes on minutes in later meetings of the same body: one of them approved these. */
export const listApprovingVotes = (db: Queryable, meetingId: string): Promise<ApprovingVote[]> =>
  db<ApprovingVote[]>`
    select vote.id, later.id as meeting_id, later.day, later.slug, vote.question, vote.result, vote.votes_for,
           vote.votes_against, vote.votes_abstain
    from council.meetings as meeting
    join council.meetings as later on later.body_id = meeting.body_id and later.day >= meeting.day and later.id <> meeting.id
      and later.state in ('under-way', 'suspended', 'closed')
    join council.votes as vote on vote.meeting_id = later.id and vote.stage = 'minutes' and not vote.closed
    where meeting.id = ${meetingId} order by later.day, vote.ordinal limit 50`

export type ListedMinutes = {
  meetingId: string
  institutionId: string
  body: string
  day: CivilDate | null
  number: number | null
  numberYear: number | null
  zone: string
  state: MinutesState
  draftedAt: Date
}

/** Not approved yet, the oldest first, in these institutions (null: all). */
export const listWaitingMinutes = (
  db: Queryable,
  institutions: readonly string[] | null,
  limit: number,
): Promise<ListedMinutes[]> =>
  db<ListedMinutes[]>`
    select minutes.meeting_id, minutes.institution_id, body.name as body, meeting.day, meeting.number, meeting.number_year,
           institution.zone, minutes.state, minutes.drafted_at
    from council.minutes as minutes
    join council.meetings as meeting on meeting.id = minutes.meeting_id
    join platform.bodies as body on body.id = meeting.body_id
    join platform.institutions as institution on institution.id = minutes.institution_id
    where minutes.state <> 'approved'
      ${institutions === null ? db`` : db`and minutes.institution_id = any(${institutions as string[]}::uuid[])`}
    order by minutes.drafted_at, minutes.meeting_id limit ${limit}`

export async function setMinutesTaken(tx: Transaction, meetingId: string, at: Date | null): Promise<void> {
  await tx`update council.minutes set taken_down_at = ${at} where meeting_id = ${meetingId}`
}
