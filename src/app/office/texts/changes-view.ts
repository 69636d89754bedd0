import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ownWords, versionIndex } from '#platform/texts/compare/version-index-rules.ts'
import { CHANGE_KINDS, type ChangeKind, type WordPiece } from '#platform/texts/compare/comparison.ts'
import { plainLikeness } from '#platform/texts/compare/word-bag-rules.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { listNodeChanges, listNodes, type StoredChange, type TextNode } from '#platform/texts/text-queries.ts'
import { isOpen } from '#platform/texts/versions/lineage-rules.ts'
import { foldWords } from '#platform/texts/words-rules.ts'
import { nodeNames } from './node-name-rules.ts'
import { roomTexts } from './texts.ts'
import { viewHead, type TextHead } from './text-view.ts'

const PAGE = 100

export type ShownChange = {
  id: string
  kind: StoredChange['kind']
  alsoMoved: boolean
  likeness: number
  earlierName: string | null
  name: string | null
  pieces: WordPiece[]
  state: 'open' | 'confirmed' | 'certain'
}

export type ChangesView = TextHead & {
  items: ShownChange[]
  kind: ChangeKind | null
  onlyOpen: boolean
  paged: boolean
  /** The order of the last one, for the next page. */
  next: number | null
  /** The version with which the draft is compared. */
  earlier: number
}

export type ChangesQuery = { kind: string | undefined; open: string | undefined; after: string | undefined }

/** The table of changes of the draft; null where there is no draft of a later version. */
export async function viewChanges(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  { id, query }: { id: string; query: ChangesQuery },
): Promise<ChangesView | null> {
  const loaded = await loadChanges(services, holder, official, lang, id)
  if (!loaded) return null
  const kind = CHANGE_KINDS.find((one) => one === query.kind) ?? null
  const onlyOpen = query.open === 'po'
  const after = /^\d{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0
  const wanted = loaded.changes.filter(
    (change) => change.ordinal > after && (kind === null || change.kind === kind) && (!onlyOpen || isOpen(change)),
  )
  const page = wanted.slice(0, PAGE)
  return {
    ...loaded.head,
    items: page.map((change) => shown(change, loaded)),
    kind,
    onlyOpen,
    paged: after > 0,
    next: wanted.length > PAGE ? (page.at(-1)?.ordinal ?? null) : null,
    earlier: loaded.earlier,
  }
}

type Loaded = {
  head: TextHead
  changes: StoredChange[]
  from: Map<string, TextNode>
  to: Map<string, TextNode>
  fromNames: Map<string, string>
  toNames: Map<string, string>
  earlier: number
}

async function loadChanges(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  id: string,
): Promise<Loaded | null> {
  const head = await viewHead(services, holder, official, lang, id)
  const { draft } = head ?? {}
  if (!head || !draft?.basedOn) return null
  const [changes, from, to] = await Promise.all([
    listNodeChanges(services.db, draft.id),
    listNodes(services.db, draft.basedOn),
    listNodes(services.db, draft.id),
  ])
  const { parts } = roomTexts(lang)
  const byId = (nodes: TextNode[]) => new Map(nodes.map((node) => [node.nodeId, node]))
  return {
    head,
    changes,
    from: byId(from),
    to: byId(to),
    fromNames: nodeNames(from, parts),
    toNames: nodeNames(to, parts),
    earlier: head.versions.find((version) => version.id === draft.basedOn)?.n ?? 1,
  }
}

function shown(change: StoredChange, { from, to, fromNames, toNames }: Loaded): ShownChange {
  const { id, kind, alsoMoved, likeness, earlierNodeId, nodeId } = change
  const wordsOf = (nodes: Map<string, TextNode>, node: string | null) => {
    const found = node === null ? undefined : nodes.get(node)
    return found ? ownWords(found) : ''
  }
  return {
    id,
    kind,
    alsoMoved,
    likeness,
    earlierName: earlierNodeId && (fromNames.get(earlierNodeId) ?? null),
    name: nodeId && (toNames.get(nodeId) ?? null),
    pieces: diffWords(wordsOf(from, earlierNodeId), wordsOf(to, nodeId)),
    state: isOpen(change) ? 'open' : change.confirmedAt ? 'confirmed' : 'certain',
  }
}

export type ChangeView = TextHead & {
  change: ShownChange
  earlierWords: string
  laterWords: string
  /** What it may continue: the likeliest first, then all of its kind in their order. */
  choices: { value: string; label: string }[]
}

const LIKELIEST = 5

/** One change, to be decided otherwise than proposed. */
export async function viewChange(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  { id, changeId }: { id: string; changeId: string },
): Promise<ChangeView | 'no-draft' | 'no-such-change'> {
  const loaded = await loadChanges(services, holder, official, lang, id)
  if (!loaded) return 'no-draft'
  const change = loaded.changes.find((one) => one.id === changeId)
  if (!change) return 'no-such-change'
  const { from, to, fromNames, toNames } = loaded
  const words = (nodes: Map<string, TextNode>, node: string | null) =>
    node === null ? '' : wordsWithin([...nodes.values()], node)
  const own = change.nodeId === null ? from.get(change.earlierNodeId ?? '') : to.get(change.nodeId)
  const candidates = change.nodeId === null ? to : from
  const names = change.nodeId === null ? toNames : fromNames
  return {
    ...loaded.head,
    change: shown(change, loaded),
    earlierWords: words(from, change.earlierNodeId),
    laterWords: words(to, change.nodeId),
    choices: own ? choicesFor(own, [...candidates.values()], names) : [],
  }
}

function wordsWithin(nodes: TextNode[], nodeId: string): string {
  const index = versionIndex(nodes)
  const at = index.place.get(nodeId)
  if (at === undefined) return ''
  return nodes.slice(at, index.end[at]).map(ownWords).filter(Boolean).join('\n')
}

function choicesFor(own: TextNode, nodes: TextNode[], names: Map<string, string>): ChangeView['choices'] {
  const alike = nodes.filter(({ kind }) => kind === own.kind)
  const words = foldWords(ownWords(own))
  const choice = ({ nodeId, heading }: TextNode) => ({
    value: nodeId,
    label: [names.get(nodeId) ?? nodeId, heading].filter(Boolean).join(' – '),
  })
  const likeliest = alike
    .map((node) => ({ node, likeness: plainLikeness(words, foldWords(ownWords(node))) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, LIKELIEST)
    .map(({ node }) => node)
  const first = new Set(likeliest)
  return [...likeliest, ...alike.filter((node) => !first.has(node))].map(choice)
}
