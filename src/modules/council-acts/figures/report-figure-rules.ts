import { ACT_KINDS, LEGALITIES } from '../act-rules.ts'
import type { PlanCounts } from './plan-rules.ts'

type Underlined<Words extends string> = Words extends `${infer A}-${infer B}` ? Underlined<`${A}_${B}`> : Words
const named = <Prefix extends string, Words extends string>(prefix: Prefix, words: Words) =>
  `${prefix}_${words.replaceAll('-', '_') as Underlined<Words>}` as const

export const PROPOSERS = ['mayor', 'councillor', 'group', 'commission', 'secretariat', 'citizens', 'other'] as const
export const REPORTED_FORCES = ['in-force', 'not-yet', 'suspended', 'repealed', 'not-known'] as const

/** Every figure of the yearly report, in its order; each group can have words of the institution beside it. */
export const FIGURE_GROUPS = {
  plan: [
    'planned',
    'planned_adopted',
    'planned_in_time',
    'planned_late',
    'planned_no_month',
    'planned_dropped',
    'planned_open',
    'outside_plan',
  ],
  drafts: ['drafts', 'drafts_about_consultation'],
  consultations: ['consultations_closed', 'consultations_with_comments', 'comments'],
  meetings: ['council_meetings', 'commission_meetings', 'votes', 'votes_adopted', 'votes_rejected', 'votes_tied'],
  acts: [
    'acts',
    ...ACT_KINDS.map((kind) => named('kind', kind)),
    'normative',
    'individual',
    'internal',
    'nature_unknown',
    'restricted',
  ],
  proposers: [...PROPOSERS.map((kind) => named('proposed_by', kind)), 'proposer_unknown'],
  force: REPORTED_FORCES.map((force) => named('force', force)),
  legality: [...LEGALITIES.map((word) => named('legality', word)), 'returned_by_mayor'],
  publication: [
    'announced',
    'announced_in_time',
    'announced_late',
    'announcement_waits',
    'announcement_overdue',
    'announcement_no_term',
    'median_days_late',
    'median_days_to_vote',
    'known_days_to_vote',
    'median_days_to_number',
    'known_days_to_number',
    'median_days_to_announce',
    'known_days_to_announce',
    'median_days_to_force',
    'known_days_to_force',
  ],
  numbers: ['numbers_missing', 'numbers_void'],
} as const

export type FigureGroup = keyof typeof FIGURE_GROUPS
export type FigureKey = (typeof FIGURE_GROUPS)[FigureGroup][number]
export const GROUPS = Object.keys(FIGURE_GROUPS) as FigureGroup[]
export const FIGURE_KEYS: readonly FigureKey[] = Object.values(FIGURE_GROUPS).flat()

/** Null: not known. Of a plan that was never published nothing is known. */
export type ReportFigures = Record<FigureKey, number | null>

type Tally<Key> = readonly (Key & { count: number })[]

/** What the record gives of one institution and year. */
export type YearFacts = {
  /** Null: no plan of that year is public. */
  plan: (PlanCounts & { outside_plan: number }) | null
  kinds: Tally<{ kind: string }>
  proposers: Tally<{ proposer: string | null }>
  forces: Tally<{ force: string }>
  legality: Tally<{ legality: string | null }>
  natures: { normative: number; individual: number; internal: number; natureUnknown: number; restricted: number }
  pace: PaceFacts | null
  beside: BesideFacts
  numbers: NumberFacts
}

type PaceFacts = {
  announced: number
  inTime: number
  late: number
  waiting: number
  overdue: number
  noTerm: number
  daysLate: number | null
  toVote: number | null
  toVoteKnown: number
  toNumber: number | null
  toNumberKnown: number
  toAnnounce: number | null
  toAnnounceKnown: number
  toForce: number | null
  toForceKnown: number
}

/** What is counted once, and not by acts that stand. */
export type BesideFacts = {
  drafts: number
  draftsAboutConsultation: number
  consultationsClosed: number
  consultationsWithComments: number
  comments: number
  councilMeetings: number
  commissionMeetings: number
  votes: number
  votesAdopted: number
  votesRejected: number
  votesTied: number
}

export type NumberFacts = { returnedByMayor: number; numbersMissing: number; numbersVoid: number }

const sum = <Key>(tally: Tally<Key>, fits: (key: Key) => boolean = () => true): number =>
  tally.filter(fits).reduce((all, { count }) => all + count, 0)

export function figuresOf(facts: YearFacts): ReportFigures {
  const { kinds, proposers, forces, legality, natures, beside, numbers } = facts
  return Object.fromEntries([
    ...FIGURE_GROUPS.plan.map((key) => [key, facts.plan?.[key] ?? null]),
    ['acts', sum(kinds)],
    ...ACT_KINDS.map((one) => [named('kind', one), sum(kinds, ({ kind }) => kind === one)]),
    ...PROPOSERS.map((one) => [named('proposed_by', one), sum(proposers, ({ proposer }) => proposer === one)]),
    ['proposer_unknown', sum(proposers, ({ proposer }) => proposer === null)],
    ...REPORTED_FORCES.map((one) => [named('force', one), sum(forces, ({ force }) => force === one)]),
    ...LEGALITIES.map((one) => [named('legality', one), sum(legality, (row) => row.legality === one)]),
    ['normative', natures.normative],
    ['individual', natures.individual],
    ['internal', natures.internal],
    ['nature_unknown', natures.natureUnknown],
    ['restricted', natures.restricted],
    ...paceFigures(facts.pace),
    ...besideFigures(beside),
    ['returned_by_mayor', numbers.returnedByMayor],
    ['numbers_missing', numbers.numbersMissing],
    ['numbers_void', numbers.numbersVoid],
  ]) as ReportFigures
}

const besideFigures = (beside: BesideFacts): [FigureKey, number][] => [
  ['drafts', beside.drafts],
  ['drafts_about_consultation', beside.draftsAboutConsultation],
  ['consultations_closed', beside.consultationsClosed],
  ['consultations_with_comments', beside.consultationsWithComments],
  ['comments', beside.comments],
  ['council_meetings', beside.councilMeetings],
  ['commission_meetings', beside.commissionMeetings],
  ['votes', beside.votes],
  ['votes_adopted', beside.votesAdopted],
  ['votes_rejected', beside.votesRejected],
  ['votes_tied', beside.votesTied],
]

const paceFigures = (pace: PaceFacts | null): [FigureKey, number | null][] => [
  ['announced', pace?.announced ?? 0],
  ['announced_in_time', pace?.inTime ?? 0],
  ['announced_late', pace?.late ?? 0],
  ['announcement_waits', pace?.waiting ?? 0],
  ['announcement_overdue', pace?.overdue ?? 0],
  ['announcement_no_term', pace?.noTerm ?? 0],
  ['median_days_late', pace?.daysLate ?? null],
  ['median_days_to_vote', pace?.toVote ?? null],
  ['known_days_to_vote', pace?.toVoteKnown ?? 0],
  ['median_days_to_number', pace?.toNumber ?? null],
  ['known_days_to_number', pace?.toNumberKnown ?? 0],
  ['median_days_to_announce', pace?.toAnnounce ?? null],
  ['known_days_to_announce', pace?.toAnnounceKnown ?? 0],
  ['median_days_to_force', pace?.toForce ?? null],
  ['known_days_to_force', pace?.toForceKnown ?? 0],
]

/** Nothing at all happened in the year. */
export const isEmpty = (figures: ReportFigures): boolean => FIGURE_KEYS.every((key) => !figures[key])
