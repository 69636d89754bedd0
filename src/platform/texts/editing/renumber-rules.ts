import { isDivision } from '../shown-tree-rules.ts'
import { isLetterLabel, romanValue } from '../structure/label-rules.ts'
import { romanOf } from '../story/number-format-rules.ts'
import { childrenOf, nodesOf, type Draft, type DraftNode } from './draft-tree-rules.ts'

/** New labels, by node: only where they differ. */
export type NewLabels = ReadonlyMap<string, string>

export type RenumberOrder =
  { what: 'articles'; from: string | null } | { what: 'items'; article: string } | { what: 'divisions' }

export function newLabels(draft: Draft, order: RenumberOrder): NewLabels {
  switch (order.what) {
    case 'articles':
      return articleLabels(draft, order.from)
    case 'items':
      return itemLabels(draft, order.article)
    case 'divisions':
      return divisionLabels(draft)
  }
}

/** 1, 2, 3 … through the whole text; 5/1 becomes 6. Articles of an annex count for themselves and stay. */
function articleLabels(draft: Draft, from: string | null): NewLabels {
  const inAnnex = new Set(draft.filter((node) => node.kind === 'annex').flatMap((node) => idsOf(draft, node.nodeId)))
  const articles = draft.filter((node) => node.kind === 'article' && !inAnnex.has(node.nodeId))
  const first =
    from === null
      ? 0
      : Math.max(
          0,
          articles.findIndex((node) => node.nodeId === from),
        )
  const before = first === 0 ? 0 : numberOf(articles[first - 1]?.label ?? null)
  return differing(articles.slice(first).map((node, at) => [node, String(before + at + 1)]))
}

const idsOf = (draft: Draft, nodeId: string): string[] => nodesOf(draft, nodeId).map((node) => node.nodeId)

/** Of `5/1` the 5: what comes next is 6. */
const numberOf = (label: string | null): number => Number(/\d+/.exec(label ?? '')?.[0] ?? 0)

const ALBANIAN = 'a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh'.split(' ')
const LATIN = [...'abcdefghijklmnopqrstuvwxyz']

/** Points and letters of one article, each list in the style in which it stands. */
function itemLabels(draft: Draft, articleId: string): NewLabels {
  const labels: [DraftNode, string][] = []
  const inArticle = nodesOf(draft, articleId)
  const given = new Map<string, string>()
  for (const holder of inArticle) {
    const children = childrenOf(inArticle, holder.nodeId)
    for (const kind of ['point', 'letter'] as const) {
      const items = children.filter((node) => node.kind === kind && node.label !== null)
      const style = styleOf(kind, items, given.get(holder.nodeId) ?? holder.label)
      items.forEach((node, at) => {
        const label = style(at)
        given.set(node.nodeId, label)
        labels.push([node, label])
      })
    }
  }
  return differing(labels)
}

type Style = (at: number) => string

function styleOf(kind: 'point' | 'letter', items: readonly DraftNode[], above: string | null): Style {
  const labels = items.map((node) => node.label ?? '')
  const [first = ''] = labels
  if (kind === 'point' && first.includes('.')) return (at) => `${(above ?? '').replace(/[.)]$/, '')}.${at + 1}`
  if (kind === 'point' && /^[IVXL]+$/.test(first)) return (at) => romanOf(at + 1)
  if (kind === 'point') return (at) => String(at + 1)
  if (isRomanList(labels)) return (at) => romanOf(at + 1).toLowerCase()
  const upper = /^\p{Lu}/u.test(first)
  const letters = lettersOf(labels)
  return (at) => {
    const letter = letters[at] ?? `${letters[at % letters.length] ?? ''}${letters[at % letters.length] ?? ''}`
    return upper ? letter.toUpperCase() : letter
  }
}

const isRomanList = (labels: readonly string[]): boolean =>
  labels.length > 1 && labels.every((label) => romanValue(label) !== null) && labels[0]?.toLowerCase() === 'i'

/**
 * The style that stands: a list that goes a, b, c, d is Kosovo's, or an office's that counts as on a typewriter; one with
 * ç, dh, ë is Albania's. A short one that says neither counts in Albanian.
 */
function lettersOf(labels: readonly string[]): readonly string[] {
  const small = labels.map((label) => label.toLowerCase())
  const albanian = small.some((label) => !LATIN.includes(label) && isLetterLabel(label) && ALBANIAN.includes(label))
  const after = small.indexOf('d')
  return !albanian && after > 0 && small[after - 1] === 'c' ? LATIN : ALBANIAN
}

/** Divisions of one kind count anew under each parent, in figures or Roman ones as they stand. */
function divisionLabels(draft: Draft): NewLabels {
  const counts = new Map<string, number>()
  return differing(
    draft.flatMap((node): [DraftNode, string][] => {
      if (!isDivision(node) || node.label === null) return []
      const key = `${node.parentId} ${node.kind}`
      const at = (counts.get(key) ?? 0) + 1
      counts.set(key, at)
      const label = divisionLabel(node.label, at)
      return label === null ? [] : [[node, label]]
    }),
  )
}

const ORDINALS = 'PARË DYTË TRETË KATËRT PESTË GJASHTË SHTATË TETË NËNTË DHJETË'.split(' ')

/** In the style of the old one; null where nobody can count in it. */
function divisionLabel(label: string, at: number): string | null {
  if (/^\d/.test(label)) return String(at)
  if (/^[IVXLC]+(?:\/\w+)?$/.test(label)) return romanOf(at)
  if (/^[A-ZÇË]{1,2}$/.test(label)) return ALBANIAN[at - 1]?.toUpperCase() ?? null
  const ordinal = /^(E|I|TË)\s/iu.exec(label)
  const word = ORDINALS[at - 1]
  if (!ordinal || !word) return null
  return `${ordinal[1]} ${word}`
}

const differing = (labels: readonly [DraftNode, string][]): NewLabels =>
  new Map(labels.filter(([node, label]) => node.label !== label).map(([node, label]) => [node.nodeId, label]))
