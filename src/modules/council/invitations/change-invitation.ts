import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { lockMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { callMembers } from './call-members.ts'
import { callOf } from './call-texts.ts'
import { linkOf } from './invitation-link.ts'
import { invitationLetter } from './invitation-mail.ts'
import {
  endInvitation,
  findInvitation,
  insertGuest,
  listInvitations,
  setAnswer,
  setChannel,
  setHanded,
  setLink,
  type Invitation,
} from './invitation-queries.ts'
import {
  INVITATION_LIMITS,
  refusalToAnswer,
  refusalToSend,
  type InvitationAnswer,
  type InvitationChannel,
} from './invitation-rules.ts'
import { callRows, newestTold } from './send-invitations.ts'

export type ChangeOutcome = 'done' | 'no-such-invitation' | 'wrong-state' | 'too-many' | 'no-email'
type By = { accountId: string }
type Which = { meetingId: string; id: string; by: By }

/** What an official does with one of a meeting's invitations; the meeting is locked first. */
const change = (
  services: Services,
  { meetingId, id }: Which,
  deed: (tx: Transaction, held: { meeting: CouncilMeeting; one: Invitation; at: Date }) => Promise<ChangeOutcome>,
): Promise<ChangeOutcome> =>
  services.db.begin(async (tx): Promise<ChangeOutcome> => {
    const meeting = await lockMeeting(tx, meetingId)
    const one = await findInvitation(tx, id)
    if (!meeting || one?.meetingId !== meetingId) return 'no-such-invitation'
    return deed(tx, { meeting, one, at: services.clock.now() })
  })

/** Writes down everybody who is a member: who is called, before anything goes out. */
export const prepareList = (services: Services, meetingId: string): Promise<ChangeOutcome> =>
  services.db.begin(async (tx): Promise<ChangeOutcome> => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return 'no-such-invitation'
    if (refusalToSend(meeting.state) === 'over') return 'wrong-state'
    await callMembers(tx, meeting, services.clock.now())
    return 'done'
  })

export type GuestForm = {
  formId: string
  name: string | null
  post: string | null
  email: string | null
  postal: string | null
  lang: Lang
  channel: InvitationChannel
}

/** The mayor, the representative of the prefect, an expert. */
export const inviteGuest = (services: Services, meetingId: string, guest: GuestForm, by: By): Promise<ChangeOutcome> =>
  services.db.begin(async (tx): Promise<ChangeOutcome> => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return 'no-such-invitation'
    if (refusalToSend(meeting.state) === 'over') return 'wrong-state'
    const guests = (await listInvitations(tx, meetingId)).filter((one) => one.personId === null && one.endedAt === null)
    if (guests.length >= INVITATION_LIMITS.guests) return 'too-many'
    const { institutionId } = meeting
    const at = services.clock.now()
    if (!(await insertGuest(tx, { ...guest, meetingId, institutionId, at }))) return 'done'
    const subject = refOf(MEETING_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: 'guest-invited', by, at })
    return 'done'
  })

export const chooseChannel = (services: Services, which: Which, channel: InvitationChannel): Promise<ChangeOutcome> =>
  change(services, which, async (tx, { one, at }) => {
    if (channel === 'mail' && one.email === null) return 'no-email'
    await setChannel(tx, one.id, channel, at)
    return 'done'
  })

/** A guest is called no more. A member is one as long as the mandate lasts. */
export const takeBackGuest = (services: Services, which: Which): Promise<ChangeOutcome> =>
  change(services, which, async (tx, { one, at }) => {
    if (one.personId !== null) return 'wrong-state'
    await endInvitation(tx, one.id, at)
    return 'done'
  })

/** Given by hand: when, and to whom. They know of all that happened until now. */
export const noteHandedOver = (
  services: Services,
  which: Which,
  { at, note }: { at: Date; note: string },
): Promise<ChangeOutcome> =>
  change(services, which, async (tx, { meeting, one, at: now }) => {
    if (refusalToSend(meeting.state) === 'draft') return 'wrong-state'
    const seen = newestTold(await callRows(tx, meeting))
    await setHanded(tx, one.id, { at, note, seen, now })
    return 'done'
  })

/** An answer that came by telephone. */
export const noteAnswer = (
  services: Services,
  which: Which,
  { answer, note }: { answer: InvitationAnswer; note: string | null },
): Promise<ChangeOutcome> =>
  change(services, which, async (tx, { meeting, one, at }) => {
    if (one.endedAt !== null || refusalToAnswer(meeting.state) !== null) return 'wrong-state'
    await setAnswer(tx, one.id, { answer, note, by: which.by.accountId, at })
    return 'done'
  })

/** Somebody lost their letter: another link, by mail; the one before opens nothing any more. */
export const sendNewLink = (services: Services, which: Which): Promise<ChangeOutcome> =>
  change(services, which, async (tx, { meeting, one }) => {
    if (one.endedAt !== null || one.seenEventId === null) return 'wrong-state'
    const linkNumber = one.linkNumber + 1
    const link = linkOf(services, { id: one.id, linkNumber })
    await setLink(tx, one.id, { number: linkNumber, digest: link.digest })
    // Without an address the next print of the letters carries it.
    if (one.email === null) return 'done'
    const reader = { member: one.personId !== null, lang: one.lang, from: one.seenEventId }
    const call = callOf(await callRows(tx, meeting), reader)
    const facts = { name: one.name, what: 'link', call, url: services.settings.url, token: link.token } as const
    const { institutionId } = meeting
    const letter = invitationLetter(one.lang, facts)
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: one.email, ...letter })
    return 'done'
  })
