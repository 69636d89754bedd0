import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { majorityFor } from '#law/majorities/majorities.ts'
import {
  findMeeting,
  listAgenda,
  listJointBodies,
  listMeetingEvents,
  type CouncilMeeting,
} from '../convening/meeting-queries.ts'
import { listMembersOn, seatsOn, type MemberOn } from '../people/member-queries.ts'
import { councilPermissions as may } from '../permissions.ts'
import { meetingName, whenOf } from './call-texts.ts'
import { listConflicts, type Conflict } from './conflict-queries.ts'
import {
  findInvitation,
  findSetQuorum,
  listInvitations,
  listPaperLetters,
  type Invitation,
} from './invitation-queries.ts'
import { isTold, quorumOf, refusalToSend, waitingFor, type SendingRefusal, type Waiting } from './invitation-rules.ts'

export type CalledView = Invitation & { party: string | null; waiting: Waiting }

export type InvitationsView = {
  meeting: CouncilMeeting
  name: string
  when: string
  institution: InstitutionSummary
  members: readonly CalledView[]
  /** Members who stand on no list yet. */
  unlisted: readonly MemberOn[]
  guests: readonly CalledView[]
  conflicts: readonly (Conflict & { item: string })[]
  counts: { coming: number; remote: number; excused: number; silent: number }
  needed: number | null
  waiting: number
  printed: number
  refusal: SendingRefusal | null
  mayWrite: boolean
  /** Notes and addresses. */
  mayReadPrivate: boolean
}

/** Null: there is none that this official may read. */
export async function viewInvitations(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<InvitationsView | null> {
  const { db, clock } = services
  const meeting = isUuid(id) ? await findMeeting(db, id) : null
  if (!meeting || !mayIn(official, may['council.read'], meeting.institutionId)) return null
  const institution = await findInstitutionById(db, lang, meeting.institutionId)
  if (!institution) return null
  const day = meeting.day ?? civilDateIn(meeting.zone, clock.now())
  const members = await viewMembers(services, meeting, day)
  const { called, conflicts, printed } = await viewCalled(services, meeting, members)
  const listed = called.filter(({ personId }) => personId !== null)
  const standing = new Set(listed.map(({ personId }) => personId))
  const unlisted = members.filter((one) => !standing.has(one.id))
  const waiting = called.filter((one) => one.waiting !== null).length
  return {
    meeting,
    name: meetingName(lang, meeting),
    when: whenOf(lang, meeting),
    institution,
    members: listed,
    unlisted,
    guests: called.filter(({ personId }) => personId === null),
    conflicts,
    counts: countsOf(listed, unlisted.length),
    needed: await neededFor(services, meeting, day),
    waiting: waiting + (meeting.state === 'cancelled' ? 0 : unlisted.length),
    printed,
    refusal: refusalToSend(meeting.state),
    mayWrite: mayIn(official, may['council-meetings.write'], meeting.institutionId),
    mayReadPrivate: mayIn(official, may['council-private.read'], meeting.institutionId),
  }
}

/** Those who stand on the list, each with what waits for them. */
async function viewCalled({ db }: Services, { id, state }: CouncilMeeting, members: readonly MemberOn[]) {
  const [all, events, items, conflicts, letters] = await Promise.all([
    listInvitations(db, id),
    listMeetingEvents(db, id),
    listAgenda(db, id),
    listConflicts(db, id),
    listPaperLetters(db, id),
  ])
  const newest = Math.max(0, ...events.filter(({ kind }) => isTold(kind)).map((event) => Number(event.id)))
  const parties = new Map(members.map((one) => [one.id, one.party]))
  const titles = new Map(items.map((item) => [item.id, item.title]))
  const standing = all.filter(({ endedAt }) => endedAt === null)
  return {
    called: standing.map((one) => ({
      ...one,
      party: parties.get(one.personId ?? '') ?? null,
      waiting: waitingFor(one, newest, state === 'cancelled'),
    })),
    conflicts: conflicts.map((one) => ({ ...one, item: titles.get(one.itemId) ?? '' })),
    printed: letters.length,
  }
}

async function viewMembers({ db }: Services, meeting: CouncilMeeting, day: string): Promise<MemberOn[]> {
  const bodies = [meeting.bodyId, ...(await listJointBodies(db, meeting.id)).map(({ id }) => id)]
  const lists = await Promise.all(bodies.map((bodyId) => listMembersOn(db, bodyId, day)))
  return [...new Map(lists.flat().map((one) => [one.id, one] as const)).values()]
}

const countsOf = (members: readonly Invitation[], unlisted: number) => {
  const count = (answer: Invitation['answer']) => members.filter((one) => one.answer === answer).length
  return {
    coming: count('coming'),
    remote: count('remote'),
    excused: count('excused'),
    silent: count(null) + unlisted,
  }
}

/** What the institution set, else what the law says; null where neither is known. */
async function neededFor({ db }: Services, meeting: CouncilMeeting, day: string): Promise<number | null> {
  const [set, seats] = await Promise.all([findSetQuorum(db, meeting.institutionId), seatsOn(db, meeting.bodyId, day)])
  return quorumOf(set ?? majorityFor(meeting.jurisdiction, 'quorum').fraction, seats)
}

/** One of them, for its own page in the office. */
export async function viewInvitation(
  services: Services,
  lang: Lang,
  official: Official,
  { id, invitation }: { id: string; invitation: string },
): Promise<{ view: InvitationsView; one: CalledView } | null> {
  const found = isUuid(invitation) ? await findInvitation(services.db, invitation) : null
  const view = found?.meetingId === id ? await viewInvitations(services, lang, official, id) : null
  const one = view && [...view.members, ...view.guests].find((called) => called.id === invitation)
  return view && one ? { view, one } : null
}
