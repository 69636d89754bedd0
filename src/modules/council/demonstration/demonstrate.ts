import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAJORITIES } from '#law/majorities/majorities.ts'
import type { Fraction } from '#law/majorities/majority.ts'
import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, instantAt } from '#platform/time/civil-date.ts'
import { approveMinutes } from '../minutes/approve-minutes.ts'
import { draftMinutes } from '../minutes/draft-minutes.ts'
import { findMinutes, listApprovingVotes } from '../minutes/minutes-queries.ts'
import { listMajoritySettings, writeMajoritySetting } from '../sitting/sitting-queries.ts'
import { commissionMeetings, monthlyMeetings, type PlannedMeeting } from './calendar-rules.ts'
import { DemoCouncils } from './demo-council-rules.ts'
import { at, callMeeting, holdMeeting, type Standing } from './demonstrate-meetings.ts'
import { decideConsulted } from './demonstrate-consulted.ts'
import { seatCouncil, type Seated } from './demonstrate-people.ts'

const FILE = join('db/demo', 'council.json')
const HOUR = 3600

/** Two invented councils with two years of meetings, one next week, and in Albania one that is being held. */
export async function demonstrateCouncils(services: Services): Promise<void> {
  const { councils, matters, words } = DemoCouncils.parse(JSON.parse(await readFile(FILE, 'utf8')))
  for (const demo of councils) {
    const institution = await findInstitution(services.db, 'sq', demo.institution)
    const secretary = await findAccountByEmail(services.db, demo.secretary)
    if (!institution || !secretary) continue
    const { id: institutionId, jurisdiction, zone } = institution
    const standing: Standing = { demo, matters, words, institutionId, jurisdiction, zone }
    const today = civilDateIn(zone, services.clock.now())
    const long = at(services, instantAt(addDays(today, -1100), 9 * HOUR, zone))
    const seated = await seatCouncil(long, standing)
    await setMajorities(long, standing, secretary.id)
    await holdTwoYears(services, standing, { ...seated, secretaryId: secretary.id, today })
    await decideConsulted(services, standing, seated.bodyId)
    await callWhatComes(services, standing, { ...seated, today })
  }
}

/** What the law was not seen to say, as an invented rule of procedure would say it. */
async function setMajorities(services: Services, standing: Standing, by: string): Promise<void> {
  const { institutionId, jurisdiction, words } = standing
  const set = new Set((await listMajoritySettings(services.db, institutionId)).map(({ actKind }) => actKind))
  const open = MAJORITIES.filter((rule) => rule.jurisdiction === jurisdiction && rule.confidence !== 'T')
  await services.db.begin(async (tx) => {
    for (const { for: actKind, fraction } of open) {
      if (set.has(actKind)) continue
      const row = { ...(fraction ?? ofAll(actKind)), actKind, basis: words.basis }
      await writeMajoritySetting(tx, institutionId, { ...row, at: services.clock.now(), by })
    }
  })
}

const OF_ALL: readonly string[] = [
  'quorum',
  'budget',
  'staff-numbers',
  'taxes-and-fees',
  'property',
  'normative',
  'closing-doors',
]

const ofAll = (actKind: string): Fraction => ({
  of: OF_ALL.includes(actKind) ? 'all-members' : 'present',
  numerator: 1,
  denominator: 2,
  strict: true,
})

type Frame = Seated & { secretaryId: string; today: string }

async function holdTwoYears(services: Services, standing: Standing, frame: Frame): Promise<void> {
  const { demo } = standing
  const months = monthlyMeetings(demo.key, frame.today)
  const started = demo.terms[0]?.from ?? ''
  const past = months.filter(({ day }) => day >= started)
  let before: string | null = null
  for (const planned of past) {
    const held = await hold(services, standing, { planned, bodyId: frame.bodyId, items: 5, minutes: before !== null })
    if (held === null) return
    if (before !== null) await approve(services, before, { by: frame.secretaryId, after: held.endedAt })
    await draftMinutes(at(services, held.endedAt), held.id, 'program')
    before = held.id
  }
  for (const [nth, bodyId] of frame.commissionIds.entries())
    for (const planned of commissionMeetings(`${demo.key}-commission-${nth}`, past, nth)) {
      if (planned.day < addDays(started, 30)) continue
      const held = await hold(services, standing, { planned, bodyId, items: 3, minutes: false })
      if (held) await draftMinutes(at(services, held.endedAt), held.id, 'program')
    }
}

type ToHold = { planned: PlannedMeeting; bodyId: string; items: number; minutes: boolean }

async function hold(services: Services, standing: Standing, { planned, bodyId, items, minutes }: ToHold) {
  const startsAt = instantAt(planned.day, standing.demo.hour * HOUR, standing.zone)
  const wanted = { key: planned.key, bodyId, startsAt, notice: 8, items, minutes }
  const meeting = await callMeeting(services, standing, wanted)
  if (!meeting) return null
  const endedAt = await holdMeeting(services, standing, meeting, { key: planned.key, startsAt })
  return { id: meeting.id, endedAt }
}

async function approve(
  services: Services,
  meetingId: string,
  { by, after }: { by: string; after: Date },
): Promise<void> {
  const vote = (await listApprovingVotes(services.db, meetingId)).find(({ result }) => result === 'adopted')
  const minutes = await findMinutes(services.db, meetingId)
  if (!vote || minutes?.state !== 'draft') return
  const order = { approval: { voteId: vote.id }, by: { accountId: by }, seen: minutes.version, formId: null }
  await approveMinutes(at(services, new Date(after.getTime() + 3_600_000)), meetingId, order)
}

type Ahead = Seated & { today: string }

/** The one that a newcomer takes over, and next week's. */
async function callWhatComes(services: Services, standing: Standing, frame: Ahead): Promise<void> {
  if (standing.demo.live) await holdNow(services, standing, frame)
  await callNextWeek(services, standing, frame)
}

/** It began fifty minutes ago; two items are done. */
async function holdNow(services: Services, standing: Standing, { bodyId }: Ahead): Promise<void> {
  const now = services.clock.now().getTime()
  const startsAt = new Date(Math.floor(now / 60_000) * 60_000 - 50 * 60_000)
  const key = `${standing.demo.key}-live`
  const meeting = await callMeeting(services, standing, { key, bodyId, startsAt, notice: 9, items: 7, minutes: true })
  if (meeting) await holdMeeting(services, standing, meeting, { key, startsAt, stopAfter: 2 })
}

/** With a hearing, and an item behind closed doors. */
async function callNextWeek(services: Services, standing: Standing, { bodyId, today }: Ahead): Promise<void> {
  const { demo, zone, words } = standing
  const day = addDays(today, 7)
  const startsAt = instantAt(day, demo.hour * HOUR, zone)
  const hearingAt = instantAt(day, (demo.hour + 2) * HOUR, zone)
  const { sq: title, en: titleEn } = words.hearing
  const more = [
    { title, titleEn, kind: 'hearing' as const, hearingAt, speakerMinutes: 3 },
    { ...words.closed, kind: 'other' as const, closed: true },
  ]
  await callMeeting(services, standing, {
    key: `${demo.key}-next`,
    bodyId,
    startsAt,
    notice: 14,
    items: 6,
    minutes: true,
    more,
  })
}
