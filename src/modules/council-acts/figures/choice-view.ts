import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { readYear } from './report-rules.ts'

export type Choice = {
  institutions: InstitutionSummary[]
  institution: InstitutionSummary | null
  year: number
  thisYear: number
  today: string
}

/** The institution and the year that an address asks for; unknown values are left aside, never an error. */
export async function readChoice(
  { db, clock }: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<Choice> {
  const institutions = await listInstitutions(db, lang)
  const institution = institutions.find(({ slug }) => slug === query.institucioni) ?? null
  const today = civilDateIn(institution?.zone ?? 'Europe/Tirane', clock.now())
  const thisYear = Number(today.slice(0, 4))
  const asked = readYear(query.viti ?? '')
  return {
    institutions,
    institution,
    year: asked !== null && asked <= thisYear + 1 ? asked : thisYear,
    thisYear,
    today,
  }
}
