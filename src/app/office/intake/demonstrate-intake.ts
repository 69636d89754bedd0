import type { Official } from '#platform/auth/visitor.ts'
import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { answerCasePoint } from '#platform/intake/answer-point.ts'
import { assignCase } from '#platform/intake/assign-case.ts'
import { submissionOf } from '#platform/intake/case-rules.ts'
import { chooseCaseClock } from '#platform/intake/choose-case-clock.ts'
import { giveNumber, writeDownCase } from '#platform/intake/enter-case.ts'
import { findCaseDetail } from '#platform/intake/office-case-queries.ts'
import { listPoints } from '#platform/intake/point-queries.ts'
import { splitCase } from '#platform/intake/split-case.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { readDemoCases, type DemoCase } from './demo-cases.ts'

/** Invented letters over every way, in both municipalities. What stands is left alone. */
export async function demonstrateIntake(services: Services): Promise<void> {
  for (const [slug, cases] of Object.entries(await readDemoCases())) {
    const institution = await findInstitution(services.db, 'sq', slug)
    if (!institution?.demonstration) continue
    for (const [index, one] of cases.entries()) {
      const id = await enter(services, institution, one, index)
      if (id !== null) await advance(services, institution, id, one)
    }
  }
}

type Place = { id: string; slug: string; zone: string }

async function enter(services: Services, place: Place, one: DemoCase, index: number): Promise<string | null> {
  const { clock, db } = services
  const day = addDays(civilDateIn(place.zone, clock.now()), -one.daysAgo)
  const at = new Date(Math.min(startOfDay(day, place.zone).getTime() + one.hour * 3_600_000, clock.now().getTime()))
  return db.begin(async (tx) => {
    const written = await writeDownCase(tx, services, {
      institutionId: place.id,
      zone: place.zone,
      submissionId: submissionOf(place.id, ['demonstration', String(index)]),
      channel: one.channel,
      lang: 'sq',
      about: one.about,
      words: one.words,
      sender: { name: one.name, postal: one.postal ?? null, telephone: null, email: one.email ?? null },
      leftOut: [],
      happenedOn: one.channel === 'paper' ? addDays(day, -2) : null,
      receivedAt: at,
      receivedTo: 'minute',
      registeredPost: one.channel === 'paper',
      protocolNumber: one.protocol ?? null,
      protocolOn: one.protocol ? day : null,
      contactId: null,
      tokenDigest: null,
      files: [],
      by: 'program',
    })
    if (written.kind === 'there-already') return null
    await giveNumber(tx, services, written.id, 'program')
    return written.id
  })
}

/** Some are assigned, one is split, one is answered: by the demonstration's own people, through the same deeds. */
async function advance(services: Services, place: Place, id: string, one: DemoCase): Promise<void> {
  const clerk = await officialOf(services, place, `klerk`, one.by)
  if (!clerk || one.until === 'new') return
  const version = async () => (await findCaseDetail(services.db, id))?.version ?? 0
  const dueOn = addDays(civilDateIn(place.zone, services.clock.now()), one.dueIn ?? 20)
  const role = one.role ?? 'administrator'
  await assignCase(services, clerk, { caseId: id, version: await version(), to: { role }, dueOn })
  if (one.clock) {
    await chooseCaseClock(services, clerk, { caseId: id, version: await version(), choice: one.clock })
  }
  if (one.points) await splitCase(services, clerk, { caseId: id, version: await version(), points: one.points })
  if (one.until !== 'answered' || !one.answer) return
  for (const point of await listPoints(services.db, id)) {
    const answer = { caseId: id, pointId: point.id, pointVersion: point.version, answer: one.answer, reason: null }
    await answerCasePoint(services, clerk, answer)
  }
}

/** Right enough for the deeds: an account of the demonstration in its own institution. */
async function officialOf(
  { db }: Services,
  place: Place,
  sessionId: string,
  email: string | undefined,
): Promise<Official | null> {
  const account = email === undefined ? null : await findAccountByEmail(db, email)
  if (!account?.demonstration) return null
  const roles = (['clerk', 'administrator'] as const).map((role) => ({ role, institutionId: place.id }))
  return { kind: 'staff', level: 2, sessionId, accountId: account.id, name: account.name, email: account.email, roles }
}
