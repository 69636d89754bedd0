import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listAgenda, listMeetingEvents, lockMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { callMembers } from './call-members.ts'
import { callOf, type CallRows } from './call-texts.ts'
import { linkOf } from './invitation-link.ts'
import { invitationLetter } from './invitation-mail.ts'
import { listInvitations, noteLetter, setLink, type Invitation } from './invitation-queries.ts'
import { isTold, refusalToSend, waitingFor, type SendingRefusal, type Waiting } from './invitation-rules.ts'

export type SendOutcome =
  | { kind: 'sent'; mails: number; letters: number }
  | { kind: 'nothing-waits' }
  | { kind: 'refused'; refusal: SendingRefusal }
  | { kind: 'no-such-meeting' }

type By = { accountId: string }
type Order = { meeting: CouncilMeeting; rows: CallRows; at: Date; by: By }

/**
 * One press: everybody for whom something waits gets it, the call or what changed since their last letter. The meeting is
 * locked, and each letter is noted with it, so that pressed twice, or by two, it goes out once.
 */
export const sendInvitations = (services: Services, meetingId: string, by: By): Promise<SendOutcome> =>
  services.db.begin(async (tx): Promise<SendOutcome> => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return { kind: 'no-such-meeting' }
    const refusal = refusalToSend(meeting.state)
    if (refusal) return { kind: 'refused', refusal }
    const at = services.clock.now()
    await callMembers(tx, meeting, at)
    const order = { meeting, rows: await callRows(tx, meeting), at, by }
    const newest = newestTold(order.rows)
    const counts = { mails: 0, letters: 0 }
    for (const invitation of await listInvitations(tx, meetingId)) {
      const waiting = waitingFor(invitation, newest, meeting.state === 'cancelled')
      if (waiting === null || !(await sendOne(tx, services, order, invitation, waiting))) continue
      counts[invitation.channel === 'mail' ? 'mails' : 'letters'] += 1
    }
    if (counts.mails + counts.letters === 0) return { kind: 'nothing-waits' }
    const { institutionId } = meeting
    await recordChange(tx, { institutionId, subject: refOf(MEETING_KIND, meetingId), kind: 'invitations-sent', by, at })
    return { kind: 'sent', ...counts }
  })

/** All that a letter about a meeting is made of. */
export async function callRows(tx: Transaction, meeting: CouncilMeeting): Promise<CallRows> {
  const [items, events] = [await listAgenda(tx, meeting.id), await listMeetingEvents(tx, meeting.id)]
  return { meeting, items, events }
}

/** The number of the newest event that those who are called hear of; 0: there is none. */
export const newestTold = ({ events }: Pick<CallRows, 'events'>): number =>
  Math.max(0, ...events.filter(({ kind }) => isTold(kind)).map(({ id }) => Number(id)))

async function sendOne(
  tx: Transaction,
  services: Services,
  { meeting, rows, at, by }: Order,
  invitation: Invitation,
  { what, upto }: NonNullable<Waiting>,
): Promise<boolean> {
  const { institutionId } = meeting
  const { id, channel, email, lang, linkNumber } = invitation
  const from = invitation.seenEventId ?? 0
  const link = linkOf(services, invitation)
  const byMail = channel === 'mail' && email !== null
  const reader = { member: invitation.personId !== null, lang, from: what === 'call' ? upto : from }
  const facts = {
    name: invitation.name,
    what,
    call: callOf(rows, reader),
    url: services.settings.url,
    token: link.token,
  }
  await setLink(tx, id, { number: linkNumber, digest: link.digest })
  const letter = byMail
    ? await queueLetter(tx, services, {
        institutionId,
        kind: 'legal',
        recipient: email,
        ...invitationLetter(lang, facts),
      })
    : null
  const row = { invitationId: id, what, from, upto, letterId: letter?.id ?? null, at, by: by.accountId }
  return noteLetter(tx, { ...row, channel: byMail ? 'mail' : 'letter' })
}
