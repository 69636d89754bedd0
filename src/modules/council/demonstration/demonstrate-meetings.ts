import type { Services } from '#platform/services.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { conveneMeeting } from '../convening/convene-meeting.ts'
import { createMeeting, type MeetingForm } from '../convening/create-meeting.ts'
import { findMeeting, listAgenda, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { addItems, type AddedItem } from '../convening/write-agenda.ts'
import { createPaper } from '../convening/write-paper.ts'
import { listMembersOn } from '../people/member-queries.ts'
import { actKindFor, majorityOf } from '../sitting/majority-rules.ts'
import { recordEvents } from '../sitting/record-events.ts'
import { readSetup } from '../sitting/setup-queries.ts'
import { listMajoritySettings } from '../sitting/sitting-queries.ts'
import { chanceOf, numberOf } from './chance-rules.ts'
import type { DemoCouncil, DemoCouncils, DemoMatter } from './demo-council-rules.ts'
import { tellSitting } from './story-rules.ts'

const BY = 'command-line'

export type Standing = {
  demo: DemoCouncil
  words: DemoCouncils['words']
  matters: readonly DemoMatter[]
  institutionId: string
  jurisdiction: 'AL' | 'XK'
  zone: string
}

export type Wanted = {
  key: string
  bodyId: string
  startsAt: Date
  /** Days before it at which it is called. */
  notice: number
  items: number
  /** An item that stands in front: the minutes of the last meeting. */
  minutes: boolean
  kind?: MeetingForm['kind']
  more?: readonly Partial<AddedItem>[]
}

type OnDay = Wanted & { day: CivilDate }

/** The same services on a clock that stands still. */
export const at = (services: Services, moment: Date): Services => ({ ...services, clock: { now: () => moment } })

const DAY_MS = 86_400_000

/** A meeting that is called, with its papers. Null: it stands already. */
export async function callMeeting(
  services: Services,
  standing: Standing,
  wanted: Wanted,
): Promise<CouncilMeeting | null> {
  const { demo, institutionId, zone } = standing
  const { startsAt } = wanted
  const day = civilDateIn(zone, startsAt)
  const called = new Date(Math.min(startsAt.getTime() - wanted.notice * DAY_MS, services.clock.now().getTime()))
  const then = at(services, called)
  const formId = numberOf(wanted.key)
  const form: MeetingForm = { ...A_MEETING, kind: wanted.kind ?? 'ordinary', startsAt, day, place: demo.place }
  const order = { form, institutionId, bodyId: wanted.bodyId, by: BY, formId } as const
  const id = await createMeeting(then, order)
  const draft = await findMeeting(services.db, id)
  if (draft?.state !== 'draft') return null
  const items = await itemsFor(then, standing, { ...wanted, day })
  await addItems(then, id, items, { by: BY, seen: null, reason: null })
  const written = await findMeeting(services.db, id)
  const seen = written?.version ?? 0
  const outcome = await conveneMeeting(then, id, { by: BY, seen, shortNoticeReason: standing.words.late })
  if (outcome !== 'done') throw new Error(`the demonstration calls no meeting: ${outcome}`)
  return findMeeting(services.db, id)
}

const A_MEETING: Omit<MeetingForm, 'startsAt' | 'day' | 'place'> = {
  kind: 'ordinary',
  calledBy: 'chair',
  callReason: null,
  title: null,
  endsAt: null,
  mode: 'in-person',
  onlineUrl: null,
  accessibility: null,
  closed: false,
  closedAskedBy: null,
  closedReason: null,
  jointIds: [],
  callerIds: [],
}

const NO_ITEM: Omit<AddedItem, 'formId' | 'title'> = {
  titleEn: null,
  kind: 'other',
  paperId: null,
  actKind: null,
  rapporteur: null,
  hearingAt: null,
  speakerMinutes: null,
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
}

async function itemsFor(services: Services, standing: Standing, wanted: OnDay): Promise<AddedItem[]> {
  const { words } = standing
  const items: AddedItem[] = []
  const formOf = (): string => numberOf(`${wanted.key}/item/${items.length}`)
  if (wanted.minutes) {
    const { sq: title, en: titleEn } = words.minutesItem
    items.push({ ...NO_ITEM, formId: formOf(), title, titleEn, kind: 'minutes', actKind: 'minutes' })
  }
  for (const matter of mattersOf(standing, wanted)) {
    const paperId =
      matter.kind === 'act' || matter.kind === 'report' ? await paperFor(services, standing, wanted, matter) : null
    const item = { title: titleIn(standing, matter), titleEn: matter.en, kind: matter.kind, actKind: matter.act }
    items.push({ ...NO_ITEM, ...item, paperId, formId: formOf(), rapporteur: rapporteurOf(standing, matter) })
  }
  for (const more of wanted.more ?? []) items.push({ ...NO_ITEM, title: '', formId: formOf(), ...more })
  return items
}

const titleIn = ({ jurisdiction }: Standing, { sq, xk }: DemoMatter): string => (jurisdiction === 'XK' && xk) || sq

const rapporteurOf = ({ words }: Standing, { by }: DemoMatter): string | null => (by === 'mayor' ? words.report : null)

/** What belongs to the month comes first; the others by chance, the same each time. */
function mattersOf({ matters }: Standing, { key, day, items }: OnDay): DemoMatter[] {
  if (items === 0) return []
  const chance = chanceOf(`${key}/matters`)
  const month = Number(day.slice(5, 7))
  const fixed = matters.filter((one) => one.month === month)
  const free = matters.filter((one) => one.month === undefined && one.consulted === undefined)
  return [...fixed, ...chance.some(free, Math.max(0, items - fixed.length))]
}

function paperFor(services: Services, standing: Standing, { key }: OnDay, matter: DemoMatter): Promise<string> {
  const formId = numberOf(`${key}/paper/${matter.sq}`)
  const form = {
    reference: null,
    title: titleIn(standing, matter),
    titleEn: matter.en,
    summary: standing.words.summary,
    kind: matter.kind === 'report' ? ('report' as const) : ('draft-decision' as const),
    actKind: matter.act,
    proposerKind: matter.by,
    proposer: null,
    proposerId: null,
    datedOn: civilDateIn(standing.zone, services.clock.now()),
  }
  return createPaper(services, { form, institutionId: standing.institutionId, by: BY, formId, aboutRef: null })
}

/** What happened in it, written down at its end; `stopAfter`: it goes on. Gives the moment of the last event. */
export async function holdMeeting(
  services: Services,
  standing: Standing,
  meeting: CouncilMeeting,
  { key, startsAt, stopAfter }: { key: string; startsAt: Date; stopAfter?: number },
): Promise<Date> {
  const { setup } = await readSetup(services.db, meeting, startsAt)
  const [members, agenda, settings] = await Promise.all([
    listMembersOn(services.db, meeting.bodyId, meeting.day ?? ''),
    listAgenda(services.db, meeting.id),
    listMajoritySettings(services.db, meeting.institutionId),
  ])
  const { words, matters, jurisdiction } = standing
  const titles = new Map(agenda.map(({ id, title }) => [id, title]))
  const matterOf = (item: string) => matters.find((one) => titleIn(standing, one) === titles.get(item))
  const events = tellSitting({
    key,
    setup,
    startsAt,
    chair: members.find(({ role }) => role === 'chair')?.id ?? members[0]?.id ?? null,
    listOf: new Map(members.map(({ id, party }) => [id, party ?? id])),
    temperOf(item) {
      const matter = matterOf(item)
      if (!matter) return { against: 0.02, byName: false }
      return { against: matter.against, byName: matter.roll, secret: matter.secret === true }
    },
    majorityOf: (stage, item) => majorityOf(jurisdiction, actKindFor(stage, item), settings, 'sq').majority,
    words: { ...words, question: (title) => words.question.replace('{title}', title) },
    ...(stopAfter === undefined ? {} : { stopAfter }),
  })
  const last = events.at(-1)
  const endedAt = last === undefined ? startsAt : new Date(last.at)
  const then = at(services, endedAt)
  const recorded = await recordEvents(then, BY, meeting.id, { pen: null, device: null, events })
  if (recorded.kind !== 'recorded') throw new Error(`the demonstration holds no meeting: ${recorded.kind}`)
  return endedAt
}
