import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Official, Role } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { linkEffects } from '../effects/link-effect.ts'
import { concludeConsultation } from '../report/conclude-consultation.ts'
import { decideAnswer } from './decide-answer.ts'
import {
  findDemoAccount,
  findUnansweredDemo,
  listChangedInArticle,
  listDemoComments,
  type DemoMatter,
} from './demonstrate-queries.ts'
import { publishAnswers } from './publish-answers.ts'
import { writeAnswer } from './write-answer.ts'

const Words = z.object({
  /** How the comment begins. */
  words: z.string(),
  decision: z.enum(['accepted', 'partly-accepted', 'rejected', 'outside-scope']),
  reason: z.string(),
})
const Answered = Words.extend({ articles: z.array(z.string()) })
const Demo = z.object({
  consultations: z.array(
    z.object({
      institution: z.string(),
      title: z.string(),
      decided_day: z.number(),
      published_day: z.number(),
      answers: z.array(Answered),
      /** Proposed, and waiting for whoever decides. */
      waiting: Words.optional(),
      conclusion: z.object({ day: z.number(), words: z.string(), words_en: z.string() }).optional(),
    }),
  ),
})
type DemoConsultation = z.infer<typeof Demo>['consultations'][number]

type At = (day: number, hour: number) => Services
type Work = { demo: DemoConsultation; matter: DemoMatter; at: At; coordinator: Official; head: Official }

/**
 * What was answered in the closed consultations whose text was written anew: in one country all of it, with the report; in the
 * other one answer still waits for whoever decides, and stands in the way of the conclusion.
 */
export async function demonstrateAnswers(services: Services): Promise<void> {
  const { consultations } = Demo.parse(JSON.parse(await readFile('db/demo/answers.json', 'utf8')))
  for (const demo of consultations) {
    const matter = await findUnansweredDemo(services.db, demo.institution, demo.title)
    if (!matter) continue
    const today = civilDateIn(matter.zone, services.clock.now())
    const at: At = (day, hour) => {
      const moment = new Date(startOfDay(addDays(today, day), matter.zone).getTime() + hour * 3_600_000)
      return { ...services, clock: { now: () => moment } }
    }
    const [coordinator, head] = [
      await actingAs(services, matter.institutionId, 'consultation-coordinator'),
      await actingAs(services, matter.institutionId, 'head'),
    ]
    await answerAll({ demo, matter, at, coordinator, head })
  }
}

async function answerAll(work: Work): Promise<void> {
  const { demo, matter, at, coordinator, head } = work
  const ids: string[] = []
  for (const answer of demo.answers) {
    const id = await propose(work, answer)
    const order = { revision: 2, form: null, move: { do: 'approve' } } as const
    expectKind(await decideAnswer(at(demo.decided_day, 11), head, id, order), 'done')
    ids.push(id)
  }
  const published = at(demo.published_day, 11)
  const publication = { consultationId: matter.id, ids: null, form: randomUUID() }
  expectKind(await publishAnswers(published, coordinator, publication), 'published')
  for (const [n, { articles }] of demo.answers.entries()) await link(work, ids[n] ?? '', articles)
  if (demo.waiting) await propose(work, demo.waiting)
  if (demo.conclusion) await conclude(work, demo.conclusion)
}

async function propose({ demo, matter, at, coordinator }: Work, answer: z.infer<typeof Words>): Promise<string> {
  const services = at(demo.decided_day, 9)
  const comments = await listDemoComments(services.db, matter.id)
  const said = comments.find(({ body }) => body.startsWith(answer.words))
  if (!said) throw new Error(`No comment of the demonstration begins with ${answer.words}`)
  const { decision, reason } = answer
  const words = { decision, reason, ground: null, of: { comments: [said.id] }, form: null, propose: true }
  const written = await writeAnswer(services, coordinator, words)
  if (written.kind !== 'written') throw new Error(`An answer of the demonstration was not written: ${written.kind}`)
  return written.id
}

async function link({ demo, matter, at, coordinator }: Work, answerId: string, articles: string[]): Promise<void> {
  const services = at(demo.published_day, 12)
  const versionId = matter.textVersionId
  for (const article of articles) {
    const changed = await listChangedInArticle(services.db, versionId, article)
    const links = changed.map(({ nodeId }) => ({ answerId, nodeId, gone: false }))
    const order = { consultationId: matter.id, versionId, links, form: null }
    expectKind(await linkEffects(services, coordinator, order), 'linked')
  }
}

async function conclude(
  { matter, at, coordinator }: Work,
  conclusion: NonNullable<DemoConsultation['conclusion']>,
): Promise<void> {
  const outcome = await concludeConsultation(at(conclusion.day, 10), coordinator, matter.id, {
    outcome: 'to-decision',
    statement: conclusion.words,
    statementEn: conclusion.words_en,
    reason: null,
    formId: randomUUID(),
    fromVersion: matter.version,
  })
  expectKind(outcome, 'concluded')
}

/** Somebody of the demonstration, as if signed in. */
async function actingAs({ db }: Services, institutionId: string, role: Role): Promise<Official> {
  const account = await findDemoAccount(db, institutionId, role)
  if (!account) throw new Error(`The demonstration has nobody who is ${role}`)
  return { kind: 'staff', sessionId: '', level: 2, ...account, roles: [{ role, institutionId }] }
}

function expectKind(outcome: { kind: string }, kind: string): void {
  if (outcome.kind !== kind) throw new Error(`The demonstration expected ${kind} and got ${JSON.stringify(outcome)}`)
}
