import { formatMonth, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { ACT_KINDS, LEGALITIES, type ActKind } from '../act-rules.ts'
import { textsIn } from '../texts.ts'
import { readChoice, type Choice } from './choice-view.ts'
import {
  listCountedYears,
  measurePaces,
  tallyKinds,
  tallyLegality,
  tallyProposers,
  type KindTally,
  type LegalityTally,
  type ProposerTally,
} from './count-queries.ts'
import { figureWords } from './figure-words-texts.ts'
import type { Pace } from './pace-rules.ts'
import { PROPOSERS } from './report-figure-rules.ts'
import { figureTexts } from './texts.ts'

/** So many years stand beside each other. */
const BESIDE = 5
/** Kinds that have a look of their own in the bars of the months. */
const MOST_KINDS = 4

/** `values`: one for each year; null: not known. `known`: of how many acts it is known. */
export type FigureRow = { label: string; values: (number | null)[]; known?: number[] }
export type Bars = {
  desc: string
  series: string[]
  bars: { label: string; parts: number[]; words?: string }[]
}
export type FigureTable = {
  id: string
  caption: string
  rowHead: string
  lead?: string
  rows: FigureRow[]
  chart: Bars | null
}

export type DashboardView = Choice & {
  /** In which there are acts. */
  known: number[]
  /** Those shown beside each other, newest first. */
  years: number[]
  /** Acts of the year that was asked for. */
  count: number
  tables: FigureTable[]
}

/** Each table is one question to the database. */
export async function viewDashboard(
  services: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<DashboardView> {
  const { db } = services
  const choice = await readChoice(services, lang, query)
  const { year, today } = choice
  const institutionId = choice.institution?.id ?? null
  const of = { institutionId, from: year - BESIDE + 1, to: year }
  const [known, kinds, proposers, legality, paces] = await Promise.all([
    listCountedYears(db, institutionId),
    tallyKinds(db, of),
    tallyProposers(db, of),
    tallyLegality(db, of),
    measurePaces(db, of, today),
  ])
  const years = [year, ...known.filter((one) => one < year && one >= of.from)]
  const count = sum(kinds.filter((one) => one.year === year))
  const tables = [
    kindTable(lang, years, kinds),
    monthTable(lang, years, kinds),
    proposerTable(lang, years, proposers),
    legalityTable(lang, years, legality),
    latenessTable(lang, years, paces),
    paceTable(lang, years, paces),
  ]
  return { ...choice, known, years, count, tables }
}

const sum = (tallies: readonly { count: number }[]): number => tallies.reduce((all, { count }) => all + count, 0)

/** One row for each word, as far as anything has it in one of the years; and the bars of the newest. */
function rowsOf<Tally extends { year: number; count: number }, Key>(
  years: readonly number[],
  tallies: readonly Tally[],
  keys: readonly Key[],
  { has, label }: { has: (tally: Tally, key: Key) => boolean; label: (key: Key) => string },
): FigureRow[] {
  return keys.flatMap((key) => {
    const own = tallies.filter((tally) => has(tally, key))
    if (own.length === 0) return []
    return [{ label: label(key), values: years.map((year) => sum(own.filter((one) => one.year === year))) }]
  })
}

const barsOf = (rows: readonly FigureRow[]) =>
  rows.flatMap(({ label, values: [value] }) => (value ? [{ label, parts: [value] }] : []))

function chartOf(rows: readonly FigureRow[], desc: (most: string, count: string) => string): Bars | null {
  const bars = barsOf(rows)
  const [most] = bars.toSorted((a, b) => (b.parts[0] ?? 0) - (a.parts[0] ?? 0))
  return most ? { desc: desc(most.label, formatNumber(most.parts[0] ?? 0)), series: [], bars } : null
}

const totalRow = (
  lang: Lang,
  years: readonly number[],
  tallies: readonly { year: number; count: number }[],
): FigureRow => ({
  label: figureTexts(lang).total,
  values: years.map((year) => sum(tallies.filter((one) => one.year === year))),
})

function kindTable(lang: Lang, years: number[], tallies: KindTally[]): FigureTable {
  const t = figureTexts(lang).figures
  const kinds = textsIn(lang).kinds
  const rows = rowsOf(years, tallies, ACT_KINDS, { has: ({ kind }, key) => kind === key, label: (key) => kinds[key] })
  const chart = chartOf(rows, t.kindsDesc)
  return { id: 'llojet', caption: t.kinds, rowHead: t.kind, rows: [...rows, totalRow(lang, years, tallies)], chart }
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null] as const

function monthTable(lang: Lang, years: number[], tallies: KindTally[]): FigureTable {
  const t = figureTexts(lang).figures
  const nameOf = (month: number | null): string =>
    month === null ? t.monthUnknown : formatMonth(lang, `2026-${String(month).padStart(2, '0')}-01`, { year: false })
  const rows = rowsOf(years, tallies, MONTHS, { has: ({ month }, key) => month === key, label: nameOf })
  return {
    id: 'muajt',
    caption: t.months,
    rowHead: t.month,
    rows,
    chart: monthBars(lang, years[0] ?? 0, tallies, nameOf),
  }
}

/** The kinds of which there is most, each with a look of its own; the others together. */
function monthBars(
  lang: Lang,
  year: number,
  all: readonly KindTally[],
  nameOf: (month: number | null) => string,
): Bars | null {
  const t = figureTexts(lang).figures
  const tallies = all.filter((one) => one.year === year)
  const countOf = (kind: ActKind) => sum(tallies.filter((one) => one.kind === kind))
  const kinds = ACT_KINDS.filter((kind) => countOf(kind) > 0).toSorted((a, b) => countOf(b) - countOf(a))
  const [named, others] =
    kinds.length > MOST_KINDS + 1 ? [kinds.slice(0, MOST_KINDS), kinds.slice(MOST_KINDS)] : [kinds, []]
  const groups = [...named.map((kind) => [kind]), ...(others.length > 0 ? [others] : [])]
  const bars = MONTHS.flatMap((month) => {
    const own = tallies.filter((one) => one.month === month)
    if (month === null && own.length === 0) return []
    const parts = groups.map((group) => sum(own.filter(({ kind }) => group.includes(kind))))
    return [{ label: nameOf(month), parts }]
  })
  const [most] = bars.toSorted((a, b) => totalOf(b) - totalOf(a))
  if (!most || totalOf(most) === 0) return null
  const series = [...named.map((kind) => textsIn(lang).kinds[kind]), ...(others.length > 0 ? [t.otherKinds] : [])]
  return { desc: t.monthsDesc(most.label, formatNumber(totalOf(most))), series, bars }
}

const totalOf = ({ parts }: { parts: number[] }): number => parts.reduce((all, part) => all + part, 0)

function proposerTable(lang: Lang, years: number[], tallies: ProposerTally[]): FigureTable {
  const t = figureTexts(lang).figures
  const label = (key: (typeof PROPOSERS)[number] | null) => (key === null ? t.proposerUnknown : t.proposerKinds[key])
  const rows = rowsOf(years, tallies, [...PROPOSERS, null], { has: ({ proposer }, key) => proposer === key, label })
  return { id: 'propozuesit', caption: t.proposers, rowHead: t.proposer, rows, chart: chartOf(rows, t.proposersDesc) }
}

function legalityTable(lang: Lang, years: number[], tallies: LegalityTally[]): FigureTable {
  const t = figureTexts(lang).figures
  const words = textsIn(lang).legalities
  const rows = rowsOf(years, tallies, [...LEGALITIES, null], {
    has: (tally, key) => tally.legality === key,
    label: (key) => (key === null ? t.legalityUnknown : words[key]),
  })
  return { id: 'ligjshmeria', caption: t.legality, rowHead: t.legalityWord, rows, chart: chartOf(rows, t.legalityDesc) }
}

const LATENESS = ['inTime', 'late', 'waiting', 'overdue', 'noTerm'] as const

function latenessTable(lang: Lang, years: number[], paces: Pace[]): FigureTable {
  const t = figureTexts(lang).figures
  const of = (year: number) => paces.find((pace) => pace.year === year)
  const rows: FigureRow[] = LATENESS.map((key) => ({
    label: t.latenessRows[key],
    values: years.map((year) => of(year)?.[key] ?? 0),
  }))
  const late: FigureRow = { label: t.daysLate, values: years.map((year) => of(year)?.daysLate ?? null) }
  const newest = of(years[0] ?? 0)
  const desc = t.latenessDesc(formatNumber(newest?.late ?? 0), formatNumber(newest?.acts ?? 0))
  const bars = barsOf(rows)
  const chart = bars.length === 0 ? null : { desc, series: [], bars }
  return { id: 'shpallja', caption: t.lateness, rowHead: t.legalityWord, rows: [...rows, late], chart }
}

const STEPS = ['toVote', 'toNumber', 'toAnnounce', 'toForce', 'whole'] as const

/** Medians, each with of how many acts it is known; of none there is no bar. */
function paceTable(lang: Lang, years: number[], paces: Pace[]): FigureTable {
  const t = figureTexts(lang).figures
  const of = (year: number) => paces.find((pace) => pace.year === year)
  const rows = STEPS.map((step) => ({
    label: t.steps[step],
    values: years.map((year) => of(year)?.[step] ?? null),
    known: years.map((year) => of(year)?.[`${step}Known`] ?? 0),
  }))
  const bars = rows.flatMap(({ label, values: [value] }) =>
    value === null || value === undefined
      ? []
      : [{ label, parts: [Math.max(0, value)], words: figureWords(lang, value) }],
  )
  const chart = bars.length === 0 ? null : { desc: paceDesc(lang, of(years[0] ?? 0)), series: [], bars }
  return { id: 'koha', caption: t.paces, rowHead: t.step, lead: t.pacesLead, rows, chart }
}

const paceDesc = (lang: Lang, pace: Pace | undefined): string =>
  figureTexts(lang).figures.pacesDesc(figureWords(lang, pace?.whole ?? null))

/** One row a figure and year. */
export function dashboardAsCsv(lang: Lang, { tables, years }: DashboardView): string {
  const t = figureTexts(lang).figures
  return csvOf([
    Object.values(t.csvColumns),
    ...tables.flatMap(({ caption, rows }) =>
      rows.flatMap(({ label, values, known }) =>
        years.map((year, at) => [caption, label, String(year), String(values[at] ?? ''), String(known?.[at] ?? '')]),
      ),
    ),
  ])
}
