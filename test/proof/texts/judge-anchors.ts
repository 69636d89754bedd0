import type { AnchorPlace } from '#platform/texts/compare/comparison.ts'
import type { Quoted } from './anchors.ts'
import type { Failure } from './judge-lineage.ts'
import { allBeneath, foldedWords, tellingWords, withBeneath, type FoldedWords, type Tracked } from './tracked.ts'
import { sayings, type Truth } from './truth.ts'
import { bare, said, short } from './words-of-report.ts'

export type AnchorTally = {
  anchors: number
  /** Said to be gone, for certain, though the words live on. */
  lost: number
  /** Certain, at another node. */
  moved: number
  /** Certain, at the right node, at other words. */
  misplaced: number
  /** Certain, the right node, but not where in it, though the words live on. */
  vague: number
  doubts: number
  /** Of the doubts those about words that all live on, together. */
  idle: number
  /** Of the doubts those that would have been right. */
  needless: number
  /** Right, but called same where it moved, reworded where it did not. */
  outcomes: number
  failures: Failure[]
  doubted: Failure[]
}

export const noAnchors = (): AnchorTally => ({
  anchors: 0,
  lost: 0,
  moved: 0,
  misplaced: 0,
  vague: 0,
  doubts: 0,
  idle: 0,
  needless: 0,
  outcomes: 0,
  failures: [],
  doubted: [],
})

type Verdict = { kind: 'right' | 'vague' | 'doubt' | 'lost' | 'moved' | 'misplaced' | 'outcome'; expected: string }

export function judgeAnchors(
  edit: string,
  truth: Truth,
  quoted: readonly Quoted[],
  find: (one: Quoted['anchor']) => AnchorPlace,
): AnchorTally {
  const tally = noAnchors()
  const court = courtOf(truth)
  for (const one of quoted) {
    const place = find(one.anchor)
    const { kind, expected } = verdictOn(court, one, place)
    tally.anchors += 1
    if (kind === 'doubt') tally.doubts += 1
    if (kind === 'doubt' && expected.startsWith(WHOLE)) tally.idle += 1
    if (kind === 'doubt') {
      const sure = verdictOn(court, one, { ...place, certain: true })
      if (sure.kind === 'right' || sure.kind === 'outcome') tally.needless += 1
      tally.doubted.push(failureOf(edit, court, one, place, { kind, expected: `${expected} (would be ${sure.kind})` }))
    }
    if (kind === 'lost') tally.lost += 1
    if (kind === 'moved') tally.moved += 1
    if (kind === 'misplaced') tally.misplaced += 1
    if (kind === 'vague') tally.vague += 1
    if (kind === 'outcome') tally.outcomes += 1
    if (kind !== 'right' && kind !== 'doubt')
      tally.failures.push(failureOf(edit, court, one, place, { kind, expected }))
  }
  return tally
}

const verdictOn = (court: Court, one: Quoted, place: AnchorPlace): Verdict =>
  one.anchor.quote === null ? ofNode(court.truth, one, place) : ofQuote(court, one, place)

function ofNode(truth: Truth, { node }: Quoted, place: AnchorPlace): Verdict {
  const must = truth.successors.get(node.id) ?? new Set<string>()
  const expected = must.size === 0 ? 'gone' : [...must].map((id) => said(truth.later.get(id) ?? node)).join(' or ')
  const answer = (kind: Verdict['kind']): Verdict => ({ kind, expected })
  if (!place.certain) return answer('doubt')
  if (place.nodeId === null) return answer(must.size > 0 ? 'lost' : 'right')
  const fits = must.has(place.nodeId) || truth.may.get(place.nodeId)?.has(node.id)
  if (!fits) return answer('moved')
  const later = truth.later.get(place.nodeId)
  const changed = later === undefined || sayings(later) !== sayings(node)
  return answer(place.outcome !== 'reworded' && changed && !typedOtherwise(later, node) ? 'outcome' : 'right')
}

/** Whether other quotes, dashes and spaces are another wording can be argued. */
const typedOtherwise = (one: Tracked | undefined, other: Tracked): boolean =>
  one !== undefined && bare(sayings(one)) === bare(sayings(other))

type Court = {
  truth: Truth
  /** In which later node a word of the earlier version stands itself. */
  owners: ReadonlyMap<number, Tracked>
  folded(node: Tracked): FoldedWords
}

function courtOf(truth: Truth): Court {
  const owners = new Map<number, Tracked>()
  for (const node of truth.later.values()) {
    for (const token of [...(node.heading ?? []), ...node.body]) if (token.origin >= 0) owners.set(token.origin, node)
  }
  const cache = new Map<Tracked, FoldedWords>()
  const folded = (node: Tracked): FoldedWords => {
    const words = cache.get(node) ?? foldedWords(node)
    cache.set(node, words)
    return words
  }
  return { truth, owners, folded }
}

/** A share of the words that must live on for the quotation to live on; beneath the lower one it does not. */
const LIVES = 0.6
const DEAD = 0.34
const WHOLE = 'all together: '

