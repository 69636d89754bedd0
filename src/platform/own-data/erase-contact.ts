import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { keyFor } from '../auth/sealed.ts'
import type { Citizen } from '../auth/visitor.ts'
import type { Door } from '../door.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { minutesBefore } from '../time/clock.ts'
import { deleteContact, deleteLettersTo, holdContact, insertAsk, tryEraseAsk, useAsk } from './own-data-queries.ts'
import { ownDataTextsIn } from './own-data-texts.ts'

export const ERASE_CODE_MINUTES = 15
const TRIES = 5
const LIMIT: Limit = { count: 5, minutes: 60 }

const digestOf = ({ settings }: Pick<Services, 'settings'>, contactId: string, code: string): Buffer =>
  createHmac('sha256', keyFor(settings, 'erase code')).update(`${contactId}\n${code}`).digest()

/** A code to the own address: a browser left open somewhere must not be enough to erase a person's record. */
export async function askToErase(services: Services, citizen: Citizen): Promise<'sent' | 'too-many'> {
  if (await isTooMany(services, 'erase-code', citizen.contactId, LIMIT)) return 'too-many'
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  const now = services.clock.now()
  await services.db.begin(async (tx) => {
    const contact = await holdContact(tx, citizen.contactId)
    if (!contact) return
    await insertAsk(tx, {
      contactId: contact.id,
      kind: 'erase',
      email: null,
      secretDigest: digestOf(services, contact.id, code),
      askedAt: now,
      expiresAt: minutesBefore(now, -ERASE_CODE_MINUTES),
    })
    const t = ownDataTextsIn(contact.lang).letters
    const letter = { lang: contact.lang, subject: t.eraseSubject, body: t.erase(code, ERASE_CODE_MINUTES) }
    await queueLetter(tx, services, { institutionId: null, kind: 'service', recipient: contact.email, ...letter })
  })
  return 'sent'
}

export type EraseOutcome =
  | { kind: 'erased'; records: number }
  /** The code is wrong, used or too old. */
  | { kind: 'wrong-code' }

/** All that is kept about a person, in one deed. Done once more there is nothing left, and nothing happens. */
export async function eraseOwnData(
  services: Services,
  doors: readonly Door[],
  citizen: Citizen,
  code: string,
): Promise<EraseOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<EraseOutcome> => {
    const ask = await tryEraseAsk(tx, citizen.contactId, TRIES, now)
    if (!ask || !timingSafeEqual(ask.secretDigest, digestOf(services, citizen.contactId, code)))
      return { kind: 'wrong-code' }
    await useAsk(tx, ask.id, now)
    return { kind: 'erased', records: await eraseContact(tx, services, doors, citizen.contactId, 'citizen') }
  })
}

/** Every subject erases its own; then the letters, the sign-ins and the address. */
export async function eraseContact(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  contactId: string,
  by: ChangedBy,
): Promise<number> {
  const contact = await holdContact(tx, contactId)
  if (!contact) return 0
  let records = 0
  for (const { personalData } of doors) records += (await personalData?.erase(tx, services, contactId, by)) ?? 0
  await deleteLettersTo(tx, contact.email)
  await deleteContact(tx, contact)
  await recordChange(tx, {
    institutionId: null,
    subject: refOf('platform.contact', contactId),
    kind: 'erased',
    by,
    at: services.clock.now(),
  })
  return records
}
