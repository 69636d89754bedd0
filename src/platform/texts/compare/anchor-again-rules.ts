import { anchorText, quotedOf, remembered, type AnchorText, type Quoted } from './anchor-text-rules.ts'
import { findElsewhere } from './anchor-elsewhere-rules.ts'
import type { Anchor, AnchorPlace, ComparedNode, Comparison, NodeChange } from './comparison.ts'
import { keptOf, type Kept } from './kept-words-rules.ts'
import { pointsBefore, type Segment } from './node-layout-rules.ts'
import { plainLikeness } from './word-bag-rules.ts'

/**
 * Where anchors of one version stand in a later one. A quotation goes with the words, not with the number: each node that
 * it touches is followed to its continuation, and what of the quoted words stands there is read off the difference of
 * the two wordings. Every anchor gets exactly one place.
 */
export function anchorFinder(
  from: readonly ComparedNode[],
  to: readonly ComparedNode[],
  comparison: Comparison,
): (anchor: Anchor) => AnchorPlace {
  const text = anchorText(from, to, comparison)
  const placeOfNode = remembered((node) => placeOfWhole(text, node))
  return (anchor) => {
    const node = text.from.place.get(anchor.nodeId)
    if (node === undefined) return { ...GONE, certain: false }
    if (anchor.quote === null) return placeOfNode(node)
    const quoted = quotedOf(text, node, anchor)
    if (!quoted) return { ...placeOfNode(node), certain: false }
    return placeOfWords(text, quoted)
  }
}

const GONE: AnchorPlace = { outcome: 'gone', nodeId: null, place: null, likeness: 0, certain: true }

/** Two pieces of a node are of like size from here: which of them was meant cannot be told. */
const LIKE_SIZE = 0.6

/** What was said about a node as a whole follows its lineage. */
function placeOfWhole(text: AnchorText, node: number): AnchorPlace {
  const change = text.changeOf.get(text.from.nodes[node]?.nodeId ?? '')
  const [nodeId, ...others] = change?.to ?? []
  if (!change || nodeId === undefined) return GONE
  const at = text.to.place.get(nodeId) ?? 0
  const size = (id: string): number => text.layoutTo(text.to.place.get(id) ?? 0).words.length
  const torn = others.some((id) => size(id) >= LIKE_SIZE * size(nodeId))
  const [was, is] = [wordsBeneath(text.from, node), wordsBeneath(text.to, at)]
  const moved = change.kind === 'moved' || change.alsoMoved
  return {
    outcome: was !== is ? 'reworded' : moved ? 'moved' : 'same',
    nodeId,
    place: null,
    likeness: was === is ? 1 : Math.min(0.99, plainLikeness(was, is)),
    certain: change.certain && !torn,
  }
}

/** Labels left out: a number that changed is no other wording. */
const wordsBeneath = (index: AnchorText['from'], at: number): string =>
  index.own
    .slice(at, index.end[at])
    .filter((words) => words !== '')
    .join(' ')

/** A part of the quotation, as it stands in the continuation of its node. */
type Found = { segment: Segment; at: number; kept: Kept; letters: number; change: NodeChange }

function placeOfWords(text: AnchorText, quoted: Quoted): AnchorPlace {
  const touched = quoted.layout.segments.filter((one) => one.start < quoted.end && one.end > quoted.start)
  const parts = touched.filter((one) => one.part !== 'label')
  const found = parts.flatMap((segment) => followed(text, quoted, segment))
  const sought = parts.reduce((sum, one) => sum + lettersIn(quoted, one), 0)
  const left = found.reduce((sum, one) => sum + one.letters * one.kept.share, 0)
  const share = sought === 0 ? 0 : left / sought
  if (share < MOST_LEFT) {
    const elsewhere = findElsewhere(text, quoted)
    if (elsewhere && elsewhere.likeness > share) return elsewhere
  }
  if (found.length === 0 || share < SOME_LEFT) return lostPlace(text, quoted, parts)
  return placeOfFound(text, quoted, found, share)
}

/** With less than this in its old node, a quotation may stand whole somewhere else. */
const MOST_LEFT = 0.7
/** Less of the quoted words than this is left by chance: "e", "në", "të" stand everywhere. */
const SOME_LEFT = 0.3

const lettersIn = ({ layout, start, end }: Quoted, segment: Segment): number =>
  layout.words.slice(Math.max(start, segment.start), Math.min(end, segment.end)).replace(/\s/g, '').length

/** Of several continuations the one that has most of the words. */
function followed(text: AnchorText, quoted: Quoted, segment: Segment): Found[] {
  const change = text.changeOf.get(text.from.nodes[segment.node]?.nodeId ?? '')
  if (!change || segment.part === 'label') return []
  const { part } = segment
  const earlier = quoted.layout.words.slice(segment.start, segment.end)
  const [start, end] = [Math.max(quoted.start - segment.start, 0), Math.min(quoted.end, segment.end) - segment.start]
  const letters = lettersIn(quoted, segment)
  const found = change.to.flatMap((id) => {
    const at = text.to.place.get(id) ?? -1
    const kept = keptOf(text.runs(segment.node, at, part), earlier, start, end)
    return kept ? [{ segment, at, kept, letters, change }] : []
  })
  return found.toSorted((a, b) => b.kept.share - a.kept.share).slice(0, 1)
}

