import { recordChanges } from '#platform/history/record-change.ts'
import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import { countPrivateDue, erasePrivate } from './councillor-removal-queries.ts'
import { PRIVATE_KEPT_DAYS } from './people-rules.ts'
import { publicInEvery } from './public-texts.ts'

const before = ({ clock }: Services) => addDays(civilDateIn('Europe/Tirane', clock.now()), -PRIVATE_KEPT_DAYS)

/** Whoever left the council long ago is written to no more. What they let be known publicly stays until they change it. */
export const privateAddressRetention: RetentionRule = {
  id: 'council.private-addresses',
  what: publicInEvery((t) => t.retention.what),
  howLong: publicInEvery((t) => t.retention.howLong),
  basis: publicInEvery((t) => t.retention.basis),
  countDue: (services) => countPrivateDue(services.db, before(services)),
  forget: (services) =>
    services.db.begin(async (tx) => {
      const erased = await erasePrivate(tx, before(services))
      const at = services.clock.now()
      const change = { kind: 'addresses-erased', by: 'program', at } as const
      await recordChanges(
        tx,
        erased.map(({ id, institutionId }) => ({ ...change, institutionId, subject: refOf(COUNCILLOR_KIND, id) })),
      )
      return erased.length
    }),
}
