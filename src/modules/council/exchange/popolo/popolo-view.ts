import type { Services } from '#platform/services.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import { findOparlBody, listOparlBodies } from '../oparl/oparl-queries.ts'
import { exchangeUrls as urls } from '../urls.ts'
import {
  listPopoloMemberships,
  listPopoloOrganizations,
  listPopoloPersons,
  listPopoloTerms,
  listPopoloVotes,
} from './popolo-queries.ts'
import { popoloDocument, votesDocument } from './popolo-rules.ts'

type Needed = Pick<Services, 'db' | 'settings'>
/** Some thirty years of a council. */
const MOST_VOTES = 5000

/** Which councils there are, and where each is told. */
export async function viewPopoloIndex({ db, settings: { url } }: Needed): Promise<Record<string, unknown>> {
  const bodies = await listOparlBodies(db)
  return {
    specification: 'https://www.popoloproject.com/specs/',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    institutions: bodies.map(({ slug, name }) => ({
      name,
      url: url + urls.popoloOf(slug),
      votes_url: url + urls.popoloVotes(slug),
    })),
  }
}

/** Null: no such council. */
export async function viewPopolo(
  { db, settings: { url } }: Needed,
  slug: string,
  what: 'everything' | 'votes',
): Promise<Record<string, unknown> | null> {
  const body = await findOparlBody(db, slug)
  if (!body) return null
  const by = { url, institution: slug, moment: (at: Date) => zonedInstant(body.zone, at) }
  const { institutionId } = body
  const votes = await listPopoloVotes(db, institutionId, MOST_VOTES)
  if (what === 'votes') return votesDocument(votes, by)
  const [persons, organizations, memberships, terms] = await Promise.all([
    listPopoloPersons(db, institutionId),
    listPopoloOrganizations(db, institutionId),
    listPopoloMemberships(db, institutionId),
    listPopoloTerms(db, institutionId),
  ])
  return popoloDocument({ persons, organizations, memberships, terms, votes }, by)
}
