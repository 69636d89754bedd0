import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listSatisfaction, listSatisfactionYears, type SatisfactionRow } from './satisfaction-queries.ts'

/** More rows than there are institutions in a year; the register has all of them. */
const MOST_ROWS = 500

export type SatisfactionView = { rows: readonly SatisfactionRow[]; years: readonly number[]; year: number | null }

export async function viewSatisfaction(
  { db }: Services,
  lang: Lang,
  asked: string | undefined,
): Promise<SatisfactionView> {
  const years = await listSatisfactionYears(db)
  const year = years.find((one) => String(one) === asked) ?? null
  return { rows: await listSatisfaction(db, lang, { year, limit: MOST_ROWS }), years, year }
}
