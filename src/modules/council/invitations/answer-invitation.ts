import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { listAgenda, lockMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { insertConflict, liftConflict } from './conflict-queries.ts'
import { findInvitationByToken, setAnswer, type Invitation } from './invitation-queries.ts'
import { refusalToAnswer, type AnswerRefusal, type InvitationAnswer } from './invitation-rules.ts'

export type AnswerOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; refusal: AnswerRefusal }
  | { kind: 'no-such-invitation' }
  | { kind: 'no-such-item' }

type Held = { meeting: CouncilMeeting; one: Invitation; at: Date }

/** What one who is called does by their link, as long as the meeting has not begun; the meeting is locked first. */
const byLink = (
  services: Services,
  token: string,
  deed: (tx: Transaction, held: Held) => Promise<AnswerOutcome>,
): Promise<AnswerOutcome> =>
  services.db.begin(async (tx): Promise<AnswerOutcome> => {
    const digest = digestOfToken(token)
    const found = await findInvitationByToken(tx, digest)
    const meeting = found && (await lockMeeting(tx, found.meetingId))
    const one = found && (await findInvitationByToken(tx, digest))
    if (!meeting || !one || meeting.state === 'taken-down') return { kind: 'no-such-invitation' }
    const refusal = refusalToAnswer(meeting.state)
    return refusal ? { kind: 'refused', refusal } : deed(tx, { meeting, one, at: services.clock.now() })
  })

/** Coming, coming from elsewhere, or excused. The last word counts; the same word twice is one. */
export const answerByLink = (
  services: Services,
  token: string,
  { answer, note }: { answer: InvitationAnswer; note: string | null },
): Promise<AnswerOutcome> =>
  byLink(services, token, async (tx, { one, at }) => {
    if (one.answer === answer && one.answerNote === note && one.answeredBy === null) return { kind: 'done' }
    await setAnswer(tx, one.id, { answer, note, by: null, at })
    return { kind: 'done' }
  })

/** A member will not take part in an item. The ground is public when the item opens. */
export const declareConflict = (
  services: Services,
  token: string,
  { itemId, ground }: { itemId: string; ground: string | null },
): Promise<AnswerOutcome> =>
  byLink(services, token, async (tx, { meeting, one, at }) => {
    const items = await listAgenda(tx, meeting.id)
    const { personId } = one
    if (personId === null || !items.some(({ id, state }) => id === itemId && state !== 'withdrawn'))
      return { kind: 'no-such-item' }
    const { id: meetingId, institutionId } = meeting
    if (await insertConflict(tx, { institutionId, meetingId, itemId, personId, ground, how: 'link', at }))
      await note(tx, meeting, 'conflict-declared', at)
    return { kind: 'done' }
  })

export const takeBackConflict = (services: Services, token: string, itemId: string): Promise<AnswerOutcome> =>
  byLink(services, token, async (tx, { meeting, one, at }) => {
    if (one.personId === null) return { kind: 'no-such-item' }
    const lifted = await liftConflict(tx, { meetingId: meeting.id, itemId, personId: one.personId, at })
    if (lifted) await note(tx, meeting, 'conflict-lifted', at)
    return { kind: 'done' }
  })

/** That it was, not of whom: the record of the meeting says that when the item opens. */
const note = (tx: Transaction, { id, institutionId }: CouncilMeeting, kind: string, at: Date): Promise<void> =>
  recordChange(tx, { institutionId, subject: refOf(MEETING_KIND, id), kind, by: 'citizen', at })
