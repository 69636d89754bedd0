import { DECISIONS, type Decision } from '../answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS, type Channel, type SenderKind } from '../comments/comment-rules.ts'

/**
 * The figures of one consultation. Each is counted in one place (`figure-queries.ts`) from what everybody can read, so that
 * documents, pages, monitoring and open data cannot disagree.
 */
export type Figures = {
  /** Confirmed comments that stand: published, waiting, held or taken down. */
  comments: number
  /** Of these; the sum is `comments`. */
  byDecision: Readonly<Record<Decision | 'unanswered', number>>
  byChannel: Readonly<Record<Channel, number>>
  /** `unknown`: nobody said. */
  bySender: Readonly<Record<SenderKind | 'unknown', number>>
  late: number
  held: number
  /** Confirmed, and taken back by their authors: not among `comments`. */
  withdrawn: number
  /** Voices of joint submissions beyond the one that the comment itself is: their members that stand by it, less one each. */
  jointMembers: number
  /** Confirmed groups of like comments. */
  groups: number
  /** Organisations and institutions that spoke or led together, by name, each once. */
  parties: number
  /** Public meetings about it that were held, and those present at them as counted there. */
  meetings: number
  participants: number
  /** Distinct ways: each channel used (`channel:web`), each kind of meeting held (`meeting:workshop`), `questionnaire`. */
  methods: readonly string[]
  /** Answers (an answer to many counts once), and those corrected after they were published. */
  answers: number
  corrected: number
  /** Whole days from the closing day to the day on which the last comment had its answer; null: not yet all. */
  daysToAnswerAll: number | null
}

/** One kind of comment of one consultation, and how many there are of it. */
export type CommentTally = {
  consultationId: string
  decision: Decision | null
  channel: Channel
  senderKind: SenderKind | null
  late: boolean
  held: boolean
  count: number
}

/** What is counted beside comments, one row a consultation. */
export type FigureRow = {
  consultationId: string
  withdrawn: number
  jointMembers: number
  groups: number
  parties: number
  meetings: number
  participants: number
  meetingKinds: string[]
  asks: boolean
  answers: number
  corrected: number
  daysToAnswerAll: number | null
}

export function figuresOf(row: FigureRow, tallies: readonly CommentTally[]): Figures {
  const { consultationId: _, meetingKinds, asks, ...counted } = row
  const byChannel = countBy(CHANNELS, tallies, ({ channel }) => channel)
  return {
    ...counted,
    comments: sumOf(tallies),
    byDecision: countBy([...DECISIONS, 'unanswered'], tallies, ({ decision }) => decision ?? 'unanswered'),
    byChannel,
    bySender: countBy([...SENDER_KINDS, 'unknown'], tallies, ({ senderKind }) => senderKind ?? 'unknown'),
    late: sumOf(tallies.filter(({ late }) => late)),
    held: sumOf(tallies.filter(({ held }) => held)),
    methods: [
      ...CHANNELS.filter((channel) => byChannel[channel] > 0).map((channel) => `channel:${channel}`),
      ...meetingKinds.toSorted().map((kind) => `meeting:${kind}`),
      ...(asks ? ['questionnaire'] : []),
    ],
  }
}

const sumOf = (tallies: readonly CommentTally[]): number => tallies.reduce((sum, { count }) => sum + count, 0)

function countBy<Key extends string>(
  keys: readonly Key[],
  tallies: readonly CommentTally[],
  keyOf: (tally: CommentTally) => Key,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const tally of tallies) counts[keyOf(tally)] += tally.count
  return counts
}
