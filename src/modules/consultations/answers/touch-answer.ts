import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ANSWER_KIND, type WordsRefusal } from './answer-rules.ts'
import type { HeldAnswer } from './answer-write-queries.ts'

/** Ends the transaction with everything that it wrote. */
export class NotProposed extends Error {
  refusals: readonly WordsRefusal[]
  constructor(refusals: readonly WordsRefusal[]) {
    super('The words cannot be proposed yet')
    this.refusals = refusals
  }
}

export class UnfitGround extends Error {
  codes: readonly string[]
  constructor(codes: readonly string[]) {
    super('The ground does not apply to all')
    this.codes = codes
  }
}

type Touched = { kind: 'no-such-answer' } | { kind: 'not-permitted' } | { kind: 'moved-meanwhile' } | { kind: 'done' }

/** `done`: the same form came twice. */
export function refusalToTouch(
  official: Official,
  answer: HeldAnswer | null,
  { revision, form }: { revision: number; form: string | null },
  right: keyof typeof may = 'answers.write',
): Touched | null {
  if (!answer) return { kind: 'no-such-answer' }
  if (!mayIn(official, may[right], answer.institutionId)) return { kind: 'not-permitted' }
  if (form !== null && answer.formId === form) return { kind: 'done' }
  return answer.revision === revision ? null : { kind: 'moved-meanwhile' }
}

/** One line of the history of an answer: never its words, and nothing of whoever it answers. */
export const recordOfAnswer = (
  tx: Transaction,
  { id, institutionId }: { id: string; institutionId: string },
  kind: string,
  by: string | null,
  at: Date,
  fields: readonly { field: string; from: string | null; to: string | null }[] = [],
  reason: string | null = null,
): Promise<void> =>
  recordChange(tx, {
    institutionId,
    subject: refOf(ANSWER_KIND, id),
    kind,
    by: by === null ? 'program' : { accountId: by },
    at,
    reason,
    fields,
  })
