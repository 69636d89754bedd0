import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { holdMeeting, type Meeting } from '../meeting-queries.ts'
import { KIND, refusalToRegister, type RegistrationRefusal } from '../meeting-rules.ts'
import { noteRegistered, titleIn } from './ask-to-come.ts'
import { movedUpLetter, receivedLetter } from './registration-mail.ts'
import {
  countStanding,
  findByToken,
  findRegistration,
  listWaiting,
  moveRegistration,
  type Registration,
} from './registration-queries.ts'
import { freeSeats, stateFor } from './registration-rules.ts'

export type SettleOutcome =
  { kind: 'done' } | { kind: 'refused'; refusal: RegistrationRefusal } | { kind: 'no-such-registration' }

/** The meeting is locked first: seats are given one after the other. */
async function hold(
  tx: Transaction,
  found: Registration | null,
): Promise<{ meeting: Meeting; own: Registration } | null> {
  const meeting = found && (await holdMeeting(tx, found.meetingId))
  const own = found && (await findRegistration(tx, found.id))
  return meeting && own ? { meeting, own } : null
}

/** The one button behind the link in the letter. Pressed twice it confirms once. */
export const confirmRegistration = (services: Services, token: string): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const held = await hold(tx, await findByToken(tx, digestOfToken(token)))
    if (!held) return { kind: 'no-such-registration' }
    const { meeting, own } = held
    if (own.state !== 'sent') return { kind: 'done' }
    const now = services.clock.now()
    const refusal = refusalToRegister(meeting, civilDateIn(meeting.zone, now))
    if (refusal) return { kind: 'refused', refusal }
    const state = stateFor(meeting.capacity, (await countStanding(tx, meeting.id)).confirmed)
    await moveRegistration(tx, { id: own.id, state, at: now })
    await noteRegistered(tx, meeting, 'citizen', now)
    const { institutionId } = meeting
    const facts = { title: titleIn(meeting, own.lang), url: services.settings.url, token, state }
    const letter = receivedLetter(own.lang, facts)
    if (own.email !== null)
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: own.email, ...letter })
    return { kind: 'done' }
  })

/** Takes an own registration back; who waits longest moves up. */
export const withdrawByLink = (services: Services, token: string): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const held = await hold(tx, await findByToken(tx, digestOfToken(token)))
    if (!held) return { kind: 'no-such-registration' }
    await withdraw(tx, services, held, 'citizen')
    return { kind: 'done' }
  })

/** The same by the office, for somebody who called. */
export const withdrawByOffice = (
  services: Services,
  order: { meetingId: string; id: string; by: { accountId: string } },
): Promise<SettleOutcome> =>
  services.db.begin(async (tx): Promise<SettleOutcome> => {
    const found = await findRegistration(tx, order.id)
    const held = found?.meetingId === order.meetingId ? await hold(tx, found) : null
    if (!held) return { kind: 'no-such-registration' }
    await withdraw(tx, services, held, order.by)
    return { kind: 'done' }
  })

async function withdraw(
  tx: Transaction,
  services: Services,
  { meeting, own }: { meeting: Meeting; own: Registration },
  by: ChangedBy,
): Promise<void> {
  if (own.state === 'withdrawn') return
  const at = services.clock.now()
  await moveRegistration(tx, { id: own.id, state: 'withdrawn', at })
  const subject = refOf(KIND, meeting.id)
  await recordChange(tx, { institutionId: meeting.institutionId, subject, kind: 'unregistered', by, at })
  await fillSeats(tx, services, meeting)
}

/** Seats that became free go to those who have waited longest; each is told. Of a meeting that is over nobody is. */
export async function fillSeats(tx: Transaction, services: Services, meeting: Meeting): Promise<void> {
  const now = services.clock.now()
  if (refusalToRegister(meeting, civilDateIn(meeting.zone, now))) return
  const { confirmed, waiting } = await countStanding(tx, meeting.id)
  const seats = freeSeats(meeting.capacity, confirmed, waiting)
  if (seats === 0) return
  const { institutionId, slug } = meeting
  for (const { id, email, lang } of await listWaiting(tx, meeting.id, seats)) {
    await moveRegistration(tx, { id, state: 'confirmed', at: now })
    if (email === null) continue
    const letter = movedUpLetter(lang, { title: titleIn(meeting, lang), url: services.settings.url, slug })
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
  }
}
