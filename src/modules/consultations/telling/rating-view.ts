import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findRatableOf, listRatableByToken, type Ratable } from './rating-queries.ts'

export type RatingView = {
  institution: InstitutionSummary | null
  points: readonly Ratable[]
  /** Whose form is shown: the one that was asked for, or the only one. */
  chosen: Ratable | null
}

/** By the key of a letter: its points, and the one that is to be rated. */
export async function viewRating(
  { db }: Services,
  lang: Lang,
  token: string,
  code: string | undefined,
): Promise<RatingView | null> {
  const points = await listRatableByToken(db, lang, digestOfToken(token))
  const [first] = points
  if (!first) return null
  const chosen = points.find((point) => point.code === code) ?? (points.length === 1 ? first : null)
  return { institution: await findInstitutionById(db, lang, first.institutionId), points, chosen }
}

/** Of the own comment of whoever has proved to be its author. */
export const viewRatingOf = ({ db }: Services, lang: Lang, commentId: string): Promise<Ratable | null> =>
  findRatableOf(db, lang, commentId)
