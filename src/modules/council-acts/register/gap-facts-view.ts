import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findGapFacts, findNewestYear, type GapFacts } from './gap-queries.ts'

export type ShownGapFacts = GapFacts & { year: number; institution: string }

/** So many gaps are named on the register itself. */
const NAMED = 5

/** A year of an institution in one line: the one asked for, or the newest that has numbers. */
export async function viewGapFacts(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  institution: Pick<InstitutionSummary, 'id' | 'slug' | 'zone'>,
  asked: number | null,
): Promise<ShownGapFacts | null> {
  const year = asked ?? (await findNewestYear(db, institution.id))
  if (year === null) return null
  const today = civilDateIn(institution.zone, clock.now())
  const facts = await findGapFacts(db, { institutionId: institution.id, year, limit: NAMED }, today)
  return facts && { ...facts, year, institution: institution.slug }
}
