import { randomUUID } from 'node:crypto'
import { findInstitution, listBodies } from '#platform/institutions/institution-queries.ts'
import { foundBody } from '#platform/institutions/change-body.ts'
import type { BodyFacts } from '#platform/institutions/body-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import type { ItemFields } from './agenda-queries.ts'
import { conveneMeeting } from './convene-meeting.ts'
import { createMeeting, type MeetingForm } from './create-meeting.ts'
import { findMeeting, type CouncilMeeting } from './meeting-queries.ts'
import { findPaper, type Paper, type PaperFields } from './paper-queries.ts'
import { createPaper } from './write-paper.ts'
import { addItems } from './write-agenda.ts'

/** Help for tests: papers and meetings, valid unless a test says otherwise. Only tests import this. */

const BY = 'command-line'

type GivenMeeting = Partial<MeetingForm> & {
  bodyId: string
  state?: 'draft' | 'convened'
  /** How many items stand on its agenda, or what they are. */
  items?: number | readonly Partial<ItemFields>[]
  /** Days from now. */
  inDays?: number
}

export async function givenMeeting(services: Services, given: GivenMeeting): Promise<CouncilMeeting> {
  const { bodyId, state = 'convened', items = 2, inDays = 20, ...changes } = given
  const [body] = await services.db<{ institutionId: string; zone: string }[]>`
    select body.institution_id, institution.zone from platform.bodies as body
    join platform.institutions as institution on institution.id = body.institution_id where body.id = ${bodyId}`
  if (!body) throw new Error(`no body ${bodyId}`)
  const { institutionId, zone } = body
  const day = addDays(civilDateIn(zone, services.clock.now()), inDays)
  const startsAt = new Date(startOfDay(day, zone).getTime() + 10 * 3_600_000)
  const form: MeetingForm = { ...A_MEETING, startsAt, day, ...changes }
  const id = await createMeeting(services, { form, institutionId, bodyId, by: BY, formId: randomUUID() })
  const wanted = typeof items === 'number' ? Array.from({ length: items }, () => ({})) : items
  const rows = wanted.map((fields, n) => ({ ...anItem(n + 1), ...fields, formId: randomUUID() }))
  if (rows.length > 0) await addItems(services, id, rows, { by: BY, seen: null, reason: null })
  const draft = await foundMeeting(services, id)
  if (state === 'draft') return draft
  const order = { by: BY, seen: draft.version, shortNoticeReason: 'Afati i njoftimit nuk mjaftonte' } as const
  const outcome = await conveneMeeting(services, id, order)
  if (outcome !== 'done') throw new Error(`meeting not convened: ${outcome}`)
  return foundMeeting(services, id)
}

/** A body to meet in, where a test needs no members: the council of the institution, or a commission of it. */
export async function givenBody(
  services: Services,
  { institution: slug = 'prova', kind = 'council' }: { institution?: string; kind?: 'council' | 'commission' } = {},
): Promise<{ id: string; institutionId: string }> {
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`no institution ${slug}`)
  const institutionId = institution.id
  const known = (await listBodies(services.db, institutionId)).find((one) => one.kind === kind)
  if (known) return { id: known.id, institutionId }
  const id = randomUUID()
  const name = kind === 'council' ? 'Këshilli i provës' : 'Komisioni i financave'
  const outcome = await foundBody(services, 'program', institutionId, id, { ...A_BODY, kind, name })
  if (outcome.kind !== 'done') throw new Error(`body not founded: ${outcome.kind}`)
  return { id, institutionId }
}

export async function givenPaper(
  services: Services,
  { institutionId, ...fields }: Partial<PaperFields> & { institutionId: string },
): Promise<Paper> {
  const form = { ...A_PAPER, ...fields }
  const id = await createPaper(services, { form, institutionId, by: BY, formId: randomUUID(), aboutRef: null })
  const paper = await findPaper(services.db, id)
  if (!paper) throw new Error(`paper ${id} is gone`)
  return paper
}

async function foundMeeting({ db }: Services, id: string): Promise<CouncilMeeting> {
  const meeting = await findMeeting(db, id)
  if (!meeting) throw new Error(`meeting ${id} is gone`)
  return meeting
}

const A_MEETING: Omit<MeetingForm, 'startsAt' | 'day'> = {
  kind: 'ordinary',
  calledBy: 'chair',
  callReason: null,
  title: null,
  endsAt: null,
  place: 'Salla e këshillit',
  mode: 'in-person',
  onlineUrl: null,
  accessibility: null,
  closed: false,
  closedAskedBy: null,
  closedReason: null,
  jointIds: [],
  callerIds: [],
}

const anItem = (n: number): ItemFields => ({
  title: `Projektvendim për tregun, pika ${n}`,
  titleEn: null,
  kind: 'act',
  paperId: null,
  actKind: 'ordinary',
  rapporteur: null,
  hearingAt: null,
  speakerMinutes: null,
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
})

const A_PAPER: PaperFields = {
  reference: null,
  title: 'Projektvendim për tarifat e tregut',
  titleEn: null,
  summary: null,
  kind: 'draft-decision',
  actKind: 'taxes-and-fees',
  proposerKind: 'mayor',
  proposer: null,
  proposerId: null,
  datedOn: null,
}

const A_BODY: Omit<BodyFacts, 'kind' | 'name'> = {
  nameEn: null,
  nameSr: null,
  parentId: null,
  foundedOn: '2023-05-14',
  orderIssuer: null,
  orderNumber: null,
  orderDate: null,
  orderSubject: null,
}

/** What a form of the office sends for a meeting that is valid. */
export const aMeetingForm = (bodyId: string, changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  organi: bodyId,
  lloji: 'ordinary',
  thirri: 'chair',
  'dita-day': '15',
  'dita-month': '1',
  'dita-year': '2027',
  ora: '10:00',
  vendi: 'Salla e këshillit',
  menyra: 'in-person',
  ...changes,
})

export const aPaperForm = (institutionId: string, changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  institucioni: institutionId,
  titulli: 'Projektvendim për parkimin',
  lloji: 'draft-decision',
  akti: 'ordinary',
  propozuesi: 'mayor',
  ...changes,
})
