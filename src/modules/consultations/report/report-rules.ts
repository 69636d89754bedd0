import { z } from 'zod'
import { DECISIONS, NOT_CONSIDERED_GROUNDS } from '../answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS } from '../comments/comment-rules.ts'
import type { Phase } from '../consultation-rules.ts'

export const REPORT_KIND = 'consultations.report'

/** What happens after the consultation: it goes to whoever decides, is written anew, or is given up. */
export const OUTCOMES = ['to-decision', 'rewritten', 'given-up'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The parts that an institution may write words for, in their order. What is counted stands with them of itself. */
export const PARTS = [
  'introduction',
  'told',
  'audiences',
  'meetings',
  'said',
  'changed',
  'questions',
  'rejected',
  'findings',
  'next',
] as const
export type ReportPart = (typeof PARTS)[number]

export const REPORT_LIMITS = {
  words: 8000,
  statement: 2000,
  reason: 1000,
  unansweredNamed: 50,
  matrixRows: 300,
} as const

const words = z.string().max(REPORT_LIMITS.words)
const written = z.strictObject({ sq: words, en: words })
export type Written = z.infer<typeof written>
export const writtenSchema = z.partialRecord(z.enum(PARTS), written)
export type WrittenParts = z.infer<typeof writtenSchema>

const count = z.number().int().min(0)
const figures = z.object({
  comments: count,
  byDecision: z.record(z.enum([...DECISIONS, 'unanswered']), count),
  byChannel: z.record(z.enum(CHANNELS), count),
  bySender: z.record(z.enum([...SENDER_KINDS, 'unknown']), count),
  late: count,
  held: count,
  withdrawn: count,
  jointMembers: count,
  groups: count,
  parties: count,
  meetings: count,
  participants: count,
  methods: z.array(z.string()).readonly(),
  answers: count,
  corrected: count,
  daysToAnswerAll: count.nullable(),
})

const day = z.string().nullable()

/** How satisfied people were with their answers, as far as they said. */
const satisfaction = z.object({ ratings: count, satisfied: count.nullable() })
export type SatisfactionThen = z.infer<typeof satisfaction>

/**
 * What a version holds for ever. Words of citizens and names of persons are not in it: they stand where everybody reads
 * them now, so that what is taken back or hidden is gone from the report too. An answer stands by its code and version.
 */
export const reportSchema = z.object({
  shape: z.literal(1),
  figures,
  satisfaction: satisfaction.nullable(),
  notice: z.object({
    publishedOn: day,
    opensOn: day,
    closesOn: day,
    postedOn: day,
    postings: z.array(z.object({ place: z.string(), from: day, to: day })),
    invited: z.array(z.object({ kind: z.enum(SENDER_KINDS), count })),
    putOff: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
  }),
  plan: z
    .object({
      id: z.string(),
      version: count,
      audiences: z.array(z.object({ name: z.string(), methods: z.array(z.string()), channels: z.array(z.string()) })),
    })
    .nullable(),
  meetings: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      kind: z.string(),
      from: day,
      to: day,
      state: z.string(),
      present: count.nullable(),
      minutes: z.boolean(),
    }),
  ),
  said: z.object({
    whole: count,
    articles: z.array(z.object({ nodeId: z.string(), label: z.string(), count })),
    groups: z.array(z.object({ code: z.string(), title: z.string(), number: count, article: z.string().nullable() })),
  }),
  changes: z.array(z.object({ version: count, nodeId: z.string(), label: z.string(), answers: z.array(z.string()) })),
  questions: z.array(
    z.object({
      label: z.string(),
      labelEn: z.string().nullable(),
      kind: z.string(),
      answers: count,
      median: z.number().nullable(),
      rows: z.array(z.object({ words: z.string(), wordsEn: z.string().nullable(), count })),
    }),
  ),
  /** Newest answers by which something was not taken over, those to most comments first. */
  notAccepted: z.array(
    z.object({
      code: z.string(),
      version: count,
      decision: z.enum(DECISIONS),
      ground: z.enum(NOT_CONSIDERED_GROUNDS).nullable(),
      number: count,
    }),
  ),
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
  written: writtenSchema,
})
export type ReportContent = z.infer<typeof reportSchema>

export type ConclusionRefusal = 'not-public' | 'history' | 'still-open' | 'already-concluded'

/** Why it cannot be concluded, whatever was answered; or null. */
export function refusalToConclude(phase: Phase, history: boolean, concluded: boolean): ConclusionRefusal | null {
  if (history) return 'history'
  if (concluded) return 'already-concluded'
  switch (phase) {
    case 'closed':
      return null
    case 'open':
    case 'announced':
      return 'still-open'
    default:
      return 'not-public'
  }
}
