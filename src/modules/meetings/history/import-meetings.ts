import { z } from 'zod'
import type { ImportOutcome } from '#platform/door.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { moveMeeting } from '../meeting-queries.ts'
import { enterMeeting } from '../meeting-records.ts'
import type { MeetingKind } from '../meeting-rules.ts'
import { findConsultationRef } from '../published-queries.ts'
import { writtenMeeting } from '../writing/do-with-meeting.ts'
import { insertOutcome, writeAttendance } from '../writing/outcome-queries.ts'
import { tellOfMeeting } from '../writing/tell-meeting.ts'
import { newMeeting, type MeetingForm } from '../writing/write-meeting.ts'

const InBoth = z.object({ sq: z.string(), en: z.string() })

const Past = z.object({
  order: z.int(),
  date_from: z.string(),
  date_to: z.string(),
  kind: z.enum(['workshop', 'gnp_meeting', 'consultative_meeting']),
  place: z.string().nullable(),
  supported_by: z.string().nullable(),
  moderated_by: InBoth.nullable(),
  topic: InBoth,
  audience: InBoth,
  participants: z.array(z.string()),
  outcome: InBoth.nullable(),
})
type Past = z.infer<typeof Past>

const File = z.object({ key: z.string(), institution: z.string(), meetings: z.array(Past) })

const KINDS: Record<Past['kind'], MeetingKind> = {
  workshop: 'workshop',
  gnp_meeting: 'working-group',
  consultative_meeting: 'consultative',
}

/**
 * Takes in the meetings that the plan of a past consultation tells of: held, with what is known of them and no more. Those
 * that stand already are left alone, so that an import can be repeated.
 */
export async function importMeetings(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const file = readFile(content)
  if ('why' in file) return { kind: 'refused', why: file.why }
  return services.db.begin(async (tx): Promise<ImportOutcome> => {
    const institution = await findInstitutionById(tx, 'sq', institutionId)
    if (!institution) return { kind: 'refused', why: 'no such institution' }
    const about = await findConsultationRef(tx, { institutionId, slug: `${file.institution}-${file.key}` })
    let added = 0
    for (const past of file.meetings) {
      const order = { form: formOf(past), institution, by: 'command-line', history: true, about } as const
      const { id, isNew } = await newMeeting(tx, services, { ...order, importKey: `${file.key}-${past.order}` })
      if (!isNew) continue
      await keepPast(tx, services, id, past)
      added += 1
    }
    const known = file.meetings.length - added
    return { kind: 'imported', lines: [`${added} meetings taken in, ${known} stood already`] }
  })
}

function readFile(content: Uint8Array): z.infer<typeof File> | { why: string } {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(content))
  } catch {
    return { why: 'not a JSON file in UTF-8' }
  }
  const read = File.safeParse(json)
  return read.success ? read.data : { why: z.prettifyError(read.error) }
}

const formOf = (past: Past): MeetingForm => ({
  kind: KINDS[past.kind],
  // Where nobody wrote down a place, nobody knows how it was held either.
  mode: past.place === null ? null : 'field',
  title: past.topic.sq,
  titleEn: past.topic.en,
  summary: '',
  summaryEn: '',
  address: past.place,
  onlineUrl: null,
  moderator: past.moderated_by?.sq ?? null,
  moderatorName: null,
  moderatorConsent: false,
  partners: past.supported_by === null ? [] : [past.supported_by],
  audience: [],
  audienceNote: past.audience.sq,
  languages: [],
  accessibility: null,
  capacity: null,
  registration: 'none',
  basisRule: null,
  contactEmail: null,
  days: daysBetween(past).map((day) => ({ day, from: null, to: null })),
  agenda: [],
  bodyIds: [],
  topicIds: [],
  placeIds: [],
})

function daysBetween({ date_from: from, date_to: to }: Past): string[] {
  const days = [from]
  for (let day = from; day < to && days.length < 31; days.push(day)) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  }
  return days
}

/** It was held then and is written down now. What was approved stands as a decision. */
async function keepPast(tx: Transaction, services: Services, id: string, past: Past): Promise<void> {
  const at = services.clock.now()
  await moveMeeting(tx, id, { state: 'held', at })
  const participants = past.participants.map((words) => ({ kind: 'organisation' as const, words }))
  await writeAttendance(tx, id, { attendance: null, participants, at, writtenUp: at })
  const meeting = await writtenMeeting(tx, id)
  if (past.outcome) {
    const kind = past.outcome.en.includes('approved') ? ('decision' as const) : ('conclusion' as const)
    const row = { meetingId: id, institutionId: meeting.institutionId, formId: null, role: null, dueOn: null, at }
    await insertOutcome(tx, { ...row, kind, words: past.outcome.sq, wordsEn: past.outcome.en })
  }
  await tellOfMeeting(tx, meeting, { kind: 'taken-in', change: 'imported', by: 'command-line', at })
  await enterMeeting(tx, services, id)
}
