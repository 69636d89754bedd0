import { z } from 'zod'
import { ACT_KINDS } from '../consultation-rules.ts'

/**
 * What a plan says, in the five sections of its form. What is unknown is null and never left out, so that the same plan is the
 * same document. Names of people have no place in it: roles, and addresses of institutions.
 */

export const SECTIONS = [1, 2, 3, 4, 5] as const
export type Section = (typeof SECTIONS)[number]

export const LIMITS = { line: 300, words: 2000, rows: 40, lines: 20 } as const

export const line = z.string().min(1).max(LIMITS.line)
export const words = z.string().min(1).max(LIMITS.words)
const lines = z.array(line).max(LIMITS.lines)
export const notes = z.array(words).max(LIMITS.lines)
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(LIMITS.rows)

/** A day, a month or a year, as far as it is known: `2023-05-09`, `2023-05`, `2023`. */
const partialDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const year = z.number().int().min(1990).max(2100)

export const CATEGORIES = [
  'local-government',
  'responsible-institutions',
  'civil-society',
  'academia',
  'international-organisations',
  'migrants',
  'eu-delegation',
  'business',
  'professionals',
  'vulnerable-groups',
  'media',
] as const
export type Category = (typeof CATEGORIES)[number]

/** The lists of the form that grow by own words. */
export const METHODS = [
  'e-consultation',
  'public-meeting',
  'working-group',
  'round-table',
  'written-opinions',
  'survey',
  'hearing',
] as const
export type Method = (typeof METHODS)[number]
export const CHANNELS = ['email', 'social-networks', 'website', 'register', 'post', 'media', 'board', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]