function placeOfFound(text: AnchorText, quoted: Quoted, found: readonly Found[], share: number): AnchorPlace {
  const main = found.reduce((most, one) => (one.letters * one.kept.share > most.letters * most.kept.share ? one : most))
  const host = hostOf(text, quoted.node, main.at)
  const layout = text.layoutTo(host)
  const places = found.flatMap(({ at, segment, kept }) => {
    const there = layout.segments.find((one) => one.node === at && one.part === segment.part)
    return there ? [{ start: there.start + kept.start, end: there.start + kept.end }] : []
  })
  const nodeId = text.to.nodes[host]?.nodeId ?? null
  if (nodeId === null) return GONE
  const whole = { outcome: 'reworded' as const, nodeId, place: null, likeness: share, certain: false }
  if (places.length === 0) return whole
  const start = Math.min(...places.map((one) => one.start))
  const end = Math.max(...places.map((one) => one.end))
  const words = layout.words.slice(start, end)
  const place = { start: pointsBefore(layout.words, start), end: pointsBefore(layout.words, end) }
  const sure = found.every((one) => one.change.certain)
  if (words === quoted.words || sameButLabels(found, places, share)) {
    return {
      outcome: outcomeOf(text, quoted.node, host, main),
      nodeId,
      place,
      likeness: 1,
      certain: sure && isTelling(quoted, found),
    }
  }
  // Words that were put in stretch the place; torn over half an article it is no place any more.
  if (end - start > 3 * quoted.words.length + 80) return whole
  const likeness = Math.min(0.99, plainLikeness(quoted.words, words))
  return {
    outcome: 'reworded',
    nodeId,
    place,
    likeness,
    certain: sure && share >= CLEAR && likeness >= CLEAR && isTelling(quoted, found),
  }
}

/** From here a reader recognizes the quotation in its new wording. */
const CLEAR = 0.6

/** Each part stands unchanged, in order: only a number between them is another. */
const sameButLabels = (
  found: readonly Found[],
  places: readonly { start: number; end: number }[],
  share: number,
): boolean =>
  found.length > 1 &&
  share > 0.999 &&
  found.every((one) => one.kept.whole) &&
  places.length === found.length &&
  places.every(
    (place, at) =>
      at === 0 || ((places[at - 1]?.end ?? 0) < place.start && place.start - (places[at - 1]?.end ?? 0) <= 8),
  )

/** Few words are told from the same few elsewhere by what stayed beside them. */
function isTelling({ words }: Quoted, found: readonly Found[]): boolean {
  const letters = words.replace(/\s/g, '').length
  const beside = found.reduce((sum, one) => sum + one.kept.beside, 0)
  return letters >= 24 || beside >= 8 || found.every((one) => one.change.kind === 'same' || one.change.kind === 'moved')
}

/**
 * In which node the place is named: in the continuation of the node that was meant, if the words stand beneath it; else
 * in the article they went to, or in what holds them.
 */
export function hostOf({ from, to, changeOf }: AnchorText, node: number, at: number): number {
  const meant = changeOf.get(from.nodes[node]?.nodeId ?? '')?.to ?? []
  for (const id of meant) {
    const host = to.place.get(id) ?? -1
    if (host <= at && at < (to.end[host] ?? 0)) return host
  }
  return from.level[node] === 'item' ? at : Math.max(to.home[at] ?? at, 0)
}

function outcomeOf({ from, to, changeOf }: AnchorText, node: number, host: number, main: Found): 'same' | 'moved' {
  const meant = changeOf.get(from.nodes[node]?.nodeId ?? '')
  const stays = meant?.to[0] === to.nodes[host]?.nodeId
  const movedMeant = meant?.kind === 'moved' || meant?.alsoMoved
  return stays && !movedMeant && main.change.kind !== 'moved' && !main.change.alsoMoved ? 'same' : 'moved'
}

/** The words are nowhere. Where their node lives on, a person looks at it; where it does not, they are gone. */
function lostPlace(text: AnchorText, quoted: Quoted, parts: readonly Segment[]): AnchorPlace {
  const { node } = quoted
  const lives = parts.find((one) => (text.changeOf.get(text.from.nodes[one.node]?.nodeId ?? '')?.to.length ?? 0) > 0)
  // What is new and says the same words may be a continuation that nobody recognised.
  if (!lives) return stillSaidAbove(text, quoted) ?? { ...GONE, certain: !text.newWords().includes(quoted.words) }
  const at = text.to.place.get(text.changeOf.get(text.from.nodes[lives.node]?.nodeId ?? '')?.to[0] ?? '') ?? 0
  const nodeId = text.to.nodes[hostOf(text, node, at)]?.nodeId ?? null
  return nodeId === null ? GONE : { outcome: 'reworded', nodeId, place: null, likeness: 0, certain: false }
}

/** What said it is gone, but the article that holds it lives on and says these words somewhere: a person looks there. */
function stillSaidAbove({ from, to, changeOf, layoutTo }: AnchorText, { node, words }: Quoted): AnchorPlace | null {
  for (let at = node; at >= 0 && from.level[at] !== 'division'; at = from.parent[at] ?? -1) {
    const [nodeId] = changeOf.get(from.nodes[at]?.nodeId ?? '')?.to ?? []
    if (nodeId === undefined || !layoutTo(to.place.get(nodeId) ?? 0).words.includes(words)) continue
    return { outcome: 'reworded', nodeId, place: null, likeness: 0, certain: false }
  }
  return null
}
