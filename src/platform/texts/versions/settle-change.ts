import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import type { TextHolder } from '../text-holder.ts'
import { listNodeChanges, listNodes, type TextVersion } from '../text-queries.ts'
import type { ComparedNode } from '../compare/comparison.ts'
import type { ChangeRow } from './change-row.ts'
import { holdText, isRefusal, type TextRefusal } from './hold-text.ts'
import { isOpen } from './lineage-rules.ts'
import { storeChanges } from './refresh-changes.ts'
import { groupOf, settled, type ChangeDecision, type Settled, type Settling } from './settle-change-rules.ts'
import { renameNode } from './version-writing-queries.ts'

export type SettleChangeOutcome =
  | { kind: 'settled'; count: number }
  /** The same was decided before, by another or by the first of two clicks. */
  | { kind: 'settled-before' }
  | { kind: 'no-such-change' }
  /** The node that was chosen stands in neither version, or the row allows no such decision. */
  | { kind: 'no-such-choice' }
  /** The draft was published, dropped, or is another by now. */
  | { kind: 'no-draft' }
  | TextRefusal

export type ChangeOrder = { id: string; versionId: string; changeIds: readonly string[]; decision: ChangeDecision }

/** A person decides what became of nodes: one row, or several that are as proposed. */
export async function settleChanges(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, versionId, changeIds, decision }: ChangeOrder,
): Promise<SettleChangeOutcome> {
  return services.db.begin(async (tx): Promise<SettleChangeOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record, draft } = held
    if (record.stage === 'final') return { kind: 'final' }
    if (!draft || draft.id !== versionId) return { kind: 'no-draft' }
    const at = services.clock.now()
    const by = { confirmedBy: official.accountId, confirmedAt: at }
    const outcome = await settleInDraft(tx, draft, { changeIds, decision, by })
    if (outcome.kind !== 'settled') return outcome
    const { count } = outcome
    const fields = [{ field: 'change', from: null, to: `${decision.kind}: ${count}` }]
    const note = { institutionId: record.institutionId, id, by: official, at, fields }
    await holder.note(tx, { ...note, kind: 'changes-settled' })
    return { kind: 'settled', count }
  })
}

type DraftOrder = {
  changeIds: readonly string[]
  decision: ChangeDecision
  by: { confirmedBy: string | null; confirmedAt: Date }
}

type DraftOutcome = Extract<
  SettleChangeOutcome,
  { kind: 'settled' } | { kind: 'settled-before' } | { kind: 'no-such-change' } | { kind: 'no-such-choice' }
>

/** Rows of a draft that is held, one after the other; the draft is read and what changed is written once for all. */
export async function settleInDraft(
  tx: Transaction,
  draft: TextVersion,
  { changeIds, decision, by }: DraftOrder,
): Promise<DraftOutcome> {
  if (draft.basedOn === null) return { kind: 'no-such-change' }
  let known: readonly ChangeRow[] = await listNodeChanges(tx, draft.id)
  const from = await listNodes(tx, draft.basedOn)
  let to: readonly ComparedNode[] = await listNodes(tx, draft.id)
  const renames: Settled['renames'] = []
  let count = 0
  for (const changeId of changeIds) {
    const outcome = settleOne(changeId, decision, { from, to, known, by, freshId })
    if (typeof outcome === 'object') {
      count += 1
      renames.push(...outcome.renames)
      known = outcome.known
      to = underNewNames(to, outcome.renames)
    }
    // One decision may settle its neighbours, too: a row that went with it is no surprise.
    else if (outcome !== 'settled-before' && count === 0) return { kind: outcome }
  }
  if (count === 0) return { kind: 'settled-before' }
  for (const rename of renames) await renameNode(tx, draft.id, rename.from, rename.to)
  await storeChanges(tx, draft, known)
  return { kind: 'settled', count }
}

const freshId = (): string => crypto.randomUUID()

function settleOne(
  changeId: string,
  decision: ChangeDecision,
  settling: Settling,
): Settled | 'settled-before' | 'no-such-change' | 'no-such-choice' {
  const { known } = settling
  const row = known.find((one) => one.id === changeId)
  if (!row) return 'no-such-change'
  const open = groupOf(row, known).some(isOpen)
  if (!open && (decision.kind === 'accept' || row.confirmedAt !== null) && isAsDecided(row, decision)) {
    return 'settled-before'
  }
  return settled(row, decision, settling) ?? 'no-such-choice'
}

const underNewNames = (nodes: readonly ComparedNode[], renames: Settled['renames']): ComparedNode[] =>
  renames.reduce<ComparedNode[]>(
    (all, { from, to }) =>
      all.map((node) => ({
        ...node,
        nodeId: node.nodeId === from ? to : node.nodeId,
        parentId: node.parentId === from ? to : node.parentId,
      })),
    [...nodes],
  )

/** The row says already what was decided: the second of two clicks, or a colleague was faster with the same. */
const isAsDecided = (
  { kind, earlierNodeId, nodeId }: { kind: string; earlierNodeId: string | null; nodeId: string | null },
  decision: ChangeDecision,
): boolean =>
  decision.kind === 'accept' ||
  (decision.kind === 'new' && kind === 'new') ||
  (decision.kind === 'continues' && (earlierNodeId === decision.nodeId || nodeId === decision.nodeId))
