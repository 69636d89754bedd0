import {
  FINDINGS,
  INDICATORS,
  PROCESS_QUESTIONS,
  type ActivityKind,
  type Indicator,
  type PlanContent,
} from './content-rules.ts'

/** The rows on which others count, made of what a version says. */
export type PlanRows = {
  audiences: readonly AudienceRow[]
  activities: readonly ActivityRow[]
  indicators: readonly IndicatorRow[]
  measures: readonly MeasureRow[]
}

export type AudienceRow = {
  name: string
  type: number
  categories: readonly string[]
  methods: readonly string[]
  channels: readonly string[]
  otherMethods: readonly string[]
  otherChannels: readonly string[]
}
export type ActivityRow = {
  /** The place of its audience, from 1; null: a step of the timeline. */
  audience: number | null
  kind: ActivityKind
  words: string | null
  plannedCount: number | null
  held: boolean | null
  fromDay: string | null
  toDay: string | null
}
export type IndicatorRow = {
  key: Indicator
  name: string | null
  selected: boolean
  plannedWords: string | null
  plannedNumber: number | null
}
export const MEASURE_SUBJECTS = [...PROCESS_QUESTIONS, ...INDICATORS, ...FINDINGS] as const
export type MeasureAbout = (typeof MEASURE_SUBJECTS)[number]
export type MeasureRow = { about: MeasureAbout; words: string }

export const rowsOf = (content: PlanContent): PlanRows => ({
  audiences: content.scope.audiences.map(
    ({ name, type, categories, otherCategories, methods, channels, otherMethods, otherChannels }) => ({
      name,
      type,
      categories: [...categories, ...otherCategories],
      methods: [...methods, ...otherMethods],
      channels: [...channels, ...otherChannels],
      otherMethods,
      otherChannels,
    }),
  ),
  activities: activityRows(content),
  indicators: INDICATORS.map((key) => {
    const { name, selected, plannedWords, plannedNumber } = content.monitoring.indicators[key]
    return { key, name, selected, plannedWords, plannedNumber }
  }),
  measures: measureRows(content),
})

const activityRows = ({ scope, timeline }: PlanContent): ActivityRow[] => [
  ...scope.audiences.flatMap(({ planned }, at) =>
    planned.map(({ kind, count, words }) => ({
      audience: at + 1,
      kind,
      words,
      plannedCount: count,
      held: null,
      fromDay: null,
      toDay: null,
    })),
  ),
  ...timeline.activities.map(({ kind, topic, held, from, to }) => ({
    audience: null,
    kind,
    words: topic,
    plannedCount: null,
    held,
    fromDay: from,
    toDay: to,
  })),
]

const measureRows = ({ monitoring }: PlanContent): MeasureRow[] =>
  [
    ...PROCESS_QUESTIONS.map((about) => ({ about, words: monitoring.process[about].measure })),
    ...INDICATORS.map((about) => ({ about, words: monitoring.indicators[about].measure })),
    ...FINDINGS.map((about) => ({ about, words: monitoring.findings[about].measure })),
  ].flatMap(({ about, words }) => (words === null ? [] : [{ about, words }]))

const has = <Known extends string>(known: readonly Known[], about: string): about is Known =>
  known.some((one) => one === about)

/** A measure of an earlier plan, taken over into this one: beside what stands there, and only once. */
export function withMeasure(
  monitoring: PlanContent['monitoring'],
  { about, words }: MeasureRow,
): PlanContent['monitoring'] {
  const joined = (measure: string | null): string => {
    if (measure === null) return words
    return measure.split('\n').includes(words) ? measure : `${measure}\n${words}`
  }
  const { process, indicators, findings } = monitoring
  if (has(PROCESS_QUESTIONS, about)) {
    const one = process[about]
    return { ...monitoring, process: { ...process, [about]: { ...one, measure: joined(one.measure) } } }
  }
  if (has(INDICATORS, about)) {
    const one = indicators[about]
    return { ...monitoring, indicators: { ...indicators, [about]: { ...one, measure: joined(one.measure) } } }
  }
  if (has(FINDINGS, about)) {
    const one = findings[about]
    return { ...monitoring, findings: { ...findings, [about]: { ...one, measure: joined(one.measure) } } }
  }
  return monitoring
}
