import { recordChanges, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { COUNCILLOR_KIND } from '../../council-rules.ts'
import { holdMembers, publishMembers } from './publish-many-queries.ts'
import { enterCouncillors } from '../write-councillor.ts'

/** At most so many in one deed: a whole council with room to spare. */
export const MOST_AT_ONCE = 200

type Order = { ids: readonly string[]; institutions: readonly string[] | null; by: ChangedBy }

/**
 * Everybody reads these profiles from now on, with their mandates. Those that are drafts no more, or of other institutions, are
 * left as they are; gives how many became public, null when the institutions have none of them.
 */
export const publishManyCouncillors = (services: Services, { ids, institutions, by }: Order): Promise<number | null> =>
  services.db.begin(async (tx) => {
    const held = await holdMembers(tx, ids.slice(0, MOST_AT_ONCE), institutions)
    if (held.length === 0) return null
    const drafts = held.filter(({ isDraft }) => isDraft)
    if (drafts.length === 0) return 0
    const at = services.clock.now()
    const people = drafts.map(({ personId }) => personId)
    await publishMembers(tx, people, at)
    await recordChanges(
      tx,
      drafts.map(({ personId, institutionId }) => ({
        institutionId,
        subject: refOf(COUNCILLOR_KIND, personId),
        kind: 'published',
        by,
        at,
      })),
    )
    await enterCouncillors(tx, services, people)
    return people.length
  })
