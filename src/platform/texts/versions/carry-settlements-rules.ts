import type { Doubt } from '../text-rules.ts'
import { foldWords } from '../words-rules.ts'
import type { CarriedSettlement, SettledDoubt } from './change-row.ts'

/** What was settled about an earlier reading, with the paragraphs that it was read from. */
export type EarlierDoubts = { doubts: readonly SettledDoubt[]; source: readonly string[] }

/**
 * Which doubts of a new reading were settled before: the same reason, the same words, and the same paragraphs around them.
 * By the place of the doubt in the list; one that was met twice is remembered twice, in the order of the source. The
 * readings that were settled later come first.
 */
export function carriedSettlements(
  read: { doubts: readonly Doubt[]; source: readonly string[] },
  earlier: readonly EarlierDoubts[],
): Map<number, CarriedSettlement> {
  const remembered = earlier.map(rememberedOf)
  const carried = new Map<number, CarriedSettlement>()
  const keys = keysOf(read.doubts, read.source)
  for (const [at, key] of keys.entries()) {
    const found = remembered.map((known) => known.get(key)?.shift()).find((one) => one !== undefined)
    if (found) carried.set(at, found)
  }
  return carried
}

function rememberedOf({ doubts, source }: EarlierDoubts): Map<string, CarriedSettlement[]> {
  const known = new Map<string, CarriedSettlement[]>()
  const asked = doubts.map(({ reason, source: words, nodeId }) => ({ reason, source: words, node: nodeId }))
  const keys = keysOf(asked, source)
  for (const [at, { settlement, settledBy }] of doubts.entries()) {
    const key = keys[at]
    if (settlement === null || key === undefined) continue
    known.set(key, [...(known.get(key) ?? []), { settlement, settledBy }])
  }
  return known
}

type Asked = Pick<Doubt, 'reason' | 'source'> & { node: unknown }

/**
 * A doubt by which it is known again. Its words are sought from where the doubt before it was found on, for doubts come in
 * the order of the source, and the same words about another node stand further on; words that stand nowhere, such as notes,
 * are known by themselves.
 */
function keysOf(doubts: readonly Asked[], source: readonly string[]): string[] {
  const paragraphs = source.map(foldWords)
  const last = { at: 0, sought: '', node: null as unknown }
  return doubts.map(({ reason, source: words, node }) => {
    const sought = foldWords(words)
    const again = sought === last.sought && node !== last.node
    const at = placeOf(paragraphs, sought, again ? last.at + 1 : last.at)
    if (at >= 0) Object.assign(last, { at, sought, node })
    const around = at < 0 ? [] : [paragraphs[at - 1] ?? '', paragraphs[at] ?? '', paragraphs[at + 1] ?? '']
    return JSON.stringify([reason, sought, ...around])
  })
}

function placeOf(paragraphs: readonly string[], sought: string, from: number): number {
  if (sought === '') return -1
  const ahead = paragraphs.findIndex((paragraph, at) => at >= from && paragraph.includes(sought))
  return ahead >= 0 ? ahead : paragraphs.findIndex((paragraph) => paragraph.includes(sought))
}