export const TYPES = [1, 2] as const
export const ACTIVITY_KINDS = [
  'group-meeting',
  'workshop',
  'public-meeting',
  'consultative-meeting',
  'hearing',
  'round-table',
  'other',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

const planned = z.strictObject({
  kind: z.enum(ACTIVITY_KINDS),
  count: z.number().int().min(1).max(1000),
  words: line.nullable(),
})

const audience = z.strictObject({
  name: line,
  type: z.literal(TYPES),
  categories: z.array(z.enum(CATEGORIES)),
  otherCategories: lines,
  methods: z.array(z.enum(METHODS)),
  otherMethods: lines,
  methodsNote: words.nullable(),
  channels: z.array(z.enum(CHANNELS)),
  otherChannels: lines,
  channelsNote: words.nullable(),
  planned: rows(planned),
})

const scope = z.strictObject({
  title: z.string().min(5).max(300),
  titleEn: z.string().min(5).max(300).nullable(),
  actKind: z.enum(ACT_KINDS),
  periods: rows(z.strictObject({ what: line, from: year, to: year.nullable() })),
  audiences: rows(audience),
  coordinator: z.strictObject({ role: line.nullable(), address: line.nullable() }),
  notes,
})

const timeline = z.strictObject({
  orders: rows(z.strictObject({ issuer: line, number: line.nullable(), date: partialDay.nullable(), subject: words })),
  groups: rows(z.strictObject({ name: line, chair: line.nullable(), order: line.nullable(), members: lines })),
  secretariat: line.nullable(),
  activities: rows(
    z.strictObject({
      kind: z.enum(ACTIVITY_KINDS),
      held: z.boolean(),
      from: partialDay.nullable(),
      to: partialDay.nullable(),
      topic: words,
      place: line.nullable(),
      organiser: line.nullable(),
      supporter: line.nullable(),
      moderator: line.nullable(),
      participants: words.nullable(),
      outcome: words.nullable(),
    }),
  ),
  inputs: rows(words),
  tracks: rows(z.strictObject({ institution: line.nullable(), words })),
  notes,
})

export const CURRENCIES = ['ALL', 'EUR', 'USD'] as const

const resources = z.strictObject({
  people: rows(z.strictObject({ role: line, unit: line.nullable(), order: line.nullable() })),
  money: rows(
    z.strictObject({
      donor: line,
      project: line.nullable(),
      covers: words.nullable(),
      amount: z.number().nonnegative().max(1e12).nullable(),
      currency: z.enum(CURRENCIES).nullable(),
    }),
  ),
  equipment: rows(z.strictObject({ item: line, provider: line.nullable() })),
  notes,
})

export const RESPONSE_KINDS = ['register', 'email', 'website', 'post', 'counter', 'meeting', 'phone', 'other'] as const
export type ResponseKind = (typeof RESPONSE_KINDS)[number]

const responses = z.strictObject({
  channels: rows(z.strictObject({ kind: z.enum(RESPONSE_KINDS), name: line.nullable(), address: line.nullable() })),
  words: words.nullable(),
  notes,
})

export const PROCESS_QUESTIONS = ['on-time', 'on-budget', 'on-staff'] as const
export type ProcessQuestion = (typeof PROCESS_QUESTIONS)[number]
export const INDICATORS = ['methods', 'parties', 'participants', 'comments', 'other'] as const
export type Indicator = (typeof INDICATORS)[number]
export const FINDINGS = ['methods-quality', 'expectations-met', 'comments-quality', 'by-objectives'] as const
export type Finding = (typeof FINDINGS)[number]
export const COUNTING_TOOLS = ['attendance-list', 'activity-report', 'feedback-report', 'comment-list'] as const
export type CountingTool = (typeof COUNTING_TOOLS)[number]
export const JUDGING_TOOLS = ['questionnaire', 'informal-talk', 'recorded-views', 'activity-report'] as const
export type JudgingTool = (typeof JUDGING_TOOLS)[number]

export const answered = z.strictObject({ answer: z.boolean().nullable(), measure: words.nullable() })
const indicator = z.strictObject({
  /** Of the fifth, what it counts. */
  name: line.nullable(),
  selected: z.boolean(),
  plannedWords: words.nullable(),
  plannedNumber: z.number().int().min(0).max(10_000_000).nullable(),
  measure: words.nullable(),
})
export const finding = z.strictObject({
  name: words.nullable(),
  /** Null: the paper that it was taken from does not tell. */
  selected: z.boolean().nullable(),
  finding: words.nullable(),
  measure: words.nullable(),
})
export const tools = <Known extends readonly [string, ...string[]]>(known: Known) =>
  z.strictObject({ selected: z.array(z.enum(known)), other: line.nullable() })

const monitoring = z.strictObject({
  process: z.record(z.enum(PROCESS_QUESTIONS), answered),
  indicators: z.record(z.enum(INDICATORS), indicator),
  countingTools: tools(COUNTING_TOOLS),
  findings: z.record(z.enum(FINDINGS), finding),
  judgingTools: tools(JUDGING_TOOLS),
  notes,
})

/** A plan as it is published: strict, and in this order. */
export const contentSchema = z.strictObject({ shape: z.literal(1), scope, timeline, resources, responses, monitoring })
export type PlanContent = z.infer<typeof contentSchema>
export type Scope = PlanContent['scope']
export type Timeline = PlanContent['timeline']
export type Resources = PlanContent['resources']
export type Responses = PlanContent['responses']
export type Monitoring = PlanContent['monitoring']
export type Activity = Timeline['activities'][number]
export type Audience = Scope['audiences'][number]

export type SectionContents = { 1: Scope; 2: Timeline; 3: Resources; 4: Responses; 5: Monitoring }
export type SectionContent = SectionContents[Section]

/** A section by its number, wherever both are known together. */
export type NumberedSection = { [N in Section]: { section: N; content: SectionContents[N] } }[Section]

const SCHEMAS = { 1: scope, 2: timeline, 3: resources, 4: responses, 5: monitoring } as const

/** Of a row of the database; throws where it is none of ours. */
export const parseSection = <N extends Section>(section: N, content: unknown): SectionContents[N] =>
  // The table above pairs each number with its schema, which the compiler cannot follow through an index.
  SCHEMAS[section].parse(content) as SectionContents[N]

export const contentOf = (sections: SectionContents): PlanContent => ({
  shape: 1,
  scope: sections[1],
  timeline: sections[2],
  resources: sections[3],
  responses: sections[4],
  monitoring: sections[5],
})

export const sectionsOf = (content: PlanContent): SectionContents => ({
  1: content.scope,
  2: content.timeline,
  3: content.resources,
  4: content.responses,
  5: content.monitoring,
})

const NO_ANSWER = { answer: null, measure: null }
const NO_INDICATOR = { name: null, selected: false, plannedWords: null, plannedNumber: null, measure: null }
const NO_FINDING = { name: null, selected: false, finding: null, measure: null }

/** The four standard indicators stand ticked in the form. */
export const emptySections = (title: string, actKind: Scope['actKind']): SectionContents => ({
  1: {
    title,
    titleEn: null,
    actKind,
    periods: [],
    audiences: [],
    coordinator: { role: null, address: null },
    notes: [],
  },
  2: { orders: [], groups: [], secretariat: null, activities: [], inputs: [], tracks: [], notes: [] },
  3: { people: [], money: [], equipment: [], notes: [] },
  4: { channels: [], words: null, notes: [] },
  5: {
    process: { 'on-time': NO_ANSWER, 'on-budget': NO_ANSWER, 'on-staff': NO_ANSWER },
    indicators: {
      methods: { ...NO_INDICATOR, selected: true },
      parties: { ...NO_INDICATOR, selected: true },
      participants: { ...NO_INDICATOR, selected: true },
      comments: { ...NO_INDICATOR, selected: true },
      other: NO_INDICATOR,
    },
    countingTools: { selected: [], other: null },
    findings: {
      'methods-quality': NO_FINDING,
      'expectations-met': NO_FINDING,
      'comments-quality': NO_FINDING,
      'by-objectives': NO_FINDING,
    },
    judgingTools: { selected: [], other: null },
    notes: [],
  },
})

/**
 * What a new plan takes from an earlier one: the ways and the means, not the days, the answers, or what was noted about the
 * earlier matter.
 */
export function copiedSections(from: SectionContents, title: string, actKind: Scope['actKind']): SectionContents {
  const empty = emptySections(title, actKind)
  const indicators = { ...from[5].indicators }
  for (const key of INDICATORS) indicators[key] = { ...indicators[key], measure: null }
  return {
    1: { ...from[1], title, titleEn: null, actKind, periods: [], notes: [] },
    2: { ...empty[2], groups: from[2].groups, secretariat: from[2].secretariat },
    3: { ...from[3], notes: [] },
    4: { ...from[4], notes: [] },
    5: {
      ...empty[5],
      indicators,
      countingTools: from[5].countingTools,
      judgingTools: from[5].judgingTools,
    },
  }
}
