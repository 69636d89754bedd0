import { isDivision } from '../shown-tree-rules.ts'
import { nodesOf, spanOf, type Draft } from './draft-tree-rules.ts'

/** A number for a new article: the next one at the end, 5/1 between 5 and 6. Renumbering is another matter. */
export function suggestedLabel(draft: Draft, beside: string | null, where: 'before' | 'after' | 'within'): string {
  const span = beside === null ? null : spanOf(draft, beside)
  const at = !span ? draft.length : where === 'before' ? span.from : span.to
  const before = draft.slice(0, at).findLast((node) => node.kind === 'article')?.label ?? null
  const after = draft.slice(at).find((node) => node.kind === 'article' && !inAnnex(draft, node.nodeId))
  const base = before?.split('/')[0] ?? '0'
  const number = Number(/\d+/.exec(base)?.[0] ?? 0)
  if (!after) return String(highest(draft) + 1)
  const taken = new Set(draft.map((node) => node.label))
  if (!taken.has(String(number + 1))) return String(number + 1)
  for (let place = 1; ; place += 1) if (!taken.has(`${base}/${place}`)) return `${base}/${place}`
}

const highest = (draft: Draft): number =>
  draft.reduce((most, node) => {
    const label = node.kind === 'article' && !inAnnex(draft, node.nodeId) ? (node.label ?? '') : ''
    return Math.max(most, Number(/\d+/.exec(label)?.[0] ?? 0))
  }, 0)

const inAnnex = (draft: Draft, nodeId: string): boolean =>
  draft.some(
    (node) =>
      isDivision(node) && node.kind === 'annex' && nodesOf(draft, node.nodeId).some((one) => one.nodeId === nodeId),
  )
