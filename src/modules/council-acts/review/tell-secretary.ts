import type { Transaction } from '#platform/db/database.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import type { Act } from '../act-queries.ts'
import { ACT_RECORD, numberOf } from '../act-rules.ts'
import { receivedLetter, verdictLetter, verdictTask } from './review-mail.ts'
import type { VerdictKind } from './review-rules.ts'
import type { Transmittal } from './transmittal-queries.ts'
import { findRoleEmail } from './verdict-queries.ts'

const SECRETARY = 'council-secretary'

type Told = { kind: VerdictKind; on: string; protocol: string | null; by: Parameters<typeof giveTask>[2]['by'] }

/** The authority has spoken at its desk: the secretary hears by mail, and has something to do where it spoke against the act. */
export async function tellVerdict(tx: Transaction, services: Services, act: Act, told: Told): Promise<void> {
  const { id, institutionId } = act
  const number = numberOf(act) ?? act.title
  if (told.kind === 'returned' || told.kind === 'court')
    await giveTask(tx, services, {
      institutionId,
      subject: refOf(ACT_RECORD, id),
      title: verdictTask(told.kind, number),
      to: { role: SECRETARY },
      dueOn: null,
      by: told.by,
    })
  const recipient = await findRoleEmail(tx, institutionId, SECRETARY)
  if (recipient === null) return
  const letter = verdictLetter(services.settings.url, { ...told, actId: id, number })
  await queueLetter(tx, services, { ...letter, institutionId, kind: 'service', recipient })
}

/** It has entered the letter in its protocol: the term runs. */
export async function tellReceived(tx: Transaction, services: Services, transmittal: Transmittal): Promise<void> {
  const { institutionId } = transmittal
  const recipient = await findRoleEmail(tx, institutionId, SECRETARY)
  if (recipient === null) return
  const letter = receivedLetter(services.settings.url, transmittal)
  await queueLetter(tx, services, { ...letter, institutionId, kind: 'service', recipient })
}
