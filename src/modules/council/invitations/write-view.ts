import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findCouncillorBySlug } from '../people/member-queries.ts'

export type WritingView = { name: string; slug: string; institution: InstitutionSummary }

/** Null: nobody of that name is published. */
export async function viewWriting({ db }: Services, lang: Lang, slug: string): Promise<WritingView | null> {
  const councillor = await findCouncillorBySlug(db, slug)
  if (councillor?.state !== 'published' || councillor.mergedSlug !== null) return null
  const institution = await findInstitutionById(db, lang, councillor.institutionId)
  return institution && { name: councillor.name, slug, institution }
}
