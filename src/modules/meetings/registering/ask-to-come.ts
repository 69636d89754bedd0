import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findMeetingAt, holdMeeting, type Meeting } from '../meeting-queries.ts'
import { KIND, mayDo, refusalToRegister, type RegistrationRefusal, type Sector } from '../meeting-rules.ts'
import { confirmationLetter, receivedLetter, standingLetter } from './registration-mail.ts'
import {
  contactOf,
  countStanding,
  findStanding,
  insertRegistration,
  isFormKnown,
  setToken,
} from './registration-queries.ts'
import { stateFor, type RegistrationChannel } from './registration-rules.ts'

/** What the form brings, checked. `email` null: somebody at the counter who has none. */
export type Wish = {
  formId: string
  email: string | null
  name: string
  organisation: string | null
  sector: Sector | null
  phone: string | null
  speaks: boolean
  itemId: string | null
  needs: string | null
}

export type WishOutcome =
  /** A letter is on its way; nothing is counted yet. The same answer for who stands on the list already. */
  | { kind: 'sent' }
  | { kind: 'received' }
  | { kind: 'refused'; refusal: RegistrationRefusal }
  | { kind: 'no-such-meeting' }

type Sender = { lang: Lang; citizen: Citizen | null }

/** Somebody asks to come. One address stands on the list once, however often it asks. */
export const askToCome = (
  services: Services,
  slug: string,
  wish: Wish,
  { lang, citizen }: Sender,
): Promise<WishOutcome> =>
  services.db.begin(async (tx): Promise<WishOutcome> => {
    const id = await findMeetingAt(tx, slug)
    const meeting = id === null ? null : await holdMeeting(tx, id)
    if (!meeting || meeting.state === 'taken-down') return { kind: 'no-such-meeting' }
    const refusal = refusalToRegister(meeting, civilDateIn(meeting.zone, services.clock.now()))
    if (refusal) return { kind: 'refused', refusal }
    const answer = { kind: citizen ? 'received' : 'sent' } as const
    if (await isFormKnown(tx, wish.formId)) return answer
    const email = citizen?.email ?? wish.email ?? ''
    await enter(tx, services, meeting, { ...wish, email }, { lang, confirmed: citizen !== null })
    return answer
  })

async function enter(
  tx: Transaction,
  services: Services,
  meeting: Meeting,
  wish: Wish & { email: string },
  { lang, confirmed }: { lang: Lang; confirmed: boolean },
): Promise<void> {
  const { institutionId, id: meetingId, capacity } = meeting
  const now = services.clock.now()
  const contactId = await contactOf(tx, wish.email, lang, now)
  const link = newPrivateLink()
  const facts = { title: titleIn(meeting, lang), url: services.settings.url, token: link.token }
  const letter = { institutionId, kind: 'service', recipient: wish.email, unhurried: true } as const
  const standing = await findStanding(tx, meetingId, contactId)
  if (standing) {
    await setToken(tx, standing.id, link.digest)
    const state = standing.state === 'withdrawn' ? 'sent' : standing.state
    await queueLetter(tx, services, { ...letter, ...standingLetter(lang, { ...facts, state }) })
    return
  }
  const state = confirmed ? stateFor(capacity, (await countStanding(tx, meetingId)).confirmed) : 'sent'
  const common = { meetingId, institutionId, contactId, tokenDigest: link.digest, lang, enteredBy: null, at: now }
  const row = { ...wish, ...common, channel: 'web', state, confirmedAt: confirmed ? now : null } as const
  if ((await insertRegistration(tx, row)) === null) return
  if (state !== 'sent') await noteRegistered(tx, meeting, 'citizen', now)
  const words = state === 'sent' ? confirmationLetter(lang, facts) : receivedLetter(lang, { ...facts, state })
  await queueLetter(tx, services, { ...letter, ...words })
}

export type OfficeWish = Wish & { channel: Exclude<RegistrationChannel, 'web'>; by: { accountId: string } }
export type OfficeWishOutcome = 'done' | 'known' | 'wrong-state' | 'no-such-meeting'

/** The office writes somebody down who asked at the counter, by telephone or by mail: confirmed at once. */
export const enterRegistration = (services: Services, id: string, wish: OfficeWish): Promise<OfficeWishOutcome> =>
  services.db.begin(async (tx): Promise<OfficeWishOutcome> => {
    const meeting = await holdMeeting(tx, id)
    if (!meeting) return 'no-such-meeting'
    if (!mayDo(meeting.state, 'write-up') && meeting.state !== 'postponed') return 'wrong-state'
    if (await isFormKnown(tx, wish.formId)) return 'done'
    const { institutionId, capacity } = meeting
    const now = services.clock.now()
    const contactId = wish.email === null ? null : await contactOf(tx, wish.email, 'sq', now)
    if (contactId !== null && (await findStanding(tx, id, contactId))) return 'known'
    const link = newPrivateLink()
    const state = stateFor(capacity, (await countStanding(tx, id)).confirmed)
    const common = { meetingId: id, institutionId, contactId, lang: 'sq', at: now, confirmedAt: now } as const
    const enteredBy = wish.by.accountId
    await insertRegistration(tx, {
      ...wish,
      ...common,
      tokenDigest: contactId === null ? null : link.digest,
      state,
      enteredBy,
    })
    await noteRegistered(tx, meeting, wish.by, now)
    if (wish.email === null) return 'done'
    const facts = { title: meeting.title, url: services.settings.url, token: link.token, state }
    const letter = receivedLetter('sq', facts)
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: wish.email, ...letter })
    return 'done'
  })

/** That somebody is on the list, never who. */
export const noteRegistered = (tx: Transaction, meeting: Meeting, by: ChangedBy, at: Date): Promise<void> =>
  recordChange(tx, {
    institutionId: meeting.institutionId,
    subject: refOf(KIND, meeting.id),
    kind: 'registered',
    by,
    at,
  })

export const titleIn = ({ title, titleEn }: Pick<Meeting, 'title' | 'titleEn'>, lang: Lang): string =>
  (lang === 'en' && titleEn) || title
