import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listHearings, type Hearing } from './agenda-queries.ts'

export type HearingsView = {
  institution: string
  institutions: InstitutionSummary[]
  coming: Hearing[]
  past: Hearing[]
}

const MOST = { coming: 100, past: 50 }

/** Hearings that are announced, nearest first, and those that were. */
export async function viewHearings({ db, clock }: Services, lang: Lang, asked: string): Promise<HearingsView> {
  const institutions = await listInstitutions(db, lang)
  const one = institutions.find(({ slug }) => slug === asked)
  const today = civilDateIn('Europe/Tirane', clock.now())
  const institutionId = one?.id ?? null
  const [coming, past] = await Promise.all([
    listHearings(db, lang, { from: today, before: null, institutionId, limit: MOST.coming }),
    listHearings(db, lang, { from: null, before: today, institutionId, limit: MOST.past }),
  ])
  return { institution: one?.slug ?? '', institutions, coming, past }
}
