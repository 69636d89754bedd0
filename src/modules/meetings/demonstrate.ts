import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { importMeetings } from './history/import-meetings.ts'
import { listAgenda } from './agenda-queries.ts'
import { draftDigest, MEETING_KINDS, MODES, REGISTRATION_KINDS, SECTORS } from './meeting-rules.ts'
import { findConsultationToMeetAbout } from './published-queries.ts'
import { publishMeeting } from './writing/announce-meeting.ts'
import { addOutcome, writeMinutes, writeUpMeeting } from './writing/write-up.ts'
import { newMeeting, type MeetingForm } from './writing/write-meeting.ts'

const FOLDER = 'db/demo'
const InBoth = z.object({ sq: z.string(), en: z.string() })

const Demo = z.object({
  key: z.string(),
  institution: z.string(),
  kind: z.enum(MEETING_KINDS),
  mode: z.enum(MODES),
  title: InBoth,
  summary: InBoth,
  address: z.string().nullable(),
  online: z.string().nullable(),
  moderator: z.string(),
  audience: z.array(z.enum(SECTORS)),
  capacity: z.int().nullable(),
  registration: z.enum(REGISTRATION_KINDS),
  agenda: z.array(z.object({ from: z.string(), title: z.string(), minutes: z.string().optional() })),
  contact: z.string(),
  /** Days from today; announced some days before. */
  day: z.int(),
  from: z.string(),
  to: z.string(),
  announced_day: z.int(),
  held: z
    .object({
      attendance: z.array(
        z.object({ sector: z.enum(SECTORS), total: z.int(), women: z.int().nullable(), men: z.int().nullable() }),
      ),
      minutes: z.string(),
      conclusions: z.array(InBoth),
    })
    .optional(),
})
type Demo = z.infer<typeof Demo>

/** For each demonstration municipality a meeting ahead and one that was held; and those of a strategy of the past. */
export async function demonstrateMeetings(services: Services): Promise<void> {
  const { meetings } = z
    .object({ meetings: z.array(Demo) })
    .parse(JSON.parse(await readFile(join(FOLDER, 'meetings.json'), 'utf8')))
  for (const one of meetings) await demonstrateOne(services, one)
  const ministry = await findInstitution(services.db, 'sq', 'mb')
  const past = backThen(services, new Date(services.clock.now().getTime() - 60 * 86_400_000))
  if (ministry) await importMeetings(past, ministry.id, await readFile(join(FOLDER, 'migration-strategy.json')))
}

/** The same services on a clock that stands still in the past. */
const backThen = (services: Services, moment: Date): Services => ({ ...services, clock: { now: () => moment } })

async function demonstrateOne(services: Services, demo: Demo): Promise<void> {
  const institution = await findInstitution(services.db, 'sq', demo.institution)
  if (!institution) return
  const today = civilDateIn(institution.zone, services.clock.now())
  const at = (day: number, hour: number): Services => {
    const moment = new Date(startOfDay(addDays(today, day), institution.zone).getTime() + hour * 3_600_000)
    return backThen(services, moment < services.clock.now() ? moment : services.clock.now())
  }
  const announced = at(demo.announced_day, 9)
  const id = await draft(announced, institution, demo, addDays(today, demo.day))
  if (id === null) return
  await publishMeeting(announced, id, { by: 'program', seen: 1 })
  if (demo.held) await writeUp(at(demo.day + 1, 11), id, demo, demo.held)
}

/** Null: it stands already. */
async function draft(
  services: Services,
  institution: InstitutionSummary,
  demo: Demo,
  day: string,
): Promise<string | null> {
  const about = await findConsultationToMeetAbout(services.db, institution.id)
  const form = formOf(demo, day)
  const order = { form, institution, by: 'program', importKey: `demo-${demo.key}`, about } as const
  return services.db.begin(async (tx) => {
    const { id, isNew } = await newMeeting(tx, services, order)
    return isNew ? id : null
  })
}

const formOf = (demo: Demo, day: string): MeetingForm => ({
  kind: demo.kind,
  mode: demo.mode,
  title: demo.title.sq,
  titleEn: demo.title.en,
  summary: demo.summary.sq,
  summaryEn: demo.summary.en,
  address: demo.address,
  onlineUrl: demo.online,
  moderator: demo.moderator,
  moderatorName: null,
  moderatorConsent: false,
  partners: [],
  audience: demo.audience,
  audienceNote: null,
  languages: ['sq'],
  accessibility: null,
  capacity: demo.capacity,
  registration: demo.registration,
  basisRule: null,
  contactEmail: demo.contact,
  days: [{ day, from: demo.from, to: demo.to }],
  agenda: demo.agenda.map(({ from, title }) => ({ from, title })),
  bodyIds: [],
  topicIds: [],
  placeIds: [],
})

async function writeUp(services: Services, id: string, demo: Demo, held: NonNullable<Demo['held']>): Promise<void> {
  const by = 'program'
  await writeUpMeeting(services, id, { attendance: held.attendance, participants: [], reason: null, by, seen: 2 })
  const items = await listAgenda(services.db, id)
  const seen = draftDigest([null, ...items.map(() => null)])
  const said = items.map((item, at) => ({ id: item.id, words: demo.agenda[at]?.minutes ?? '' }))
  await writeMinutes(services, id, { whole: held.minutes, items: said, publish: true, seen, reason: null, by })
  for (const { sq, en } of held.conclusions) {
    const order = { kind: 'conclusion', words: sq, wordsEn: en, role: 'consultation-coordinator' } as const
    await addOutcome(services, id, { ...order, dueOn: null, formId: null, by })
  }
}
