import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { OwnLink, RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { holdMeeting } from '../meeting-queries.ts'
import { KIND } from '../meeting-rules.ts'
import { inEvery, textsIn } from '../texts.ts'
import { registrationUrls } from '../urls.ts'
import { dueBefore, forgetRegistrations } from './forget-registrations.ts'
import {
  countForgotten,
  deleteOfContact,
  holdMeetingsOf,
  listOfContact,
  renameOfContact,
  setToken,
} from './registration-queries.ts'
import { fillSeats } from './settle-registration.ts'

/** A new link for each registration; those in older letters end. */
export async function newLinksOf(
  tx: Transaction,
  _services: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly OwnLink[]> {
  const links: OwnLink[] = []
  for (const { id, title, state } of await listOfContact(tx, lang, contactId)) {
    if (state === 'withdrawn') continue
    const link = newPrivateLink()
    await setToken(tx, id, link.digest)
    links.push({ title: textsIn(lang).own.recordTitle(title), href: registrationUrls.one(link.token) })
  }
  return links
}

/** Nothing of a registration is public, so nothing of it stays; who waits moves up. */
export async function eraseRegistrationsOf(
  tx: Transaction,
  services: Services,
  contactId: string,
  by: ChangedBy,
): Promise<number> {
  const held = await holdMeetingsOf(tx, contactId)
  const count = await deleteOfContact(tx, contactId)
  const at = services.clock.now()
  for (const { id } of held) {
    const meeting = await holdMeeting(tx, id)
    if (!meeting) continue
    const subject = refOf(KIND, id)
    await recordChange(tx, { institutionId: meeting.institutionId, subject, kind: 'unregistered', by, at })
    await fillSeats(tx, services, meeting)
  }
  return count
}

export const renameIn = (tx: Transaction, _services: Services, contactId: string, name: string): Promise<number> =>
  renameOfContact(tx, contactId, name)

export const registrationRetention: readonly RetentionRule[] = [
  {
    id: 'meetings.registrations',
    what: inEvery((t) => t.retention.what),
    howLong: inEvery((t) => t.retention.howLong),
    basis: inEvery((t) => t.retention.basis),
    countDue: ({ db, clock }) => countForgotten(db, dueBefore(clock.now())),
    forget: forgetRegistrations,
  },
]
