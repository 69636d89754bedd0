import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { jobHandlers } from '#app/worker.ts'
import { answerNow, answerPeople } from '#modules/consultations/answers/answer-testing.ts'
import type { Decision, NotConsideredGround } from '#modules/consultations/answers/answer-rules.ts'
import { correctAnswer } from '#modules/consultations/answers/correct-answer.ts'
import { decideAnswers } from '#modules/consultations/answers/decide-answer.ts'
import { publishAnswers } from '#modules/consultations/answers/publish-answers.ts'
import { rewriteAnswer, writeAnswer } from '#modules/consultations/answers/write-answer.ts'
import { newestVersion, nodeOf } from '#modules/consultations/effects/effects-testing.ts'
import { linkEffects } from '#modules/consultations/effects/link-effect.ts'
import { gatherMonitoring, findMonitoredConsultation } from '#modules/consultations/monitoring/gather-queries.ts'
import { contentOf, lockOf, startWritten } from '#modules/consultations/monitoring/monitoring-rules.ts'
import { publishMonitoring } from '#modules/consultations/monitoring/publish-monitoring.ts'
import { saveMonitoring } from '#modules/consultations/monitoring/save-monitoring.ts'
import { givenRedraft, REDRAFT } from '#modules/consultations/redraft-testing.ts'
import { conclude } from '#modules/consultations/report/report-testing.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { POINTS } from './voices.ts'
import { at, work, type Voice, type World } from './world.ts'

type Said = { decision: Decision; ground?: NotConsideredGround; by?: 'coordinator' | 'drafter' }

/** One answer to all of these, put before the head. A group is answered as a group. */
async function answer(world: World, lot: string, voices: readonly Voice[], said: Said): Promise<string> {
  const people = await answerPeople(world.web.services, world.slug)
  const ids = voices.map(({ id }) => id)
  const outcome = await writeAnswer(world.web.services, people[said.by ?? 'coordinator'], {
    of: lot === 'letter' ? { group: world.groupId } : { comments: ids },
    decision: said.decision,
    ground: said.ground ?? null,
    reason: `Arsyetimi për ${lot}: u pa çdo fjalë e tij.`,
    form: randomUUID(),
    propose: true,
  })
  expect(outcome).toMatchObject({ kind: 'written', answered: voices.length, left: 0 })
  const id = outcome.kind === 'written' ? outcome.id : ''
  for (const voice of voices) Object.assign(voice, { decision: said.decision, answerId: id })
  world.answers.set(id, { decision: said.decision, lot })
  return id
}

const LOTS: Record<string, Said> = {
  letter: { decision: 'partly-accepted' },
  wording: { decision: 'accepted', by: 'drafter' },
  passage: { decision: 'accepted' },
  questions: { decision: 'outside-scope' },
  hidden: { decision: 'rejected' },
  waiting: { decision: 'rejected' },
  held: { decision: 'not-considered', ground: 'held' },
  'late-site': { decision: 'rejected' },
  late: { decision: 'not-considered', ground: 'late' },
  email: { decision: 'accepted' },
  post: { decision: 'rejected' },
  counter: { decision: 'rejected', by: 'drafter' },
  phone: { decision: 'outside-scope' },
  meeting: { decision: 'partly-accepted' },
  table: { decision: 'rejected' },
  joint: { decision: 'partly-accepted', by: 'drafter' },
}

/** All but the last point of the letter: proposed by coordinator or drafters, decided by the head, published at once. */
export async function answered(world: World): Promise<void> {
  at(world, '10-12')
  const of = (lot: string) => world.voices.filter((voice) => voice.lot === lot)
  for (const [lot, said] of Object.entries(LOTS)) await answer(world, lot, of(lot), said)
  const points = of('split')
  await answer(world, 'split', points.slice(0, 20), { decision: 'rejected', by: 'drafter' })
  await answer(world, 'split', points.slice(20, POINTS - 1), { decision: 'accepted', by: 'drafter' })
  for (const [n, voice] of [...of('organisation'), ...of('three')].entries())
    await answer(world, voice.lot, [voice], { decision: n % 2 ? 'accepted' : 'rejected' })
  const plain = of('plain')
  for (const [n, voice] of plain.slice(0, 30).entries())
    await answer(world, 'plain', [voice], { decision: n % 3 ? 'rejected' : 'partly-accepted' })
  await answer(world, 'plain', plain.slice(30), { decision: 'rejected' })
  await decidedAndPublished(world, world.answers.size)
}

