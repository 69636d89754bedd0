import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  answered,
  COUNTING_TOOLS,
  finding,
  FINDINGS,
  INDICATORS,
  JUDGING_TOOLS,
  notes,
  PROCESS_QUESTIONS,
  tools,
  words,
  line,
  type Indicator,
  type Monitoring,
} from '../plan/content-rules.ts'
import type { MeasureAbout } from '../plan/rows-rules.ts'
import { computedOf, type Counts, type Proposal } from './achieved-rules.ts'

/**
 * The monitoring of a plan is a record of its own. What the plan says stands in the versions of the plan, entered under a
 * shape that earlier releases wrote; what came of it has other versions, other reasons and other days.
 */
export const MONITORING_KIND = 'consultations.monitoring'

export const MONITORING_LIMITS = { reasonLeast: 5, reasonMost: 1000, value: 10_000_000 } as const

const reasonSchema = z.string().min(MONITORING_LIMITS.reasonLeast).max(MONITORING_LIMITS.reasonMost)
const natural = z.number().int().min(0).max(MONITORING_LIMITS.value)

const judged = z
  .strictObject({
    /** In the place of what was counted; never without why. */
    corrected: natural.nullable(),
    reason: reasonSchema.nullable(),
    adequate: z.boolean().nullable(),
    measure: words.nullable(),
  })
  .refine((one) => (one.corrected === null) === (one.reason === null))
const keptAnswer = z.strictObject({ kept: z.boolean().nullable(), words: words.nullable() })
const digest = z.string().regex(/^[0-9a-f]{32}$/)

const countingTools = tools(COUNTING_TOOLS)
const judgingTools = tools(JUDGING_TOOLS)
const process = z.record(z.enum(PROCESS_QUESTIONS), answered)
const findings = z.record(z.enum(FINDINGS), finding)

/** What the coordinator writes. */
export const writtenSchema = z.strictObject({
  process,
  indicators: z.record(z.enum(INDICATORS), judged),
  countingTools,
  findings,
  judgingTools,
  /** Of measures that this plan took from earlier ones: were they kept? By `measureKey`. */
  kept: z.record(digest, keptAnswer),
  notes,
})
export type Written = z.infer<typeof writtenSchema>
export type Judged = Written['indicators'][Indicator]

const countsSchema = z.strictObject({
  methods: z.array(z.string().max(60)),
  parties: natural,
  meetings: natural,
  uncounted: natural,
  participants: natural,
  comments: natural,
  accepted: natural,
  partlyAccepted: natural,
  unanswered: natural,
})
const proposalSchema = z.strictObject({
  answer: z.boolean().nullable(),
  due: natural,
  lastDay: z.string().nullable(),
  inTime: natural,
  marked: natural,
  closesOn: z.string().nullable(),
  closed: z.boolean(),
  extensions: natural,
})

export const STAGES = ['interim', 'final'] as const
export type Stage = (typeof STAGES)[number]

/** A version as it is published: what was planned, counted and said then. In this order. */
export const contentSchema = z.strictObject({
  shape: z.literal(1),
  plan: z.strictObject({
    version: z.number().int().positive(),
    /** When everybody could read it first, and whether that was after the consultation had opened. */
    publishedOn: z.string(),
    afterOpening: z.boolean(),
  }),
  /** Null: nothing was counted here, for the consultation is of the past. */
  counts: countsSchema.nullable(),
  proposal: proposalSchema.nullable(),
  process,
  indicators: z.array(
    z.strictObject({
      key: z.enum(INDICATORS),
      name: line.nullable(),
      selected: z.boolean(),
      plannedNumber: natural.nullable(),
      plannedWords: words.nullable(),
      computed: natural.nullable(),
      corrected: natural.nullable(),
      reason: reasonSchema.nullable(),
      adequate: z.boolean().nullable(),
      measure: words.nullable(),
    }),
  ),
  countingTools,
  findings,
  judgingTools,
  kept: z.array(
    z.strictObject({
      fromPlan: z.uuid(),
      fromTitle: z.string(),
      about: z.enum([...PROCESS_QUESTIONS, ...INDICATORS, ...FINDINGS]),
      words,
      kept: z.boolean().nullable(),
      note: words.nullable(),
    }),
  ),
  notes,
})
export type MonitoringContent = z.infer<typeof contentSchema>
export type IndicatorResult = MonitoringContent['indicators'][number]
export type KeptMeasure = MonitoringContent['kept'][number]

