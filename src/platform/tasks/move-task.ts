import { mayIn } from '../auth/permissions.ts'
import { HOUSE_ROLES, type Official } from '../auth/visitor.ts'
import { cancelDeadline, meetDeadline, reopenDeadline } from '../deadlines/end-deadline.ts'
import { giveDeadlineTo } from '../deadlines/give-deadline.ts'
import type { Transaction } from '../db/database.ts'
import { changedFields, type FieldChange } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { keepTaskDay } from './keep-task-day.ts'
import { isHousePerson } from './people-queries.ts'
import { taskPermissions } from './permissions.ts'
import { lockTask, updateTask, type LockedTask, type TaskChange } from './task-queries.ts'
import { mayMove, TASK_KIND, TASK_SLOT, type TaskMove, type TaskState, type TaskTo } from './task-rules.ts'

export type Move =
  | { move: 'take' }
  | { move: 'finish' }
  | { move: 'cancel'; reason: string }
  | { move: 'reopen' }
  | { move: 'reassign'; to: TaskTo }
  | { move: 'change'; title: string; words: string; dueOn: string | null }

export type MoveOutcome =
  | { kind: 'done'; version: number }
  /** Somebody was faster: what stands now. */
  | { kind: 'moved-meanwhile'; state: TaskState; holder: string | null }
  | { kind: 'no-such-person' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-task' }

const KINDS: Record<TaskMove, string> = {
  take: 'taken',
  finish: 'done',
  cancel: 'cancelled',
  reopen: 'reopened',
  reassign: 'assigned',
  change: 'changed',
}

/** Whatever an official does with a task. `seenVersion`: the version they had before their eyes. */
export async function moveTask(
  services: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
  seenVersion: number,
  move: Move,
): Promise<MoveOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<MoveOutcome> => {
    const task = await lockTask(tx, id)
    if (!task) return { kind: 'no-such-task' }
    const { institutionId } = task
    if (!mayIn(official, taskPermissions['tasks.write'], institutionId)) return { kind: 'not-permitted' }
    if (task.version !== seenVersion || !mayMove(task.state, move.move)) {
      return { kind: 'moved-meanwhile', state: task.state, holder: task.holder }
    }
    const change = await changeOf(tx, task, move, official, now)
    if (change === null) return { kind: 'no-such-person' }
    await updateTask(tx, id, change)
    await followWithDay(tx, services, { task, change, move, by: { accountId: official.accountId }, now })
    const after = (await lockTask(tx, id)) ?? task
    await recordChange(tx, {
      institutionId,
      subject: refOf(TASK_KIND, id),
      kind: KINDS[move.move],
      by: { accountId: official.accountId },
      at: now,
      reason: move.move === 'cancel' ? move.reason : null,
      fields: fieldsOf(task, after),
    })
    return { kind: 'done', version: after.version }
  })
}

/** What the task is after the move; null when it was to go to somebody who is not of the house. */
async function changeOf(
  tx: Transaction,
  task: LockedTask,
  move: Move,
  official: Official,
  now: Date,
): Promise<TaskChange | null> {
  const { title, words, state, role, holderId } = task
  const same: TaskChange = { title, words, state, role, holderId, reason: null, endedAt: null }
  switch (move.move) {
    case 'take':
      return { ...same, state: 'taken', holderId: official.accountId }
    case 'finish':
      return { ...same, state: 'done', holderId: holderId ?? official.accountId, endedAt: now }
    case 'cancel':
      return { ...same, state: 'cancelled', reason: move.reason, endedAt: now }
    case 'reopen':
      return reopened(same)
    case 'reassign':
      return assigned(tx, task.institutionId, same, move.to, now)
    case 'change':
      return { ...same, title: move.title, words: move.words }
  }
}

/** One step back: what was ended is with its holder again, what was taken from a role is the role's again. */
function reopened(same: TaskChange): TaskChange {
  if (same.state === 'taken') return { ...same, state: 'open', holderId: same.role === null ? same.holderId : null }
  return { ...same, state: same.holderId === null ? 'open' : 'taken' }
}

async function assigned(
  tx: Transaction,
  institutionId: string,
  same: TaskChange,
  to: TaskTo,
  now: Date,
): Promise<TaskChange | null> {
  if ('role' in to) return { ...same, state: 'open', role: to.role, holderId: null }
  const known = await isHousePerson(tx, to.accountId, institutionId, HOUSE_ROLES, now)
  return known ? { ...same, state: 'open', role: null, holderId: to.accountId } : null
}

type Followed = { task: LockedTask; change: TaskChange; move: Move; by: { accountId: string }; now: Date }

/** The day of the task follows it: whose it is, and whether it still runs. */
async function followWithDay(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { task, change, move, by, now }: Followed,
): Promise<void> {
  const subject = refOf(TASK_KIND, task.id)
  const slot = TASK_SLOT
  if (move.move === 'change') {
    if (move.dueOn !== task.dueOn) await keepTaskDay(tx, services, { ...task, ...change }, move.dueOn, by)
    return
  }
  if (task.dueOn === null) return
  if (move.move === 'reopen' && task.state !== 'taken') await reopenDeadline(tx, services, { subject, slot, by })
  await giveDeadlineTo(tx, subject, slot, { accountId: change.holderId, role: change.role })
  if (move.move === 'finish') await meetDeadline(tx, services, { subject, slot, by, at: now })
  if (move.move === 'cancel') await cancelDeadline(tx, services, { subject, slot, by, ground: move.reason })
}

/** Title and words may speak of a citizen: the history says that they changed, never to what. */
function fieldsOf(before: LockedTask, after: LockedTask): FieldChange[] {
  const shown = ({ state, holder, role, dueOn }: LockedTask) => ({ state, holder, role, dueOn })
  const silent = (['title', 'words'] as const).filter((field) => before[field] !== after[field])
  return [...changedFields(shown(before), shown(after)), ...silent.map((field) => ({ field, from: null, to: null }))]
}