async function decidedAndPublished(world: World, count: number): Promise<void> {
  const { services } = world.web
  const { head, coordinator } = await answerPeople(services, world.slug)
  const proposed = await world.db<{ id: string; revision: number }[]>`
    select id, revision from consultations.answers
    where consultation_id = ${world.consultation.id} and state = 'proposed' order by id`
  expect(await decideAnswers(services, coordinator, proposed.slice(0, 1))).toMatchObject({ done: 0 })
  expect(await decideAnswers(services, head, proposed)).toEqual({ done: count, left: 0, samePerson: 0 })
  services.clock.passMinutes(60)
  const order = { consultationId: world.consultation.id, ids: null, form: randomUUID() }
  expect(await publishAnswers(services, coordinator, order)).toEqual({ kind: 'published', done: count, left: 0 })
  services.clock.passMinutes(5)
  await work(world)
}

export const CORRECTION = 'Në arsyetim mungonte dita.'

/** The answer to those who answered questions is corrected where everybody sees it. */
export async function corrected(world: World): Promise<void> {
  const { services } = world.web
  at(world, '10-14')
  const { coordinator } = await answerPeople(services, world.slug)
  const id = world.voices.find(({ lot }) => lot === 'questions')?.answerId ?? ''
  const { revision } = await answerNow(services, id)
  const begin = { revision, form: randomUUID(), correction: CORRECTION }
  expect(await correctAnswer(services, coordinator, id, begin)).toEqual({ kind: 'done' })
  const words = { decision: 'outside-scope', ground: null, reason: 'Kjo i takon një rregulloreje tjetër.' } as const
  const anew = { ...words, correction: CORRECTION, form: randomUUID(), propose: true }
  const now = (await answerNow(services, id)).revision
  expect(await rewriteAnswer(services, coordinator, id, { ...anew, revision: now })).toMatchObject({ kind: 'written' })
  await decidedAndPublished(world, 1)
}

/** The second version of the text, changed because of those who proposed a wording. */
export async function textChanged(world: World): Promise<{ nodeId: string }> {
  const { services } = world.web
  at(world, '10-16')
  await givenRedraft(services, world.consultation, REDRAFT)
  const versionId = await newestVersion(services, world.consultation.id)
  const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
  const { coordinator } = await answerPeople(services, world.slug)
  const answerId = world.voices.find(({ lot }) => lot === 'wording')?.answerId ?? ''
  const links = [{ answerId, nodeId, gone: false }]
  const order = { consultationId: world.consultation.id, versionId, links, form: randomUUID() }
  expect(await linkEffects(services, coordinator, order)).toEqual({ kind: 'linked', number: 1 })
  await work(world)
  return { nodeId }
}

/** The last point blocks the conclusion and is named; answered, nothing does. */
export async function concluded(world: World): Promise<void> {
  const { services } = world.web
  at(world, '10-19')
  const last = world.voices.findLast(({ lot }) => lot === 'split')
  if (!last) throw new Error('no letter of many points')
  expect(await conclude(services, world.consultation)).toMatchObject({
    kind: 'unanswered',
    count: 1,
    comments: [{ code: last.code, answerState: 'none', answerVersion: 0 }],
  })
  await answer(world, 'split', [last], { decision: 'outside-scope' })
  await decidedAndPublished(world, 1)
  at(world, '10-20')
  expect(await conclude(services, world.consultation)).toEqual({ kind: 'concluded' })
  await work(world)
  // Whatever was left is told at night: nothing is.
  await jobHandlers(services)['consultations.tell-what-is-left']?.({})
}

/** The monitoring form with what was reached, as it is counted. */
export async function monitored(world: World): Promise<void> {
  const { services } = world.web
  at(world, '10-21')
  const { coordinator } = await answerPeople(services, world.slug)
  const consultation = await findMonitoredConsultation(world.db, world.planId)
  if (!consultation) throw new Error('the plan has no consultation')
  const dayOf = (moment: Date) => civilDateIn(world.consultation.institution.zone, moment)
  const gathered = await gatherMonitoring(world.db, world.planId, consultation, dayOf, services.clock.now())
  if (!gathered) throw new Error('nothing to monitor')
  const written = startWritten(gathered.planned, gathered.adopted)
  const saved = await saveMonitoring(services, coordinator, { planId: world.planId, revision: 0, written })
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved))
  const lock = lockOf(saved.revision, contentOf(gathered, written))
  expect(await publishMonitoring(services, coordinator, { planId: world.planId, lock, reason: null })).toEqual({
    kind: 'published',
    version: 1,
    stage: 'final',
  })
}
