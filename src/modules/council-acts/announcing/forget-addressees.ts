import { recordChanges } from '#platform/history/record-change.ts'
import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { countAddresseesDue, eraseAddressees } from './announcing-queries.ts'
import { announcingInEvery } from './texts.ts'

const today = ({ clock }: Pick<Services, 'clock'>): string => civilDateIn('Europe/Tirane', clock.now())

/** To whom individual acts were notified: the day and the way stay, the name goes. */
export const addresseeRetention: RetentionRule = {
  id: 'council-acts.addressees',
  what: announcingInEvery((t) => t.retention.what),
  howLong: announcingInEvery((t) => t.retention.howLong),
  basis: announcingInEvery((t) => t.retention.basis),
  countDue: (services) => countAddresseesDue(services.db, today(services)),
  forget: (services) =>
    services.db.begin(async (tx) => {
      const erased = await eraseAddressees(tx, today(services))
      const change = { kind: 'addressee-erased', by: 'program', at: services.clock.now() } as const
      const acts = new Map(erased.map((one) => [one.actId, one.institutionId]))
      await recordChanges(
        tx,
        [...acts].map(([id, institutionId]) => ({ ...change, institutionId, subject: refOf(ACT_RECORD, id) })),
      )
      return erased.length
    }),
}
