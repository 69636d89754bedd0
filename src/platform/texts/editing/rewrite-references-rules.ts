import type { Label } from '../references/mention-rules.ts'
import { piecesOf, referencesIn, type Reference } from '../references/reference-rules.ts'
import { resolverOf, type NamedLabel } from '../references/resolve-rules.ts'
import { reworded, type Draft, type DraftNode } from './draft-tree-rules.ts'
import type { NewLabels } from './renumber-rules.ts'

/** A sentence that speaks of what is renumbered. */
export type RewrittenReference = { nodeId: string; before: string; after: string }
/** A citation of this act that leads nowhere, or that a program cannot rewrite: for a person. */
export type OpenReference = { nodeId: string; sentence: string; words: string; why: 'leads-nowhere' | 'range' }

export type Renumbered = {
  draft: DraftNode[]
  labels: { nodeId: string; from: string | null; to: string }[]
  references: RewrittenReference[]
  open: OpenReference[]
}

/** Gives the nodes their new labels, and every citation of them with them. */
export function renumber(draft: Draft, labels: NewLabels): Renumbered {
  const resolver = resolverOf(draft)
  const references: RewrittenReference[] = []
  const open: OpenReference[] = []
  const next = draft.map((node) => {
    const changes: Change[] = []
    for (const reference of referencesIn(node.body)) {
      if (reference.external) continue
      const named = piecesOf(reference).flatMap((piece) => resolver.nameLabels(node.nodeId, piece))
      const why = reasonToLook(reference, named, labels)
      if (why) open.push({ nodeId: node.nodeId, ...sentenceAt(node.body, reference), why })
      changes.push(...changesOf(named, labels))
    }
    const body = rewritten(node.body, changes)
    if (body !== node.body) references.push(...sentencesOf(node, body, changes))
    return reworded(node, { body, label: labels.get(node.nodeId) ?? node.label })
  })
  const told = draft.flatMap((node) => {
    const to = labels.get(node.nodeId)
    return to === undefined ? [] : [{ nodeId: node.nodeId, from: node.label, to }]
  })
  return { draft: next, labels: told, references, open }
}

type Change = { start: number; end: number; words: string }

/** A label that several pieces share ("pikat 1 dhe 2 të nenit 5") is rewritten once. */
function changesOf(named: readonly NamedLabel[], labels: NewLabels): Change[] {
  const changes = new Map<number, Change>()
  for (const { label, nodeId } of named) {
    const to = nodeId === null ? undefined : labels.get(nodeId)
    if (to === undefined || label.kind === 'paragraph') continue
    changes.set(label.start, { start: label.start, end: label.end, words: to })
  }
  return [...changes.values()].toSorted((a, b) => a.start - b.start)
}

/** "neneve 12–15": the two ends are rewritten, but whether what stands between is still meant only a person can say. */
function reasonToLook(
  reference: Reference,
  named: readonly NamedLabel[],
  labels: NewLabels,
): OpenReference['why'] | null {
  if (named.some((one) => one.nodeId === null)) return 'leads-nowhere'
  const touched = named.some((one) => one.nodeId !== null && labels.has(one.nodeId))
  return reference.range && touched ? 'range' : null
}

function rewritten(body: string, changes: readonly Change[]): string {
  let at = 0
  let words = ''
  for (const { start, end, words: to } of changes.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    words += body.slice(at, start) + to
    at = end
  }
  return words + body.slice(at)
}

/** One line for each sentence that changes, as it was and as it will be. */
function sentencesOf(node: DraftNode, after: string, changes: readonly Change[]): RewrittenReference[] {
  const sorted = changes.toSorted((a, b) => a.start - b.start)
  const bounds = new Map<number, { from: number; to: number; own: Change[] }>()
  for (const change of sorted) {
    const { from, to } = sentenceBounds(node.body, change.start)
    const known = bounds.get(from)
    if (known) known.own.push(change)
    else bounds.set(from, { from, to, own: [change] })
  }
  if (after === node.body) return []
  return [...bounds.values()].map(({ from, to, own }) => {
    const before = node.body.slice(from, to)
    const moved = own.map((change) => ({ ...change, start: change.start - from, end: change.end - from }))
    return { nodeId: node.nodeId, before: before.trim(), after: rewritten(before, moved).trim() }
  })
}

function sentenceAt(body: string, { start, end }: Pick<Label, 'start' | 'end'>): { sentence: string; words: string } {
  const { from, to } = sentenceBounds(body, start)
  return { sentence: body.slice(from, to).trim(), words: body.slice(start, end) }
}

/** No abbreviation is known here: a sentence cut at "nr." shows less, and nothing wrong. */
function sentenceBounds(body: string, at: number): { from: number; to: number } {
  const before = body.slice(0, at)
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1
  const end = /[.;](?=\s|$)|\n/.exec(body.slice(at))
  return { from, to: end ? at + end.index + 1 : body.length }
}

/** Citations of articles that are not in the draft: removed, or never there. */
export function brokenReferences(draft: Draft): OpenReference[] {
  const resolver = resolverOf(draft)
  return draft.flatMap((node) =>
    referencesIn(node.body).flatMap((reference): OpenReference[] => {
      if (reference.external || reference.articles.length === 0) return []
      const named = piecesOf(reference).flatMap((piece) => resolver.nameLabels(node.nodeId, piece))
      const broken = named.some(({ label, nodeId }) => label.kind === 'article' && nodeId === null)
      return broken ? [{ nodeId: node.nodeId, ...sentenceAt(node.body, reference), why: 'leads-nowhere' }] : []
    }),
  )
}
