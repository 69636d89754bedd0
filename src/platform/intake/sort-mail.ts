import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { Services } from '../services.ts'
import { holdMail, settleMail, type HeldMail } from './incoming-mail-queries.ts'
import { intakePermissions } from './intake-permissions.ts'
import { enterMail, lookAt } from './take-in-mail.ts'

export type SortOutcome =
  | { kind: 'entered'; caseId: string }
  | { kind: 'sorted-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-mail' }
  | { kind: 'no-such-institution' }

/** Whoever runs the installation says whose a message is, from its envelope alone; there it becomes a case. */
export async function sortMail(
  services: Services,
  official: Official,
  mailId: string,
  institutionId: string,
): Promise<SortOutcome> {
  const held = await services.db.begin((tx) => holdMail(tx, mailId))
  if (!held || held.institutionId !== null) return { kind: held ? 'sorted-meanwhile' : 'no-such-mail' }
  if (!(await findInstitutionById(services.db, 'sq', institutionId))) return { kind: 'no-such-institution' }
  return makeCase(services, official, held, institutionId)
}

/** A clerk sees that what was set aside is a person's letter after all. */
export async function makeCaseOfMail(services: Services, official: Official, mailId: string): Promise<SortOutcome> {
  const held = await services.db.begin((tx) => holdMail(tx, mailId))
  if (!held || held.institutionId === null) return { kind: 'no-such-mail' }
  if (!mayIn(official, intakePermissions['cases.enter'], held.institutionId)) return { kind: 'not-permitted' }
  return makeCase(services, official, held, held.institutionId)
}

async function makeCase(
  services: Services,
  official: Official,
  { id, raw, ...mail }: HeldMail,
  institutionId: string,
): Promise<SortOutcome> {
  if (raw === null) return { kind: 'sorted-meanwhile' }
  const { mailbox, uidValidity, uid, size, receivedAt } = mail
  const source = { mailbox, uidValidity, uid, size, receivedAt, source: new Uint8Array(raw), cut: raw.length < size }
  return lookAt(services, source, (seen) =>
    services.db.begin(async (tx): Promise<SortOutcome> => {
      // Held again, now together with the case: two who press at once make one.
      const still = await holdMail(tx, id)
      if (!still || still.raw === null) return { kind: 'sorted-meanwhile' }
      const at = services.clock.now()
      const caseId = await enterMail(tx, services, { id, institutionId }, seen)
      await settleMail(tx, id, { institutionId, kind: 'letter', caseId, by: official.accountId, at })
      return { kind: 'entered', caseId }
    }),
  )
}
