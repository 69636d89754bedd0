import type { Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { actUrls } from '../urls.ts'
import { readChoice, type Choice } from './choice-view.ts'
import { countPlan, reckon, type PlanCounts, type Reckoned } from './plan-rules.ts'
import {
  countActsOutsidePlan,
  listActsOutsidePlan,
  listPlanActs,
  listPlannedEntries,
  listPlanYears,
  type OutsideAct,
} from './plan-queries.ts'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

const SHOWN = 100
const MOST_IN_FILE = 20_000

export type PlanView = Choice & {
  /** Null: no institution was asked for. */
  of: {
    entries: Reckoned[]
    counts: PlanCounts
    outside: OutsideAct[]
    outsideCount: number
    years: number[]
  } | null
}

export async function viewPlan(
  services: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
  limit = SHOWN,
): Promise<PlanView> {
  const { db } = services
  const choice = await readChoice(services, lang, query)
  if (!choice.institution) return { ...choice, of: null }
  const of = { institutionId: choice.institution.id, year: choice.year }
  const [planned, acts, outside, outsideCount, years] = await Promise.all([
    listPlannedEntries(db, of),
    listPlanActs(db, of),
    listActsOutsidePlan(db, of, limit),
    countActsOutsidePlan(db, of),
    listPlanYears(db, of.institutionId),
  ])
  const entries = reckon(planned, acts)
  return { ...choice, of: { entries, counts: countPlan(entries), outside, outsideCount, years } }
}

/** The whole plan, then what was adopted outside it. Null: no institution was asked for. */
export async function planAsCsv(
  services: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<string | null> {
  const { of, institution, year } = await viewPlan(services, lang, query, MOST_IN_FILE)
  if (!of || !institution) return null
  const t = figureTexts(lang).plan
  const url = (path: string) => `${services.settings.url}${path}`
  const entryRow = (entry: Reckoned): string[] => [
    '1',
    entry.title,
    entry.promisedFrom?.slice(0, 7) ?? '',
    entry.promisedTo?.slice(0, 7) ?? '',
    t.outcomes[entry.outcome],
    entry.acts.map(({ number }) => number ?? '').join('; ') || (entry.adoptedReference ?? ''),
    entry.doneOn ?? '',
    entry.months === null ? '' : String(entry.months),
    entry.dropReason ?? '',
    url(figureUrls.plannedAct(institution.slug, year, entry.number)),
  ]
  const outsideRow = (act: OutsideAct): string[] => [
    '0',
    act.title,
    '',
    '',
    t.outcomes.adopted,
    act.number ?? '',
    act.adoptedOn ?? '',
    '',
    '',
    url(actUrls.act(act.slug)),
  ]
  return csvOf([Object.values(t.csvColumns), ...of.entries.map(entryRow), ...of.outside.map(outsideRow)])
}
