import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { OfficeTile } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { CONVENING_SLOT, MEETING_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { findLastMeeting } from './agenda-queries.ts'
import {
  isPublicMeeting,
  isShortNotice,
  MEETING_STATES,
  nextStepOf,
  refusalToConvene,
  thirdOf,
  type ConveningRefusal,
  type CouncilMeetingState,
  type NextStep,
} from './convening-rules.ts'
import {
  findMeeting,
  listAgenda,
  listCallers,
  listJointBodies,
  listMeetingEvents,
  type AgendaItem,
  type CouncilMeeting,
  type MeetingBody,
  type MeetingCaller,
  type MeetingEvent,
} from './meeting-queries.ts'
import {
  countInvited,
  countSeats,
  countWaitingMeetings,
  findBodyClock,
  findMinutesState,
  keyOfMeeting,
  listMeetingBodies,
  listOfficeMeetings,
  listPostings,
  listSeated,
  type BodyChoice,
  type MemberChoice,
  type OfficeMeetingRow,
  type Posting,
} from './office-queries.ts'
import { conveningTexts, meetingName } from './texts.ts'
import { conveningUrls } from './urls.ts'

const PAGE = 50

export type OfficeListView = {
  items: OfficeMeetingRow[]
  bodies: BodyChoice[]
  bodyId: string | null
  state: CouncilMeetingState | null
  year: number | null
  years: number[]
  older: string | null
  paged: boolean
  mayWrite: boolean
}

export async function viewOfficeList(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<OfficeListView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const state = MEETING_STATES.find((one) => one === query.gjendja) ?? null
  const bodyId = isUuid(query.organi ?? '') ? (query.organi ?? null) : null
  const now = clock.now().getUTCFullYear()
  const years = Array.from({ length: 12 }, (_, n) => now + 1 - n)
  const year = years.find((one) => String(one) === query.viti) ?? null
  const before = readListKey(query.para)
  const [listed, bodies] = await Promise.all([
    listOfficeMeetings(db, { institutions, bodyId, state, year }, before, PAGE + 1),
    listMeetingBodies(db, lang, institutions),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    bodies,
    bodyId,
    state,
    year,
    years,
    older: listed.length > PAGE && last ? writeListKey(keyOfMeeting(last)) : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['council-meetings.write'])?.length !== 0,
  }
}

export type OfficeMeetingView = {
  meeting: CouncilMeeting
  name: string
  institution: InstitutionSummary
  items: AgendaItem[]
  joint: MeetingBody[]
  callers: MeetingCaller[]
  /** Where members asked for it: whether they are one third of the seats. */
  third: { asked: number; seats: number; needed: number; enough: boolean } | null
  events: MeetingEvent[]
  postings: Posting[]
  documents: Document[]
  notice: DeadlineView | null
  /** Convened now, the notice would come later than its clock asks. */
  late: boolean
  minutes: string | null
  /** How many were sent or handed their invitation. */
  invited: number
  /** Why it cannot be convened yet, or null. */
  missing: ConveningRefusal | null
  next: NextStep | null
  /** Convened, but the notice came after the day of its clock. */
  noticedLateOn: string | null
  mayWrite: boolean
  mayTakeDown: boolean
}

/** Null: there is none that this official may read. */
export async function viewOfficeMeeting(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeMeetingView | null> {
  const { db, clock } = services
  const meeting = isUuid(id) ? await findMeeting(db, id) : null
  if (!meeting || !mayIn(official, may['council.read'], meeting.institutionId)) return null
  const { institutionId, zone, day, calledBy } = meeting
  const today = civilDateIn(zone, clock.now())
  const institution = await findInstitutionById(db, lang, institutionId)
  if (!institution) return null
  const [parts, notice, seats] = await Promise.all([
    readParts(services, id),
    deadlineView(services, lang, refOf(MEETING_KIND, id), CONVENING_SLOT),
    calledBy === 'members' ? countSeats(db, institutionId, day ?? today) : null,
  ])
  const asked = parts.callers.length
  const planned = notice?.deadline.state === 'planned' ? notice.deadline.dueOn : null
  const missing = refusalToConvene(meeting, parts.items)
  const noticed = meeting.convenedAt === null ? null : civilDateIn(zone, meeting.convenedAt)
  return {
    ...parts,
    meeting,
    institution,
    notice,
    name: meetingName(lang, meeting),
    third: seats === null ? null : { asked, seats, ...thirdOf(seats, asked) },
    late: isShortNotice(planned, today),
    missing,
    next: nextStepOf(meeting.state, { ...parts, missing }),
    noticedLateOn: noticed !== null && isShortNotice(notice?.deadline.dueOn ?? null, noticed) ? noticed : null,
    mayWrite: mayIn(official, may['council-meetings.write'], institutionId),
    mayTakeDown:
      isPublicMeeting(meeting.state) && mayIn(official, takedownPermissions['takedowns.take'], institutionId),
  }
}

/** What stands with it. */
async function readParts({ db }: Pick<Services, 'db'>, id: string) {
  const [items, joint, callers, events, postings, documents, minutes, invited] = await Promise.all([
    listAgenda(db, id),
    listJointBodies(db, id),
    listCallers(db, id),
    listMeetingEvents(db, id),
    listPostings(db, id),
    listDocuments(db, [refOf(MEETING_KIND, id)]),
    findMinutesState(db, id),
    countInvited(db, id),
  ])
  return { items, joint, callers, events, postings, documents, minutes, invited }
}

export type MeetingFormView = { bodies: BodyChoice[]; members: MemberChoice[] }

/** The bodies in which this official may call a meeting; the members of one institution, where there is one. */
export async function viewMeetingForm(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  institutionId: string | null = null,
): Promise<MeetingFormView> {
  const bodies = await listMeetingBodies(db, lang, institutionsWhere(official, may['council-meetings.write']))
  const ids = [...new Set(bodies.map((one) => one.institutionId))]
  const only = institutionId ?? (ids.length === 1 ? (ids[0] ?? null) : null)
  const today = civilDateIn('Europe/Tirane', clock.now())
  return {
    bodies: institutionId === null ? bodies : bodies.filter((one) => one.institutionId === institutionId),
    members: only === null ? [] : await listSeated(db, only, today),
  }
}

/** What waits, for the first page of the office. */
export async function conveningTiles({ db, clock }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const institutions = institutionsWhere(official, may['council.read'])
  if (institutions?.length === 0) return []
  const counts = await countWaitingMeetings(db, institutions, clock.now())
  const t = conveningTexts(lang).tiles
  const list = inLanguage(lang, conveningUrls.meetings())
  return [
    { title: t.ahead, count: counts.ahead, href: `${list}?gjendja=convened` },
    ...(counts.notice > 0 ? [{ title: t.notice, count: counts.notice, href: `${list}?gjendja=draft` }] : []),
  ]
}

/** The body a meeting is to be called in: its clock and country, and the meeting whose agenda can be copied. */
export async function viewBodyToCall(
  { db }: Pick<Services, 'db'>,
  bodyId: string,
): Promise<{ zone: string; jurisdiction: 'AL' | 'XK'; lastMeetingId: string | null } | null> {
  const [found, last] = await Promise.all([
    findBodyClock(db, bodyId),
    findLastMeeting(db, { bodyId, meetingId: NOBODY }),
  ])
  return found && { ...found, lastMeetingId: last?.id ?? null }
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