/** A measure that this plan took from an earlier one. */
export type AdoptedMeasure = { fromPlan: string; fromTitle: string; about: MeasureAbout; words: string }

export const measureKey = (one: { fromPlan: string; about: string; words: string }): string =>
  createHash('sha256').update(`${one.fromPlan}\n${one.about}\n${one.words}`).digest('hex').slice(0, 32)

const NOT_JUDGED: Judged = { corrected: null, reason: null, adequate: null, measure: null }

/**
 * As the form opens first: with what the plan says already. A measure that the plan took over stands there for this time,
 * so it is not one for the next.
 */
export function startWritten(plan: Monitoring, adopted: readonly AdoptedMeasure[]): Written {
  const own = (about: MeasureAbout, measure: string | null): string | null => {
    const taken = adopted.filter((one) => one.about === about).map((one) => one.words)
    return taken.reduce<string | null>((rest, one) => without(rest, one), measure)
  }
  const each = <Key extends string, From, To>(of: Record<Key, From>, to: (key: Key, one: From) => To) =>
    // The same keys as before.
    Object.fromEntries(Object.entries<From>(of).map(([key, one]) => [key, to(key as Key, one)])) as Record<Key, To>
  return {
    process: each(plan.process, (key, one) => ({ ...one, measure: own(key, one.measure) })),
    indicators: each(plan.indicators, (key, one) => ({ ...NOT_JUDGED, measure: own(key, one.measure) })),
    countingTools: plan.countingTools,
    findings: each(plan.findings, (key, one) => ({ ...one, measure: own(key, one.measure) })),
    judgingTools: plan.judgingTools,
    kept: {},
    notes: [],
  }
}

/** `whole` less some of its lines. */
function without(whole: string | null, part: string): string | null {
  if (whole === null) return null
  return `\n${whole}\n`.replace(`\n${part}\n`, '\n').trim() || null
}

export type Gathered = {
  plan: MonitoringContent['plan']
  planned: Monitoring
  counts: Counts | null
  proposal: Proposal | null
  adopted: readonly AdoptedMeasure[]
}

/** What was planned and counted, with what was written about it. */
export function contentOf({ plan, planned, counts, proposal, adopted }: Gathered, written: Written): MonitoringContent {
  const computed = computedOf(counts)
  return {
    shape: 1,
    plan,
    counts,
    proposal,
    process: written.process,
    indicators: INDICATORS.map((key) => {
      const { name, selected, plannedNumber, plannedWords } = planned.indicators[key]
      const { corrected, reason, adequate, measure } = written.indicators[key]
      const value = { computed: computed[key], corrected, reason, adequate, measure }
      return { key, name, selected, plannedNumber, plannedWords, ...value }
    }),
    countingTools: written.countingTools,
    findings: written.findings,
    judgingTools: written.judgingTools,
    kept: adopted.map((one) => {
      const { kept = null, words: note = null } = written.kept[measureKey(one)] ?? {}
      return { ...one, kept, note }
    }),
    notes: written.notes,
  }
}

/** Why there is nothing to monitor yet. */
export type MonitoringRefusal = 'plan-not-published' | 'plan-taken-down' | 'no-consultation' | 'consultation-not-public'

export type MonitoredPlan = { state: 'draft' | 'published' | 'taken-down' }
export type MonitoredConsultation = {
  id: string
  slug: string | null
  title: string
  state: string
  history: boolean
  opensOn: string | null
  closesOn: string | null
  concludedAt: Date | null
  extensions: number
}

export function refusalOf(plan: MonitoredPlan, consultation: MonitoredConsultation | null): MonitoringRefusal | null {
  if (plan.state === 'taken-down') return 'plan-taken-down'
  if (plan.state === 'draft') return 'plan-not-published'
  if (consultation === null) return 'no-consultation'
  return consultation.state === 'published' || consultation.state === 'cancelled' ? null : 'consultation-not-public'
}

/** It is final when nothing more can come: concluded, cancelled, or of the past. */
export const stageOf = ({ concludedAt, state, history }: MonitoredConsultation): Stage =>
  concludedAt !== null || state === 'cancelled' || history ? 'final' : 'interim'

/** What somebody saw when they pressed: what is written, and every figure beside it. */
export const lockOf = (revision: number, content: MonitoringContent): string =>
  `${revision}.${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24)}`
