import { CHANNELS, SENDER_KINDS, type Channel, type SenderKind } from '../comments/comment-rules.ts'
import type { Phase } from '../consultation-rules.ts'
import { OTHER, type Question } from './question-rules.ts'

/**
 * How often each value was given, by sender kind and channel. `value`: an option, a step of a scale, null for words; `place`:
 * where an option was put in order, 1 for the first; otherwise 1 for the first value of an answer and 0 for its others.
 */
export type Tally = {
  questionId: string
  value: number | null
  place: number
  senderKind: SenderKind | null
  channel: Channel
  count: number
}

/** A group with fewer answers is not shown apart: who they are could be told from what they said. */
export const LEAST_IN_GROUP = 5

export type Group = { by: 'sender'; is: SenderKind } | { by: 'channel'; is: Channel }

/** As it stands in addresses. */
export const groupKey = ({ by, is }: Group): string => `${by === 'sender' ? 'dergues' : 'kanal'}:${is}`

const GROUPS: readonly Group[] = [
  ...SENDER_KINDS.map((is) => ({ by: 'sender', is }) as const),
  ...CHANNELS.map((is) => ({ by: 'channel', is }) as const),
]

export const readGroup = (key: string | undefined): Group | null =>
  GROUPS.find((group) => groupKey(group) === key) ?? null

/** While answers come in only where the institution decided so: afterwards always. */
export const areResultsShown = (phase: Phase, openResults: boolean): boolean =>
  openResults || phase === 'closed' || phase === 'cancelled'

const isIn = (group: Group | null, tally: Tally): boolean =>
  group === null || (group.by === 'sender' ? tally.senderKind : tally.channel) === group.is

/** One answer has one first value. */
const answersOf = (tallies: readonly Tally[], group: Group | null): number =>
  tallies.reduce((sum, tally) => sum + (tally.place === 1 && isIn(group, tally) ? tally.count : 0), 0)

/**
 * The groups of one kind that are shown of a question: those with at least five answers, and none from which the others
 * could be reckoned: where what is left over is from one to four, the smallest of them is left out, too.
 */
export function shownGroups(tallies: readonly Tally[], by: Group['by']): Group[] {
  const sizes = GROUPS.filter((group) => group.by === by).map((group) => ({ group, size: answersOf(tallies, group) }))
  const shown = sizes.filter(({ size }) => size >= LEAST_IN_GROUP).toSorted((a, b) => b.size - a.size)
  const rest = answersOf(tallies, null) - shown.reduce((sum, { size }) => sum + size, 0)
  return (rest > 0 && rest < LEAST_IN_GROUP ? shown.slice(0, -1) : shown).map(({ group }) => group)
}

/** Those that may be chosen for the page: shown of at least one of its questions. */
export const groupsOf = (questions: readonly Question[], tallies: readonly Tally[]): Group[] => {
  const shown = new Set(
    questions.flatMap(({ id }) => {
      const own = tallies.filter(({ questionId }) => questionId === id)
      return [...shownGroups(own, 'sender'), ...shownGroups(own, 'channel')].map(groupKey)
    }),
  )
  return GROUPS.filter((group) => shown.has(groupKey(group)))
}

export type ResultRow = {
  /** The option or the step. */
  n: number
  count: number
  /** Of all answers, from 0 to 1. */
  share: number
  /** Of an order: the mean place, and how often it was put first. */
  rank: number | null
}

export type QuestionResult = {
  question: Question
  answers: number
  /** False: the group that was asked for is too small to be shown apart. */
  shown: boolean
  rows: ResultRow[]
  /** Of a scale. */
  median: number | null
  /** How many wrote which other answer they mean. */
  others: number
}

/** What came of one question, of everybody or of a group. */
export function resultOf(question: Question, all: readonly Tally[], group: Group | null): QuestionResult {
  const own = all.filter(({ questionId }) => questionId === question.id)
  const shown = group === null || shownGroups(own, group.by).some(({ is }) => is === group.is)
  const tallies = shown ? own.filter((tally) => isIn(group, tally)) : []
  const answers = answersOf(tallies, null)
  const rows = valuesOf(question).map((n) => rowOf(question, n, tallies, answers))
  return {
    question,
    answers,
    shown,
    rows: question.kind === 'order' ? rows.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99)) : rows,
    median: question.kind === 'scale' ? medianOf(rows) : null,
    others: tallies.reduce((sum, tally) => sum + (tally.value === OTHER ? tally.count : 0), 0),
  }
}

function valuesOf({ kind, options, other, scaleTo }: Question): number[] {
  if (kind === 'text') return []
  if (kind === 'scale') return Array.from({ length: scaleTo ?? 0 }, (_, at) => at + 1)
  return [...options.map(({ n }) => n), ...(other ? [OTHER] : [])]
}

function rowOf({ kind }: Question, n: number, tallies: readonly Tally[], answers: number): ResultRow {
  const given = tallies.filter(({ value }) => value === n)
  const sum = (of: (tally: Tally) => number) => given.reduce((so, tally) => so + of(tally), 0)
  const isOrder = kind === 'order'
  const count = sum((tally) => (isOrder && tally.place !== 1 ? 0 : tally.count))
  const rank = isOrder && answers > 0 ? sum((tally) => tally.place * tally.count) / answers : null
  return { n, count, share: answers === 0 ? 0 : count / answers, rank }
}

/** The middle of all answers; between two steps where it falls between them. */
function medianOf(rows: readonly ResultRow[]): number | null {
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const at = (place: number): number => {
    let seen = 0
    for (const { n, count } of rows) {
      seen += count
      if (place <= seen) return n
    }
    return 0
  }
  return (at(Math.ceil(total / 2)) + at(Math.floor(total / 2) + 1)) / 2
}
