import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { jobHandlers } from '#app/worker.ts'
import type { Decision } from '#modules/consultations/answers/answer-rules.ts'
import type { Channel, SenderKind } from '#modules/consultations/comments/comment-rules.ts'
import { publishConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { addPosting } from '#modules/consultations/notices/keep-posting.ts'
import { NO_WORDS } from '#modules/consultations/notices/notice-rules.ts'
import { writeNotice } from '#modules/consultations/notices/write-notice.ts'
import { linkPlan } from '#modules/consultations/plan/link-plan.ts'
import { givenPlan, givenVersion } from '#modules/consultations/plan/plan-testing.ts'
import type { Question } from '#modules/consultations/questions/question-rules.ts'
import { givenQuestions } from '#modules/consultations/questions/question-testing.ts'
import { givenDraft, officialWith, type GivenArticle, type GivenConsultation } from '#modules/consultations/testing.ts'
import { findPublished } from '#modules/consultations/consultation-queries.ts'
import { givenMeeting } from '#modules/meetings/testing.ts'
import { writeUpMeeting } from '#modules/meetings/writing/write-up.ts'
import { runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { findNode, listNodes } from '#platform/texts/text-queries.ts'
import type { TestDatabase } from '../database.ts'
import type { TestWeb } from '../web.ts'

/** Somebody's word, as it was said and as the play remembers what became of it: nothing here is read back from the program. */
export type Voice = {
  id: string
  code: string
  /** Which lot it belongs to: answers are given by lots. */
  lot: string
  channel: Channel
  sender: SenderKind | null
  late: boolean
  state: 'published' | 'held' | 'withdrawn' | 'waiting'
  email: string | null
  /** Of the private link, where it came by the site. */
  token: string | null
  organisation: string | null
  decision: Decision | null
  answerId: string | null
}

export type Member = { organisation: string; email: string | null; stands: boolean }

export type World = {
  web: TestWeb
  db: TestDatabase
  slug: string
  consultation: GivenConsultation
  planId: string
  questions: Record<Question['kind'], Question>
  voices: Voice[]
  members: Member[]
  /** Letters without e-mail, one for each that has to be printed. */
  papers: number
  groupId: string
  answers: Map<string, { decision: Decision; lot: string }>
}

/** A moment of the play; all of it lies before now, so that every job that is asked for is due. */
export const at = ({ web }: Pick<World, 'web'>, day: string, time = '10:00'): void =>
  web.services.clock.set(new Date(`2026-${day}T${time}:00Z`))

export const ATTENDANCE = [
  { sector: 'citizen', total: 31, women: 16, men: 15 },
  { sector: 'business', total: 9, women: 4, men: 5 },
] as const

/** The jobs of consultations, as the worker runs them, until none is due. */
export async function work({ web, db }: Pick<World, 'web' | 'db'>): Promise<void> {
  const handlers = Object.entries(jobHandlers(web.services)).filter(([name]) => name.startsWith('consultations.'))
  expect(await runJobsUntilIdle(web.services, db.url, Object.fromEntries(handlers))).toEqual([])
}

/** From the plan to the published consultation: plan, draft with its text and questions, notice, notice board, meeting. */
export async function begun(web: TestWeb, db: TestDatabase, slug: string): Promise<World> {
  const { services } = web
  at({ web }, '09-01', '08:00')
  const plan = await givenPlan(services, { institution: slug })
  const draft = await givenDraft(services, { institution: slug, opens: 2, closes: 34 })
  const coordinator = await officialWith(services, ['consultation-coordinator', slug])
  const linked = { id: plan.id, consultationId: draft.id, move: 'link' } as const
  expect(await linkPlan(services, coordinator, linked)).toEqual({ kind: 'linked' })
  await givenVersion(services, coordinator, plan.id)
  const questions = await givenQuestions(services, draft)
  const words = { ...NO_WORDS, reasons: 'Tregu është i vogël për banorët.', effect: 'Më shumë vende e më shumë ditë.' }
  expect(await writeNotice(services, coordinator, draft.id, { words, stamp: 0 })).toEqual({ kind: 'written' })
  const published = await publishConsultation(services, coordinator, draft.id)
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  const board = { place: 'Sheshi', postedOn: '2026-09-01', takenDownOn: null, photograph: null, formId: randomUUID() }
  expect(await addPosting(services, coordinator, draft.id, board)).toEqual({ kind: 'done' })
  const articles = await articlesOf(web, published.slug)
  return {
    web,
    db,
    slug,
    planId: plan.id,
    questions,
    voices: [],
    members: [],
    papers: 0,
    groupId: '',
    consultation: { ...draft, slug: published.slug, articles },
    answers: new Map(),
  }
}

async function articlesOf({ services: { db } }: TestWeb, slug: string): Promise<GivenArticle[]> {
  const versionId = (await findPublished(db, 'sq', slug))?.textVersionId ?? ''
  const articles: GivenArticle[] = []
  for (const { kind, nodeId, label } of await listNodes(db, versionId))
    if (kind === 'article')
      articles.push({ label: label ?? '', nodeId, words: (await findNode(db, versionId, nodeId))?.words ?? '' })
  return articles
}

/** A hearing about it, announced, held and written up with numbers. */
export async function meetingHeld(world: World): Promise<void> {
  const { web, slug, consultation } = world
  at(world, '09-05')
  const about = `consultations.consultation:${consultation.id}`
  const { id } = await givenMeeting(web.services, { institution: slug, inDays: 15, about })
  at(world, '09-21')
  const [row] = await world.db<{ version: number }[]>`select version from meetings.meetings where id = ${id}`
  const order = { attendance: ATTENDANCE, participants: [], reason: null, by: 'command-line', seen: row?.version ?? 0 }
  const outcome = await writeUpMeeting(web.services, id, { ...order, by: 'command-line' })
  expect(outcome).toBe('done')
}
