import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import {
  CRITERIA,
  FORMULA,
  LEAST_CLOSED,
  LEAST_KNOWN,
  METHOD,
  ranksOf,
  readSort,
  scoreOf,
  sortedBy,
  type Score,
  type Sort,
} from './comparison-rules.ts'
import { listReplies, listEarlierReplies, type ReplyVersion, type YearReply } from './reply-queries.ts'
import { comparisonUrls } from './urls.ts'
import { actsIn, consultationsIn, figuresOfYear, type YearFacts } from './year-figure-rules.ts'
import { gatherYear } from './year-figure-queries.ts'
import { isEmpty, yearIn } from './year-report-view.ts'
import { readYear } from './year-report-rules.ts'

export type ComparedRow = { institution: InstitutionSummary; score: Score; rank: number | null }

export type ComparisonView = {
  year: number
  /** The civil day on which it was computed. */
  day: string
  running: boolean
  sort: Sort
  /** Institutions of which something is known in the year. */
  rows: ComparedRow[]
  replies: (YearReply & { institution: InstitutionSummary; earlier: ReplyVersion[] })[]
  years: number[]
}

/** Computed now, from the registers; null: no such year, or one to come. */
export async function viewComparison(
  services: Services,
  lang: Lang,
  asked: { year: string; sort?: string | undefined },
): Promise<ComparisonView | null> {
  const { db, clock } = services
  const year = readYear(asked.year)
  const thisYear = yearIn(services)
  if (year === null || year > thisYear) return null
  const now = clock.now()
  const [institutions, facts, said] = await Promise.all([
    listInstitutions(db, lang),
    gatherYear(db, { year, institutionId: null }, now),
    listReplies(db, year, null),
  ])
  const sort = readSort(asked.sort)
  const before = Map.groupBy(
    await listEarlierReplies(
      db,
      said.filter(({ version }) => version > 1).map(({ id }) => id),
    ),
    ({ replyId }) => replyId,
  )
  const replies = said.flatMap((reply) => {
    const institution = institutions.find(({ id }) => id === reply.institutionId)
    return institution ? [{ ...reply, institution, earlier: before.get(reply.id) ?? [] }] : []
  })
  return {
    year,
    day: civilDateIn('Europe/Tirane', now),
    running: year === thisYear,
    sort,
    rows: sortedBy(sort, rowsOf(facts, institutions)),
    replies,
    years: [thisYear, thisYear - 1, thisYear - 2].filter((one) => one !== year),
  }
}

function rowsOf(facts: YearFacts, institutions: readonly InstitutionSummary[]): ComparedRow[] {
  const known = institutions.flatMap((institution) => {
    const figures = figuresOfYear(facts, institution.id)
    return isEmpty(figures) ? [] : [{ institution, score: scoreOf(figures) }]
  })
  const ranks = ranksOf(known.map(({ score }) => score))
  return known.map((row, at) => ({ ...row, rank: ranks[at] ?? null }))
}

/** With the formula, so that a stranger can reckon anew. */
export const comparisonAsData = ({ year, day, rows, replies }: ComparisonView, baseUrl: string) => ({
  year,
  computed_on: day,
  method: METHOD,
  formula: CRITERIA.map((criterion) => ({ criterion, ...FORMULA[criterion] })),
  rank_needs: { closed: LEAST_CLOSED, known: LEAST_KNOWN },
  institutions: rows.map(({ institution, score, rank }) => ({
    institution: institution.slug,
    country: institution.jurisdiction,
    demonstration: institution.demonstration,
    closed: score.closed,
    points: score.points,
    known: score.known,
    total: score.total,
    rank,
  })),
  replies: replies.map(({ institution, words, state, version, role, saidAt, withdrawnAt }) => ({
    institution: institution.slug,
    state,
    version,
    words,
    role,
    said_at: saidAt,
    withdrawn_at: withdrawnAt,
  })),
  url: `${baseUrl}${comparisonUrls.one(year)}`,
})

/** One row an institution, with every part, whole, weight and point. */
export const comparisonAsCsv = ({ year, day, rows }: ComparisonView): string =>
  csvOf([
    [
      'year',
      'computed_on',
      'method',
      'institution',
      'country',
      'demonstration',
      'closed',
      ...CRITERIA.flatMap((one) => [`${one}_part`, `${one}_whole`, `${one}_weight`, `${one}_points`]),
      'known',
      'total',
      'rank',
    ],
    ...rows.map(({ institution, score, rank }) =>
      [
        year,
        day,
        METHOD,
        institution.slug,
        institution.jurisdiction,
        institution.demonstration,
        score.closed,
        ...CRITERIA.flatMap((one) => {
          const { part, whole, points } = score.points[one]
          return [part, whole, FORMULA[one].weight, points]
        }),
        score.known,
        score.total,
        rank,
      ].map((cell) => String(cell ?? '')),
    ),
  ])

const COUNTED = ['notices_in_time', 'window_known', 'window_kept', 'plans_before', 'other_ways', 'reports'] as const

/** The closed consultations of the year one by one, with what each counts for. */
export async function comparedConsultationsAsCsv({ db, clock }: Services, year: number): Promise<string> {
  const facts = await gatherYear(db, { year, institutionId: null }, clock.now())
  const slugs = new Map((await listInstitutions(db, 'sq')).map(({ id, slug }) => [id, slug]))
  const counted = COUNTED.map((figure) => new Set(consultationsIn(facts, figure).map(({ id }) => id)))
  const tallies = Map.groupBy(facts.tallies, ({ consultationId }) => consultationId)
  const sum = (of: readonly { count: number }[]) => of.reduce((all, { count }) => all + count, 0)
  return csvOf([
    ['institution', 'id', 'url', 'opens_on', 'closes_on', ...COUNTED, 'comments', 'answered'],
    ...consultationsIn(facts, 'closed')
      .filter(({ institutionId }) => slugs.has(institutionId))
      .map((one) => {
        const own = tallies.get(one.id) ?? []
        return [
          slugs.get(one.institutionId) ?? '',
          one.id,
          `/konsultime/${one.slug}`,
          one.opensOn ?? '',
          one.closesOn ?? '',
          ...counted.map((ids) => String(ids.has(one.id))),
          String(sum(own)),
          String(sum(own.filter(({ decision }) => decision !== null))),
        ]
      }),
  ])
}

/** The acts adopted in the year one by one. */
export async function comparedActsAsCsv({ db, clock }: Services, year: number): Promise<string> {
  const facts = await gatherYear(db, { year, institutionId: null }, clock.now())
  const slugs = new Set((await listInstitutions(db, 'sq')).map(({ slug }) => slug))
  return csvOf([
    ['institution', 'id', 'url', 'adopted_on', 'consulted_before'],
    ...actsIn(facts, 'adopted_acts')
      .filter(({ institutionSlug }) => slugs.has(institutionSlug))
      .map((act) => [
        act.institutionSlug,
        act.id,
        `/konsultime/plani/${act.year}/${act.institutionSlug}-${act.number}`,
        act.adoptedOn ?? '',
        String(act.consultedBefore),
      ]),
  ])
}
