import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Counted, Participant } from '../meeting-rules.ts'

export type Outcome = {
  id: string
  ordinal: number
  kind: 'decision' | 'conclusion'
  words: string
  wordsEn: string | null
  role: string | null
  dueOn: CivilDate | null
  taskId: string | null
  /** Of the task; null: it is nobody's task. */
  taskState: 'open' | 'taken' | 'done' | 'cancelled' | null
}

export const listOutcomes = (db: Queryable, meetingId: string): Promise<Outcome[]> =>
  db<Outcome[]>`
    select outcome.id, outcome.ordinal, outcome.kind, outcome.words, outcome.words_en, outcome.role, outcome.due_on,
           outcome.task_id, task.state as task_state
    from meetings.outcomes as outcome left join platform.tasks as task on task.id = outcome.task_id
    where outcome.meeting_id = ${meetingId} order by outcome.ordinal`

type NewOutcome = {
  meetingId: string
  institutionId: string
  formId: string | null
  kind: Outcome['kind']
  words: string
  wordsEn: string | null
  role: string | null
  dueOn: CivilDate | null
  at: Date
}

/** Null: this very form has added it before. The meeting is held, so its last place is known. */
export async function insertOutcome(tx: Transaction, row: NewOutcome): Promise<string | null> {
  const found = one(
    await tx<{ id: string }[]>`
      insert into meetings.outcomes
        (meeting_id, institution_id, form_id, ordinal, kind, words, words_en, role, due_on, added_at)
      select ${row.meetingId}, ${row.institutionId}, ${row.formId},
             coalesce((select max(ordinal) from meetings.outcomes where meeting_id = ${row.meetingId}), 0) + 1,
             ${row.kind}, ${row.words}, ${row.wordsEn}, ${row.role}, ${row.dueOn}, ${row.at}
      on conflict (form_id) do nothing returning id`,
  )
  return found?.id ?? null
}

export async function setOutcomeTask(tx: Transaction, id: string, taskId: string): Promise<void> {
  await tx`update meetings.outcomes set task_id = ${taskId} where id = ${id}`
}

/** Who came, as it was counted; from here on it is held. */
export async function writeAttendance(
  tx: Transaction,
  id: string,
  row: { attendance: readonly Counted[] | null; participants: readonly Participant[]; at: Date; writtenUp: Date },
): Promise<void> {
  await tx`
    update meetings.meetings
    set state = 'held', attendance = ${row.attendance && tx.json(row.attendance)},
        participants = ${tx.json(row.participants)}, written_up_at = coalesce(written_up_at, ${row.writtenUp}),
        changed_at = ${row.at}, version = version + 1
    where id = ${id}`
}

/** What is being written: nobody else reads it, so nothing else changes. */
export async function draftMinutes(
  tx: Transaction,
  meetingId: string,
  minutes: { whole: string; items: readonly { id: string; words: string }[] },
): Promise<void> {
  await tx`update meetings.meetings set minutes_draft = ${minutes.whole || null} where id = ${meetingId}`
  for (const { id, words } of minutes.items)
    await tx`
      update meetings.agenda_items set minutes_draft = ${words || null} where id = ${id} and meeting_id = ${meetingId}`
}

/** Everybody reads what was being written. */
export async function publishDraftMinutes(tx: Transaction, meetingId: string, at: Date): Promise<void> {
  await tx`
    update meetings.meetings
    set minutes = minutes_draft, minutes_published_at = coalesce(minutes_published_at, ${at}), changed_at = ${at},
        version = version + 1
    where id = ${meetingId}`
  await tx`
    update meetings.agenda_items set minutes = minutes_draft
    where meeting_id = ${meetingId} and minutes is distinct from minutes_draft`
}

/** What the file told of a meeting of the past. */
export async function countChanged(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update meetings.meetings set changed_at = ${at}, version = version + 1 where id = ${id}`
}
