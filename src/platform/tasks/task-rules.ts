import type { Role } from '../auth/visitor.ts'

/** `open`: nobody has begun. `taken`: its holder is at it. */
export const TASK_STATES = ['open', 'taken', 'done', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** To one official, or to a role of the institution: whoever holds it sees the task and takes it. */
export type TaskTo = { accountId: string } | { role: Role }

export const TASK_KIND = 'tasks.task'
/** Its one clock in the table of deadlines. */
export const TASK_SLOT = 'task'

export const LONGEST_TITLE = 200
export const LONGEST_WORDS = 4000
export const LONGEST_REASON = 1000

/** What can be done with a task; each leads from some states only. */
export type TaskMove = 'take' | 'finish' | 'cancel' | 'reopen' | 'reassign' | 'change'

const FROM: Record<TaskMove, readonly TaskState[]> = {
  take: ['open'],
  finish: ['open', 'taken'],
  cancel: ['open', 'taken'],
  reopen: ['taken', 'done', 'cancelled'],
  reassign: ['open', 'taken'],
  change: ['open', 'taken'],
}

export const isOpen = (state: TaskState): boolean => state === 'open' || state === 'taken'

export const mayMove = (state: TaskState, move: TaskMove): boolean => FROM[move].includes(state)

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'undated'
export const DUE_GROUPS: readonly DueGroup[] = ['overdue', 'today', 'week', 'later', 'undated']

/** Where a day stands, seen from today: `week` is what remains of the seven days that begin today. */
export function dueGroup(dueOn: string | null, today: string, inAWeek: string): DueGroup {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn < inAWeek ? 'week' : 'later'
}
