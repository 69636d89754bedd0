import { CLAIMS } from './claims.ts'
import type { GeneratedComment, Said } from './generate-comments.ts'

/** What two comments are to each other by what they ask for; between the two nobody would be blamed for either answer. */
export type Bond = 'alike' | 'open' | 'different'

type Known = { comment: GeneratedComment; meanings: ReadonlyMap<number, string> }

const known = (comment: GeneratedComment): Known => ({
  comment,
  meanings: new Map(comment.said.map((said) => [said.claim, meaningOf(said)])),
})

/** What is asked for, whatever the words: slots that the claim does not speak of do not count. */
function meaningOf({ claim, stance, n, vend, ore }: Said): string {
  const words = CLAIMS[claim]?.[stance].join(' ') ?? ''
  const slot = (name: string, value: string) => (words.includes(`{${name}}`) ? value : '')
  return [stance, slot('n', n), slot('vend', vend), slot('ore', ore)].join('|')
}

/**
 * Alike: at least three of five things that either asks for are asked by both, with the same numbers and places, about the
 * same article, and neither asks for the opposite or for another number. Different: fewer than two of five, or such a
 * conflict. The same letter at two articles is open: each says what it asks for, wherever it was put.
 */
export const bondOf = (one: GeneratedComment, other: GeneratedComment): Bond => bond(known(one), known(other))

function bond(one: Known, other: Known): Bond {
  let both = 0
  for (const [claim, meaning] of one.meanings) {
    const same = other.meanings.get(claim)
    if (same === undefined) continue
    if (same !== meaning) return 'different'
    both += 1
  }
  const share = both / (one.meanings.size + other.meanings.size - both)
  if (share >= 0.6) return one.comment.article === other.comment.article ? 'alike' : 'open'
  return share < 0.4 ? 'different' : 'open'
}

export type Judgement = {
  /** Pairs that were put together and are not open. */
  together: number
  /** Of these: how many are alike. */
  precision: number
  /** Of the pairs that are alike: how many were put together. */
  recall: number
  /** Wrong pairs, one of a group at most. */
  wrong: { one: GeneratedComment; other: GeneratedComment }[]
  /** Pairs that belong together and were left apart. */
  missed: { one: GeneratedComment; other: GeneratedComment }[]
}

/** `groupOf`: the group of a comment by its id; null: it stands alone. */
export function judgeGroups(
  comments: readonly GeneratedComment[],
  groupOf: (id: string) => string | null,
  most = 10,
): Judgement {
  const all = comments.map(known)
  const counted = { together: 0, right: 0, alike: 0, found: 0 }
  const [wrong, missed]: [Judgement['wrong'], Judgement['missed']] = [[], []]
  for (const group of groupedBy(all, ({ comment }) => groupOf(comment.id)).values()) {
    const before = counted.together - counted.right
    eachPair(group, (one, other) => {
      const is = bond(one, other)
      if (is === 'open') return
      counted.together += 1
      if (is === 'alike') counted.right += 1
      else if (wrong.length < most && counted.together - counted.right === before + 1)
        wrong.push({ one: one.comment, other: other.comment })
    })
  }
  for (const bucket of groupedBy(all, ({ comment }) => comment.article ?? '').values()) {
    eachPair(bucket, (one, other) => {
      if (bond(one, other) !== 'alike') return
      counted.alike += 1
      const group = groupOf(one.comment.id)
      if (group !== null && group === groupOf(other.comment.id)) counted.found += 1
      else if (missed.length < most && !missed.some((pair) => pair.one === one.comment))
        missed.push({ one: one.comment, other: other.comment })
    })
  }
  const { together, right, alike, found } = counted
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return { together, precision: share(right, together), recall: share(found, alike), wrong, missed }
}

function groupedBy<One>(list: readonly One[], keyOf: (one: One) => string | null): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

function eachPair<One>(list: readonly One[], see: (one: One, other: One) => void): void {
  for (const [n, one] of list.entries()) {
    for (let at = n + 1; at < list.length; at += 1) {
      const other = list[at]
      if (other !== undefined) see(one, other)
    }
  }
}
