import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ANSWER_MOVES } from './answer-rules.ts'
import { deleteAnswer, holdAnswer, holdMatter, restorePublished, writeWords } from './answer-write-queries.ts'
import { recordOfAnswer, refusalToTouch } from './touch-answer.ts'

export type CorrectOutcome =
  { kind: 'done' } | { kind: 'moved-meanwhile' } | { kind: 'not-permitted' } | { kind: 'no-such-answer' }

type Order = { revision: number; form: string | null }

/** Begins a correction: the words are worked on anew, and what was published stays public until the next version is. */
export async function correctAnswer(
  services: Services,
  official: Official,
  id: string,
  { correction, ...order }: Order & { correction: string },
): Promise<CorrectOutcome> {
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx): Promise<CorrectOutcome> => {
    await holdMatter(tx, id)
    const answer = await holdAnswer(tx, id)
    const refused = refusalToTouch(official, answer, order)
    if (refused) return refused.kind === 'done' ? { kind: 'done' } : refused
    if (!answer || !ANSWER_MOVES[answer.state].includes('correct')) return { kind: 'moved-meanwhile' }
    await writeWords(tx, id, answer, { at, by, form: order.form, correction })
    await recordOfAnswer(tx, answer, 'answer-correction-begun', by, at, [], correction)
    return { kind: 'done' }
  })
}

/** Gives up what is worked on: of a published answer its words stand again, what nobody has read is gone. */
export async function discardAnswer(
  services: Services,
  official: Official,
  id: string,
  order: Order,
): Promise<CorrectOutcome | { kind: 'gone'; consultationId: string }> {
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx) => {
    await holdMatter(tx, id)
    const answer = await holdAnswer(tx, id)
    const refused = refusalToTouch(official, answer, order)
    if (refused) return refused
    if (!answer || answer.state === 'published' || answer.state === 'taken-down')
      return { kind: 'moved-meanwhile' } as const
    // What somebody decided is not undone by whoever only proposes.
    if (answer.state === 'decided' && !mayIn(official, may['answers.decide'], answer.institutionId))
      return { kind: 'not-permitted' } as const
    await recordOfAnswer(tx, answer, 'answer-discarded', by, at)
    if (answer.version === 0) {
      await deleteAnswer(tx, id)
      return { kind: 'gone', consultationId: answer.consultationId } as const
    }
    await restorePublished(tx, id, 'published', { at, form: order.form })
    return { kind: 'done' } as const
  })
}
