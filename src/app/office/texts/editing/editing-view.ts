import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import {
  childrenOf,
  forestOf,
  isUnit,
  nameOf,
  nodesOf,
  wordsOf,
  type Draft,
  type DraftNode,
} from '#platform/texts/editing/draft-tree-rules.ts'
import { suggestedLabel } from '#platform/texts/editing/suggest-label-rules.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import { markedTextOf } from '#platform/texts/editing/marked-text-rules.ts'
import { brokenReferences, type OpenReference } from '#platform/texts/editing/rewrite-references-rules.ts'
import { listTextEdits, type TextEdit } from '#platform/texts/editing/text-edit-queries.ts'
import { isDivision } from '#platform/texts/shown-tree-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { viewHead, type TextHead } from '../text-view.ts'

export type OutlineRow = {
  nodeId: string
  name: string
  heading: string | null
  depth: number
  kind: DraftNode['kind']
}

export type EditingView = TextHead & {
  rows: Draft
  /** Of the whole draft, to tell whether somebody else was faster. */
  lock: string
  mayEdit: boolean
  /** For the forms of this page: one that arrives twice counts once. */
  submission: string
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewEditing(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  { id, submission }: { id: string; submission: string },
): Promise<EditingView | null> {
  const head = await viewHead(services, holder, official, lang, id)
  if (!head) return null
  const rows = head.draft ? await listNodes(services.db, head.draft.id) : []
  const mayEdit = head.mayWrite && head.draft !== null && head.record.stage !== 'final'
  return { ...head, rows, lock: lockOf(rows), mayEdit, submission }
}

export type OutlineView = EditingView & {
  outline: OutlineRow[]
  edits: TextEdit[]
  broken: (OpenReference & { unitId: string })[]
}

export async function viewOutline({ db }: Services, view: EditingView): Promise<OutlineView> {
  const edits = view.draft ? await listTextEdits(db, view.draft.id) : []
  return { ...view, outline: outlineOf(view.rows), edits, broken: brokenIn(view.rows) }
}

/** With the part whose form mends them. */
function brokenIn(rows: Draft): OutlineView['broken'] {
  const unitOf = new Map<string, string>()
  for (const node of rows) {
    const above = node.parentId === null ? undefined : unitOf.get(node.parentId)
    unitOf.set(node.nodeId, isUnit(node) || above === undefined ? node.nodeId : above)
  }
  return brokenReferences(rows).map((one) => ({ ...one, unitId: unitOf.get(one.nodeId) ?? one.nodeId }))
}

/** What stands by itself: divisions, articles, preamble, signatures, and words that belong to none of these. */
export function outlineOf(rows: Draft): OutlineRow[] {
  const depths = new Map<string, number>()
  return rows.flatMap((node) => {
    const parent = node.parentId
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1
    depths.set(node.nodeId, depth)
    const alone = parent === null
    if (!isUnit(node) && !alone) return []
    return [
      { nodeId: node.nodeId, name: nameOf(node), heading: node.heading, depth: Math.min(depth, 5), kind: node.kind },
    ]
  })
}

export type UnitView = EditingView & {
  node: DraftNode
  name: string
  /** Label, heading and words as the form shows them. */
  words: { label: string; heading: string; marked: string }
  unitLock: string
  children: { nodeId: string; name: string; kind: DraftNode['kind'] }[]
  divisions: { nodeId: string; name: string; depth: number }[]
  beneath: number
  nextArticle: string | null
  /** A number for what comes after it. */
  suggested: string
}

/** Where something is added: beside a part, or at the end. */
export type AddView = EditingView & {
  beside: { nodeId: string; name: string } | null
  where: 'before' | 'after' | 'within'
  suggested: string
}

export function viewAdd(view: EditingView, besideId: string, where: AddView['where']): AddView {
  const node = view.rows.find((one) => one.nodeId === besideId)
  const beside = node ? { nodeId: node.nodeId, name: nameOf(node) } : null
  return {
    ...view,
    beside,
    where: beside ? where : 'after',
    suggested: suggestedLabel(view.rows, beside?.nodeId ?? null, where),
  }
}

export function viewUnit(view: EditingView, nodeId: string): UnitView | null {
  const { rows } = view
  const node = rows.find((one) => one.nodeId === nodeId)
  if (!node) return null
  const inside = nodesOf(rows, nodeId)
  const own = new Set(inside.map((one) => one.nodeId))
  const siblings = childrenOf(rows, node.parentId)
  const next = siblings[siblings.findIndex((one) => one.nodeId === nodeId) + 1]
  return {
    ...view,
    node,
    name: nameOf(node),
    words: { label: node.label ?? '', heading: node.heading ?? '', marked: markedOf(rows, node) },
    unitLock: unitLock(rows, nodeId),
    children: childrenOf(rows, nodeId).map((one) => ({ nodeId: one.nodeId, name: nameOf(one), kind: one.kind })),
    divisions: rows
      .filter((one) => isDivision(one) && !own.has(one.nodeId))
      .map((one) => ({ nodeId: one.nodeId, name: [nameOf(one), one.heading].filter(Boolean).join(' – '), depth: 0 })),
    beneath: inside.length - 1,
    nextArticle: node.kind === 'article' && next?.kind === 'article' ? nameOf(next) : null,
    suggested: suggestedLabel(rows, nodeId, 'after'),
  }
}

/** As the words of this unit are typed: of a unit its own, of words by themselves these. */
const markedOf = (rows: Draft, node: DraftNode): string =>
  markedTextOf(forestOf(wordsOf(rows, node.nodeId)), isUnit(node) ? node : null)

/** Over the unit and its words: what others do elsewhere is no conflict. */
export function unitLock(rows: Draft, nodeId: string): string {
  const node = rows.find((one) => one.nodeId === nodeId)
  if (!node) return ''
  return lockOf(isUnit(node) ? [node, ...wordsOf(rows, nodeId)] : wordsOf(rows, nodeId))
}
