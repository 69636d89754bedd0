import { digestOfToken } from '../auth/private-link.ts'
import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { noteRegistered } from './ask-to-come.ts'
import { titleIn, type Gathering, type RegistrationHolder } from './registration-holder.ts'
import { movedUpLetter, receivedLetter } from './registration-mail.ts'
import {
  countStanding,
  findByToken,
  findRegistration,
  listWaiting,
  moveRegistration,
  type Registration,
} from './registration-queries.ts'
import { freeSeats, stateFor, type RegistrationRefusal } from './registration-rules.ts'

export type SettleOutcome =
  { kind: 'done' } | { kind: 'refused'; refusal: RegistrationRefusal } | { kind: 'no-such-registration' }

type Holders = readonly RegistrationHolder[]
type Held = { gathering: Gathering; own: Registration }

/** What people register for is locked first: seats are given one after the other. */
async function hold(
  tx: Transaction,
  services: Services,
  holders: Holders,
  found: Registration | null,
): Promise<Held | null> {
  const ref = found && readRef(found.subject)
  const holder = ref && holders.find(({ kind }) => kind === ref.kind)
  const gathering = holder ? await holder.hold(tx, services.clock.now(), ref.id) : null
  const own = found && (await findRegistration(tx, found.id))
  return gathering && own ? { gathering, own } : null
}

/** The one button behind the link in the letter. Pressed twice it confirms once. */
export const confirmRegistration = (services: Services, holders: Holders, token: string): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const held = await hold(tx, services, holders, await findByToken(tx, digestOfToken(token)))
    if (!held) return { kind: 'no-such-registration' }
    const { gathering, own } = held
    if (own.state !== 'sent') return { kind: 'done' }
    if (gathering.refusal) return { kind: 'refused', refusal: gathering.refusal }
    const now = services.clock.now()
    const state = stateFor(gathering.capacity, (await countStanding(tx, own.subject)).confirmed)
    await moveRegistration(tx, { id: own.id, state, at: now })
    await noteRegistered(tx, gathering, own.subject, { by: 'citizen', at: now })
    const { institutionId } = gathering
    const facts = { title: titleIn(gathering, own.lang), url: services.settings.url, token, state }
    const letter = receivedLetter(own.lang, facts)
    if (own.email !== null)
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: own.email, ...letter })
    return { kind: 'done' }
  })

/** Takes an own registration back; who waits longest moves up. */
export const withdrawByLink = (services: Services, holders: Holders, token: string): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const held = await hold(tx, services, holders, await findByToken(tx, digestOfToken(token)))
    if (!held) return { kind: 'no-such-registration' }
    await withdraw(tx, services, held, 'citizen')
    return { kind: 'done' }
  })

/** The same by the office, for somebody who called. */
export const withdrawByOffice = (
  services: Services,
  holder: RegistrationHolder,
  order: { subject: string; id: string; by: { accountId: string } },
): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const found = await findRegistration(tx, order.id)
    const held = found?.subject === order.subject ? await hold(tx, services, [holder], found) : null
    if (!held) return { kind: 'no-such-registration' }
    await withdraw(tx, services, held, order.by)
    return { kind: 'done' }
  })

async function withdraw(tx: Transaction, services: Services, { gathering, own }: Held, by: ChangedBy): Promise<void> {
  if (own.state === 'withdrawn') return
  const at = services.clock.now()
  await moveRegistration(tx, { id: own.id, state: 'withdrawn', at })
  await noteUnregistered(tx, gathering, own.subject, { by, at })
  await fillSeats(tx, services, gathering, own.subject)
}

export const noteUnregistered = (
  tx: Transaction,
  { institutionId }: Gathering,
  subject: string,
  { by, at }: { by: ChangedBy; at: Date },
): Promise<void> => recordChange(tx, { institutionId, subject, kind: 'unregistered', by, at })

/** Seats that became free go to those who have waited longest; each is told. Of what is over nobody is. */
export async function fillSeats(
  tx: Transaction,
  services: Services,
  gathering: Gathering,
  subject: string,
): Promise<void> {
  if (gathering.refusal) return
  const now = services.clock.now()
  const { confirmed, waiting } = await countStanding(tx, subject)
  const seats = freeSeats(gathering.capacity, confirmed, waiting)
  if (seats === 0) return
  const { institutionId, path } = gathering
  for (const { id, email, lang } of await listWaiting(tx, subject, seats)) {
    await moveRegistration(tx, { id, state: 'confirmed', at: now })
    if (email === null) continue
    const letter = movedUpLetter(lang, { title: titleIn(gathering, lang), url: services.settings.url, path })
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
  }
}
