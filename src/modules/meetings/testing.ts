import { randomUUID } from 'node:crypto'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { findMeeting, type Meeting } from './meeting-queries.ts'
import { publishMeeting } from './writing/announce-meeting.ts'
import { writeUpMeeting } from './writing/write-up.ts'
import { createMeeting, type MeetingForm } from './writing/write-meeting.ts'

/** Help for tests: meetings, valid unless a test says otherwise. Only tests import this. */

type Changes = Partial<MeetingForm> & { institution?: string; inDays?: number; about?: string; history?: boolean }

const BY = 'command-line'

export async function givenMeetingDraft(services: Services, changes: Changes = {}): Promise<Meeting> {
  const { institution: slug = 'prova', inDays = 30, about = null, history = false, ...fields } = changes
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`no institution ${slug}`)
  const day = addDays(civilDateIn(institution.zone, services.clock.now()), inDays)
  const form: MeetingForm = { ...A_MEETING, days: [{ day, from: '10:00', to: '12:00' }], ...fields }
  return found(
    services,
    await createMeeting(services, { form, institution, by: BY, formId: randomUUID(), about, history }),
  )
}

export async function givenMeeting(services: Services, changes: Changes = {}): Promise<Meeting> {
  const { id, version } = await givenMeetingDraft(services, changes)
  await publishMeeting(services, id, { by: BY, seen: version })
  return found(services, id)
}

/** Held some days ago, and written up. */
export async function givenHeldMeeting(services: Services, changes: Changes = {}): Promise<Meeting> {
  const { id, version } = await givenMeeting(services, { inDays: -3, ...changes })
  const attendance = [{ sector: 'citizen', total: 12, women: 7, men: 5 }] as const
  await writeUpMeeting(services, id, { attendance, participants: [], reason: null, by: BY, seen: version })
  return found(services, id)
}

async function found({ db }: Services, id: string): Promise<Meeting> {
  const meeting = await findMeeting(db, id)
  if (!meeting) throw new Error(`meeting ${id} is gone`)
  return meeting
}

const A_MEETING: Omit<MeetingForm, 'days'> = {
  kind: 'public-hearing',
  mode: 'both',
  title: 'Dëgjesë për tregun e fshatit',
  titleEn: 'Hearing on the village market',
  summary: 'Banorët thonë çfarë mendojnë për ditët dhe tarifat e tregut.',
  summaryEn: 'Residents say what they think about the days and fees of the market.',
  address: 'Salla e këshillit',
  onlineUrl: 'https://takime.example/tregu',
  moderator: 'Koordinatori i konsultimit',
  moderatorName: null,
  moderatorConsent: false,
  partners: ['Shoqata e tregtarëve'],
  audience: ['citizen', 'business'],
  audienceNote: null,
  languages: ['sq'],
  accessibility: 'Hyrje me pjerrinë.',
  capacity: null,
  registration: 'attend-and-speak',
  basisRule: null,
  contactEmail: 'takime@zyra.example',
  agenda: [
    { from: '10:00', title: 'Hapja' },
    { from: '10:15', title: 'Tarifat e tregut' },
  ],
  bodyIds: [],
  topicIds: [],
  placeIds: [],
}

/** What a form of the office sends for a meeting that is valid. */
export const aMeetingForm = (institutionId: string, changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  institucioni: institutionId,
  titulli: 'Takim me banorët e lagjes',
  lloji: 'consultative',
  'dita-1-day': '15',
  'dita-1-month': '1',
  'dita-1-year': '2027',
  'dita-1-nga': '10:00',
  'dita-1-deri': '12:00',
  menyra: 'field',
  adresa: 'Shkolla e fshatit',
  rendi: '10:00 Hapja\nPyetje të banorëve',
  gjuhet: 'sq',
  regjistrimi: 'attend',
  ...changes,
})

export const aRegistration = (email: string, changes: Record<string, string> = {}): Record<string, string> => ({
  dergesa: randomUUID(),
  emri: 'Zefirinë Vjenëse',
  adresa: email,
  ...changes,
})