function ofQuote(court: Court, quoted: Quoted, place: AnchorPlace): Verdict {
  const words = tellingWords(quoted.tokens).map((token) => token.origin)
  const living = words.filter((origin) => court.owners.has(origin))
  const share = living.length / Math.max(1, words.length)
  const together = new Set(living.map((origin) => court.owners.get(origin))).size === 1
  const expected =
    (share === 1 && together ? WHOLE : '') +
    `${Math.round(share * 100)} % of the words live on` +
    (living.length > 0 ? ` in: ${said(court.owners.get(living[0] ?? -1) ?? quoted.node)}` : '')
  const answer = (kind: Verdict['kind']): Verdict => ({ kind, expected })
  if (!place.certain) return answer('doubt')
  if (place.nodeId === null) return answer(share >= LIVES ? 'lost' : 'right')
  const node = court.truth.later.get(place.nodeId)
  if (!node) return answer('moved')
  const inside = new Set([node, ...allBeneath(node)])
  const here = living.filter((origin) => inside.has(court.owners.get(origin) ?? quoted.node))
  const continues = continuesNode(court.truth, node, quoted.node)
  if (share <= DEAD) return answer(deadVerdict(place, continues || here.length > 0, share))
  if (here.length < living.length * 0.4) return answer('moved')
  return answer(placeVerdict(court, quoted, place, node, new Set(here)))
}

/** Nothing or little of it lives: any answer that names the right node and does not claim the words is right. */
function deadVerdict(place: AnchorPlace, rightNode: boolean, share: number): Verdict['kind'] {
  if (!rightNode) return 'moved'
  return place.outcome === 'reworded' || share > 0 ? 'right' : 'moved'
}

const continuesNode = (truth: Truth, later: Tracked, earlier: Tracked): boolean =>
  withBeneath(earlier).some((one) => {
    const of = (id: string) => truth.must.get(id)?.has(one.id) || truth.may.get(id)?.has(one.id)
    return withBeneath(later).some(({ id }) => of(id)) || of(later.id) === true
  })

function placeVerdict(
  court: Court,
  { tokens, anchor }: Quoted,
  place: AnchorPlace,
  node: Tracked,
  here: ReadonlySet<number>,
): Verdict['kind'] {
  const folded = court.folded(node)
  const all = new Set(tokens.map((token) => token.origin))
  const span = { from: folded.points.length, to: 0 }
  folded.tokens.forEach((token, at) => {
    if (!token || !all.has(token.origin)) return
    span.from = Math.min(span.from, at)
    span.to = Math.max(span.to, at + 1)
  })
  const intact = folded.points.slice(span.from, span.to).join('') === anchor.quote
  if (!place.place) return place.outcome === 'reworded' && !intact ? 'vague' : 'misplaced'
  const { start, end } = place.place
  if (intact) {
    const exact = start === span.from && end === span.to
    return exact ? (place.outcome === 'reworded' ? 'outcome' : 'right') : 'misplaced'
  }
  const covered = new Set(folded.tokens.slice(start, end).flatMap((token) => (token ? [token.origin] : [])))
  const hit = [...here].filter((origin) => covered.has(origin)).length / Math.max(1, here.size)
  const between = Math.max(end, span.to) - Math.min(start, span.from)
  const tooWide = end - start > Math.max(span.to - span.from, [...(anchor.quote ?? '')].length) * 1.6 + 12
  if (hit < 0.5 || tooWide || between <= 0) return 'misplaced'
  const quoteIs = bare(anchor.quote ?? '') === bare(folded.points.slice(span.from, span.to).join(''))
  return place.outcome === 'reworded' || quoteIs ? 'right' : 'outcome'
}

function failureOf(edit: string, court: Court, quoted: Quoted, place: AnchorPlace, verdict: Verdict): Failure {
  const { anchor, node, tokens } = quoted
  const found = place.nodeId === null ? undefined : court.truth.later.get(place.nodeId)
  const range = found && place.place
  const words = range ? court.folded(found).points.slice(range.start, range.end).join('') : 'the node as a whole'
  const owner = court.owners.get(tokens.find((token) => court.owners.has(token.origin))?.origin ?? -1)
  const to = [found?.id, owner?.id, ...(court.truth.successors.get(node.id) ?? [])]
  return {
    about: `anchor ${verdict.kind}`,
    edit,
    size: tokens.length,
    earlier: `${said(node)} — quotation «${short(anchor.quote ?? '(whole)')}» before «${anchor.prefix.slice(-30)}» after «${anchor.suffix.slice(0, 30)}»`,
    later: owner ? said(owner) : '(none of these words)',
    expected: verdict.expected,
    got: `${place.outcome}, ${place.certain ? 'certain' : 'in doubt'}, likeness ${place.likeness.toFixed(2)}: ${found ? `${said(found)} — «${short(words)}»` : 'nowhere'}`,
    ids: { from: [node.id], to: to.filter((id) => id !== undefined) },
  }
}
