import type { Transaction } from '../../db/database.ts'
import { sealed } from '../../db/sealed-transaction.ts'
import type { Services } from '../../services.ts'
import { keep, type KeptNote } from './kept-checkpoint.ts'
import { holdLedger, isWorkWaiting, listLogs, markPublished, type SignedRow } from './sequence-queries.ts'
import { findSeed } from './signing-key.ts'
import { refusalOfKey, type WhyNotSigned } from './signing-rules.ts'
import { BATCH, growTree, openFirstLog, takeInHand, type TreeInHand } from './tree-in-hand.ts'

export type SequenceOutcome =
  | { kind: 'sequenced'; /** How many got their place. */ entries: number; size: number }
  | { kind: 'idle' }
  /** Another worker is at it. */
  | { kind: 'busy' }
  | { kind: 'refused'; why: WhyNotSigned; words: string }

type Needed = Pick<Services, 'db' | 'clock' | 'settings'>

/** `elsewhere`: copies of the last checkpoint besides the one in the data folder. `always`: looks even if nothing waits. */
export type Round = { elsewhere?: readonly KeptNote[]; always?: boolean }

/**
 * One round: every entry that waits gets its place in the tree, the tree is signed, the checkpoint is kept outside the
 * database, and then shown to everybody. Each step is a transaction of its own under one lock, and begins with looking
 * where things stand: after a crash the next round, of any worker, goes on from there. Nothing is signed that does not
 * extend what was signed before.
 */
export async function sequenceLedger(
  services: Needed,
  { elsewhere = [], always }: Round = {},
): Promise<SequenceOutcome> {
  if (!always && !(await isWorkWaiting(services.db))) return { kind: 'idle' }
  const done = { entries: 0, published: false }
  let more = true
  for (;;) {
    const step = await takeStep(services, elsewhere, more)
    if (step.kind === 'refused' || step.kind === 'busy') return step
    if (step.kind === 'placed') {
      done.entries += step.count
      more = step.count === BATCH
    }
    if (step.kind === 'published') done.published = true
    if (step.kind === 'nothing' && !done.published) return { kind: 'idle' }
    if (step.kind === 'nothing' || (step.kind === 'published' && !more))
      return { kind: 'sequenced', entries: done.entries, size: step.size }
  }
}

type Step =
  | { kind: 'placed'; count: number; size: number }
  | { kind: 'published'; size: number }
  | { kind: 'nothing'; size: number }
  | { kind: 'busy' }
  | { kind: 'refused'; why: WhyNotSigned; words: string }

/** What is signed and not published comes first; then, if `place`, further entries. */
async function takeStep(services: Needed, elsewhere: readonly KeptNote[], place: boolean): Promise<Step> {
  return sealed(services.db, async (tx): Promise<Step> => {
    if (!(await holdLedger(tx))) return { kind: 'busy' }
    const { tree, refusal } = await takeInHand(tx, services, elsewhere)
    if (refusal) return { kind: 'refused', ...refusal }
    const waiting = unpublishedOf(tree)
    if (waiting) return publish(tx, services, waiting)
    return place ? placeMore(tx, services, tree) : { kind: 'nothing', size: tree.size }
  })
}

function unpublishedOf({ logs, signed }: TreeInHand): SignedRow | null {
  return signed && signed.logId === logs[0]?.id && signed.publishedAt === null ? signed : null
}

/** Kept outside first: whoever has seen a checkpoint finds it there, whatever becomes of the database. */
async function publish(tx: Transaction, { clock, settings }: Needed, signed: SignedRow): Promise<Step> {
  await keep(settings, signed.note)
  await markPublished(tx, signed.logId, signed.size, clock.now())
  return { kind: 'published', size: signed.size }
}

async function placeMore(tx: Transaction, services: Needed, tree: TreeInHand): Promise<Step> {
  if (tree.logs.length === 0) await openFirstLog(tx, services)
  const logs = tree.logs.length === 0 ? await listLogs(tx) : tree.logs
  const key = logs[0]?.publicKey ?? null
  const seed = key && (await findSeed(services.settings, key))
  if (!seed) return { kind: 'refused', ...refusalOfKey(logs[0]?.vkey ?? null) }
  const { count, size } = await growTree(tx, services, { ...tree, logs }, seed)
  return count > 0 ? { kind: 'placed', count, size } : { kind: 'nothing', size }
}
