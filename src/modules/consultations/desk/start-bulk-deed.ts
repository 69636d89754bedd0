import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { mayHave } from './assign-comment.ts'
import { findBulkByForm, insertBulkDeed, insertBulkMembers } from './bulk-queries.ts'
import type { BulkOrder, BulkOutcome } from './bulk-rules.ts'
import type { DeskFilter } from './desk-queries.ts'
import { listChosenByFilter, listChosenByIds, type Chosen } from './chosen-queries.ts'
import { MOST_AT_ONCE, MOST_WHILE_WAITING } from './desk-rules.ts'
import { runBulkDeed } from './run-bulk-deed.ts'

export const BULK_JOB = 'consultations.bulk-deed'

/** Those that were ticked, or all that match what was asked for. */
export type Choice = { ids: readonly string[]; institutions: readonly string[] | null } | { filter: DeskFilter }

export type BulkStart =
  | { kind: 'started'; id: string }
  /** More or fewer match now than the page of confirmation said. */
  | { kind: 'other-number'; now: number }
  | { kind: 'nothing-chosen' }
  | { kind: 'too-many' }
  | { kind: 'no-such-person' }
  | { kind: 'not-permitted' }

/** One deed on many comments, of as many as its page of confirmation has told. The same form begins it once. */
export async function startBulkDeed(
  services: Services,
  official: Official,
  formId: string,
  order: BulkOrder,
  choice: Choice,
  seen: number,
): Promise<BulkStart> {
  const before = await findBulkByForm(services.db, formId)
  if (before !== null) return { kind: 'started', id: before }
  const begun = await services.db.begin((tx) => begin(tx, services, official, formId, order, choice, seen))
  if (begun.kind !== 'started') return begun
  // More than a page waits for is the worker's; of fewer it looks after them only if this program dies meanwhile.
  if (begun.members <= MOST_WHILE_WAITING) await runBulkDeed(services, begun.id)
  return { kind: 'started', id: begun.id }
}

type Begun = Exclude<BulkStart, { kind: 'started' }> | { kind: 'started'; id: string; members: number }

async function begin(
  tx: Transaction,
  services: Services,
  official: Official,
  formId: string,
  order: BulkOrder,
  choice: Choice,
  seen: number,
): Promise<Begun> {
  const at = services.clock.now()
  const chosen = await listChosen(tx, choice)
  const first = chosen.find((one) => mayIn(official, may['comments.moderate'], one.institutionId))
  if (chosen.length > MOST_AT_ONCE) return { kind: 'too-many' }
  if (chosen.length === 0) return { kind: 'nothing-chosen' }
  if (!first) return { kind: 'not-permitted' }
  if (chosen.length !== seen) return { kind: 'other-number', now: chosen.length }
  const { institutionId } = first
  const assigneeId = order.deed === 'assign' ? order.assigneeId : null
  if (!(await mayHave(tx, assigneeId, institutionId, at))) return { kind: 'no-such-person' }
  const id = await insertBulkDeed(tx, { institutionId, by: official.accountId, formId, at, ...rowOf(order) })
  if (id === null) return { kind: 'started', id: (await findBulkByForm(tx, formId)) ?? '', members: 0 }
  // Of one institution: a deed and what it left stand together there.
  const members = chosen.filter((one) => one.institutionId === institutionId)
  await insertBulkMembers(
    tx,
    id,
    members.map((one) => ({ ...one, outcome: 'waiting' as BulkOutcome })),
  )
  const runAt = members.length > MOST_WHILE_WAITING ? at : new Date(at.getTime() + 60_000)
  await enqueue(tx, BULK_JOB, { deed: id }, { key: `${BULK_JOB}:${id}`, runAt })
  return { kind: 'started', id, members: members.length }
}

const rowOf = (order: BulkOrder) => ({
  deed: order.deed,
  assigneeId: order.deed === 'assign' ? order.assigneeId : null,
  label: order.deed === 'label' || order.deed === 'unlabel' ? order.label : null,
  ground: order.deed === 'hold' ? order.ground : null,
  note: order.deed === 'hold' ? order.note : null,
})

const listChosen = (tx: Transaction, choice: Choice): Promise<Chosen[]> =>
  'ids' in choice
    ? listChosenByIds(tx, choice.institutions, choice.ids)
    : listChosenByFilter(tx, choice.filter, MOST_AT_ONCE + 1)
