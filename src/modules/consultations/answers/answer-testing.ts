import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { officialWith } from '../testing.ts'
import type { Decision, NotConsideredGround } from './answer-rules.ts'
import { decideAnswer } from './decide-answer.ts'
import { publishAnswers } from './publish-answers.ts'
import { writeAnswer } from './write-answer.ts'

/** Help for tests of answers. Only tests import this. */

export const A_REASON = 'Tregu hapet edhe të dielën, sepse sheshi është i lirë atë ditë.'

type Wanted = {
  decision?: Decision
  ground?: NotConsideredGround | null
  reason?: string
  /** Published unless told; `proposed`, `decided` or `draft`: as far as that. */
  state?: 'draft' | 'proposed' | 'decided' | 'published'
  published?: boolean
}

type At = { id: string; institution: { slug: string } }

/** Who writes and publishes, and who decides. */
export async function answerPeople(
  services: Services,
  slug: string,
): Promise<{ drafter: Official; head: Official; coordinator: Official }> {
  return {
    drafter: await officialWith(services, ['legal-drafter', slug]),
    head: await officialWith(services, ['head', slug]),
    coordinator: await officialWith(services, ['consultation-coordinator', slug]),
  }
}

export type GivenAnswer = { id: string; code: string; revision: number; version: number }

/** One answer to one comment or to many, proposed by the coordinator, decided by the head, published. */
export async function givenAnswer(
  services: Services,
  consultation: At,
  comments: { id: string } | readonly { id: string }[],
  { decision = 'accepted', ground = null, reason = A_REASON, published = true, state }: Wanted = {},
): Promise<GivenAnswer> {
  const goal = state ?? (published ? 'published' : 'draft')
  const { coordinator, head } = await answerPeople(services, consultation.institution.slug)
  const ids = ('id' in comments ? [comments] : comments).map(({ id }) => id)
  const written = await writeAnswer(services, coordinator, {
    of: { comments: ids },
    decision,
    ground,
    reason,
    form: randomUUID(),
    propose: goal !== 'draft',
  })
  if (written.kind !== 'written') throw new Error(`test answer: ${JSON.stringify(written)}`)
  const { id } = written
  if (goal === 'decided' || goal === 'published') {
    const { revision } = await answerNow(services, id)
    const decided = await decideAnswer(services, head, id, { revision, form: randomUUID(), move: { do: 'approve' } })
    if (decided.kind !== 'done') throw new Error(`test answer: ${JSON.stringify(decided)}`)
  }
  if (goal === 'published') {
    const order = { consultationId: consultation.id, ids: [id], form: randomUUID() }
    const done = await publishAnswers(services, coordinator, order)
    if (done.kind !== 'published' || done.done !== 1) throw new Error(`test answer: ${JSON.stringify(done)}`)
  }
  return answerNow(services, id)
}

export async function answerNow({ db }: Pick<Services, 'db'>, id: string): Promise<GivenAnswer & { state: string }> {
  const [row] = await db<(GivenAnswer & { state: string })[]>`
    select id, code, revision, version, state from consultations.answers where id = ${id}`
  if (!row) throw new Error('test answer: there is none')
  return row
}
