import { randomUUID } from 'node:crypto'
import { newReceiptCode } from '#platform/auth/private-link.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { lettersTo } from '#test/mailbox.ts'
import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'
import { givenDelivery } from '../entry/testing.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { noEffects, tellDue } from './tell-answers.ts'

/** Help for tests: answers as they stand once they are published, and the letters about them. Only tests import this. */

type Said = {
  decision?: Decision
  ground?: NotConsideredGround | null
  reason?: string
}

export type GivenAnswer = { id: string; code: string }

/** One published answer to all of these comments, entered in the ledger as the deed does. */
export async function givenPublishedAnswer(
  services: Services,
  consultationId: string,
  commentIds: readonly string[],
  { decision = 'accepted', ground = null, reason = 'Propozimi është i drejtë; tregu hapet edhe të dielën.' }: Said = {},
): Promise<GivenAnswer> {
  const { db, clock } = services
  const [id, code, at] = [randomUUID(), newReceiptCode(), clock.now()]
  await db.begin(async (tx) => {
    await tx`
      insert into consultations.answers
        (id, institution_id, consultation_id, code, lang, state, decision, ground, reason, written_at, proposed_at,
         decided_at, version, published_at, changed_at)
      select ${id}, institution_id, id, ${code}, 'sq', 'published', ${decision}, ${ground}, ${reason}, ${at}, ${at}, ${at},
             1, ${at}, ${at}
      from consultations.consultations where id = ${consultationId}`
    await tx`
      insert into consultations.answer_versions
        (institution_id, answer_id, n, decision, ground, reason, proposed_role, decided_role, decided_at, published_at)
      select institution_id, ${id}, 1, ${decision}, ${ground}, ${reason}, 'Koordinatori', 'Kryetari', ${at}, ${at}
      from consultations.consultations where id = ${consultationId}`
    await tx`
      insert into consultations.answered_comments (comment_id, institution_id, consultation_id, answer_id, since)
      select id, institution_id, consultation_id, ${id}, ${at} from consultations.comments
      where id = any(${commentIds as string[]}::uuid[])`
    await appendToLedger(tx, services, { kind: publishedAnswers, ids: [id] })
  })
  return { id, code }
}

export async function givenCorrection(services: Services, { id }: GivenAnswer, reason: string): Promise<void> {
  const at = services.clock.now()
  await services.db.begin(async (tx) => {
    await tx`
      insert into consultations.answer_versions
        (institution_id, answer_id, n, decision, ground, reason, proposed_role, decided_role, decided_at, published_at, correction)
      select institution_id, id, version + 1, decision, ground, ${reason}, 'Koordinatori', 'Kryetari', ${at}, ${at},
             'Në arsyetim ishte një datë e gabuar.'
      from consultations.answers where id = ${id}`
    await tx`
      update consultations.answers set version = version + 1, reason = ${reason}, changed_at = ${at} where id = ${id}`
    await appendToLedger(tx, services, { kind: publishedAnswers, ids: [id] })
  })
}

/** What the job does, now. */
export const tellNow = (services: Services, consultationId: string, atOnce?: number): Promise<void> =>
  tellDue(services, consultationId, noEffects, atOnce)

/** Letters about answers alone, oldest first: those with a link to rate. */
export async function answerLettersTo({ db }: Pick<Services, 'db'>, address: string) {
  return (await lettersTo(db, address)).filter(({ body }) => body?.includes('/vleresimi/'))
}

export async function ratingTokenMailedTo(services: Pick<Services, 'db'>, address: string): Promise<string> {
  const body = (await answerLettersTo(services, address)).at(-1)?.body ?? ''
  const token = /\/vleresimi\/([\w-]{43})/.exec(body)?.[1]
  if (!token) throw new Error(`No link to rate in any letter to ${address}`)
  return token
}

/** Somebody without e-mail who was answered: a letter waits to be printed. */
export async function givenPaperLetter(services: Services, slug: string, options: { made?: boolean } = {}) {
  const { consultation, id } = await givenDelivery(services, slug)
  const [comment] = await services.db<{ id: string }[]>`
    select id from consultations.comments where delivery_id = ${id}`
  const answer = await givenPublishedAnswer(services, consultation.id, [comment?.id ?? ''])
  await tellNow(services, consultation.id)
  const [letter] = await services.db<{ id: string }[]>`
    select id from consultations.answer_letters where delivery_id = ${id}`
  if (options.made)
    await services.db`
      update consultations.answer_letters set made_at = ${services.clock.now()} where id = ${letter?.id ?? ''}`
  return { consultation, commentId: comment?.id ?? '', answer, letterId: letter?.id ?? '' }
}
