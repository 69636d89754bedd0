import { digestOfToken } from '#platform/auth/private-link.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import {
  findMeeting,
  listAgenda,
  listMeetingEvents,
  type AgendaItem,
  type CouncilMeeting,
} from '../convening/meeting-queries.ts'
import { isPublicMeeting } from '../convening/convening-rules.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import { callOf, type Call } from './call-texts.ts'
import { listConflicts, listOpenPapers } from './conflict-queries.ts'
import { findInvitationByToken, type Invitation } from './invitation-queries.ts'
import { READABLE_DAYS, refusalToAnswer, titleFor, type AnswerRefusal } from './invitation-rules.ts'
import { textsIn } from './texts.ts'
import {
  countOwn,
  listOwnAttendance,
  listOwnVotes,
  type OwnCounts,
  type OwnMeeting,
  type OwnVote,
} from './own-record-queries.ts'

const SHOWN = 10

export type InvitedItem = {
  id: string
  title: string
  closed: boolean
  withdrawn: boolean
  documents: readonly Document[]
  /** Their own declaration for it; null: none. */
  conflict: { ground: string | null; byLink: boolean } | null
}

export type InvitedView = {
  invitation: Invitation
  member: boolean
  meeting: CouncilMeeting
  call: Call
  institution: InstitutionSummary
  items: readonly InvitedItem[]
  documents: readonly Document[]
  refusal: AnswerRefusal | null
  own: { counts: OwnCounts; meetings: readonly OwnMeeting[]; votes: readonly OwnVote[] } | null
}

/** By the private link; null for one that opens nothing, or nothing any more. */
export async function viewInvited(services: Services, lang: Lang, token: string): Promise<InvitedView | null> {
  const { db, clock } = services
  const invitation = await findInvitationByToken(db, digestOfToken(token))
  const meeting = invitation && (await findMeeting(db, invitation.meetingId))
  if (!invitation || !meeting || !isPublicMeeting(meeting.state)) return null
  const today = civilDateIn(meeting.zone, clock.now())
  if (meeting.day !== null && addDays(meeting.day, READABLE_DAYS) < today) return null
  const institution = await findInstitutionById(db, lang, meeting.institutionId)
  if (!institution) return null
  const member = invitation.personId !== null
  const [items, events] = await Promise.all([listAgenda(db, meeting.id), listMeetingEvents(db, meeting.id)])
  const convened = events.find(({ kind }) => kind === 'convened')
  const call = callOf({ meeting, items, events }, { member, lang, from: Number(convened?.id ?? 0) })
  return {
    invitation,
    member,
    meeting,
    call,
    institution,
    ...(await viewPapers(services, lang, { invitation, meeting, items })),
    refusal: refusalToAnswer(meeting.state),
    own: invitation.personId === null ? null : await viewOwn(services, invitation.personId),
  }
}

type Given = { invitation: Invitation; meeting: CouncilMeeting; items: readonly AgendaItem[] }

/** Members see the papers of every item; guests those that everybody may open. */
async function viewPapers({ db }: Services, lang: Lang, { invitation, meeting, items }: Given) {
  const member = invitation.personId !== null
  const paperIds = [...new Set(items.flatMap(({ paperId }) => paperId ?? []))]
  const open = new Set(member ? paperIds : (await listOpenPapers(db, paperIds)).map(({ id }) => id))
  const refs = [...open].map((id) => refOf(PAPER_KIND, id))
  const ownRef = refOf(MEETING_KIND, meeting.id)
  const [documents, conflicts] = await Promise.all([
    listDocuments(db, [...refs, ...(meeting.closed && !member ? [] : [ownRef])]),
    listConflicts(db, meeting.id),
  ])
  const given = documents.filter((one) => (member ? one.class !== 'confidential' : one.class === 'public'))
  const reader = { member, closedMeeting: meeting.closed, en: lang === 'en' }
  return {
    documents: given.filter(({ subject }) => subject === ownRef),
    items: items.map((item): InvitedItem => {
      const own = conflicts.find((one) => one.itemId === item.id && one.personId === invitation.personId)
      return {
        id: item.id,
        title: titleFor(item, reader) ?? textsIn(lang).call.closedItem,
        closed: item.closed || meeting.closed,
        withdrawn: item.state === 'withdrawn',
        documents:
          item.paperId === null ? [] : given.filter(({ subject }) => subject === refOf(PAPER_KIND, item.paperId ?? '')),
        conflict: own ? { ground: own.ground, byLink: own.how !== 'meeting' } : null,
      }
    }),
  }
}

const viewOwn = async ({ db }: Services, personId: string) => {
  const [counts, meetings, votes] = await Promise.all([
    countOwn(db, personId),
    listOwnAttendance(db, personId, SHOWN),
    listOwnVotes(db, personId, SHOWN),
  ])
  return { counts, meetings, votes }
}
