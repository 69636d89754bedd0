import type { OfficeTile } from '#platform/door.ts'
import { dayNumber } from '#law/days.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { countToConclude } from './conclusion-queries.ts'

/** Windows that closed and wait for their conclusion. The law's term is not known: only the days are told. */
export async function viewToConclude(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  institutions: readonly string[] | null,
): Promise<OfficeTile[]> {
  const now = clock.now()
  const { count, oldest } = await countToConclude(db, institutions, now)
  if (count === 0 || oldest === null) return []
  const t = textsIn(lang).reports
  const days = formatNumber(dayNumber(now.toISOString().slice(0, 10)) - dayNumber(oldest))
  const href = inLanguage(lang, `${officeUrls.consultations()}?gjendja=published`)
  return [{ title: `${t.tile} (${t.tileDays(days)})`, count, href }]
}
