import { mayIn } from '../auth/permissions.ts'
import { HOUSE_ROLES, type Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import { giveTask } from './give-task.ts'
import { isHousePerson } from './people-queries.ts'
import { taskPermissions } from './permissions.ts'
import type { TaskTo } from './task-rules.ts'

export type TaskDraft = {
  institutionId: string
  subject: string | null
  title: string
  words: string
  to: TaskTo
  dueOn: string | null
  form: string
}

export type AssignOutcome = { kind: 'given'; id: string } | { kind: 'no-such-person' } | { kind: 'not-permitted' }

/** An official gives a task to a colleague, to themselves or to a role. Whether they may know of the subject is asked before. */
export async function assignTask(
  services: Pick<Services, 'db' | 'clock'>,
  official: Official,
  draft: TaskDraft,
): Promise<AssignOutcome> {
  const { institutionId, to } = draft
  if (!mayIn(official, taskPermissions['tasks.write'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<AssignOutcome> => {
    const now = services.clock.now()
    if ('accountId' in to && !(await isHousePerson(tx, to.accountId, institutionId, HOUSE_ROLES, now)))
      return { kind: 'no-such-person' }
    const { id } = await giveTask(tx, services, { ...draft, by: { accountId: official.accountId } })
    return { kind: 'given', id }
  })
}
