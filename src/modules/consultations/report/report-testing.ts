import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import type { CommentDraft } from '../comments/comment-rules.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { givenComment, givenConsultation, officialWith, type GivenComment, type GivenConsultation } from '../testing.ts'
import { concludeConsultation, type ConclusionForm, type ConcludeOutcome } from './conclude-consultation.ts'

/** Help for tests of conclusions and reports. Only tests import this. */

const DAY = 86_400_000

/** The program so many days ago. */
export const daysAgo = (services: Services, days: number): Services => {
  const then = new Date(services.clock.now().getTime() - days * DAY)
  return { ...services, clock: { now: () => then } }
}

/** A consultation whose window closed three days ago. */
export const givenClosed = (services: Services, institution = 'prova'): Promise<GivenConsultation> =>
  // Published then, and open longer than any term that an institution of a test may have set.
  givenConsultation(daysAgo(services, 120), { institution, opens: 0, closes: 117 })

/** A comment that came while it was open. */
export const givenThen = (
  services: Services,
  consultation: GivenConsultation,
  changes: Partial<CommentDraft> = {},
): Promise<GivenComment> => givenComment(daysAgo(services, 10), consultation, changes)

export const A_STATEMENT = 'Projekti u plotësua me propozimet dhe i kalon këshillit për miratim.'

/** The form of the conclusion as somebody who has read the page sends it. */
export async function conclusionOf(
  services: Services,
  id: string,
  changes: Partial<ConclusionForm> = {},
): Promise<ConclusionForm> {
  const row = await findForOffice(services.db, 'sq', id)
  return {
    outcome: 'to-decision',
    statement: A_STATEMENT,
    statementEn: null,
    reason: null,
    formId: randomUUID(),
    fromVersion: row?.version ?? 0,
    ...changes,
  }
}

export async function conclude(
  services: Services,
  { id, institution }: GivenConsultation,
  changes: Partial<ConclusionForm> = {},
): Promise<ConcludeOutcome> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  return concludeConsultation(services, coordinator, id, await conclusionOf(services, id, changes))
}

/** A concluded consultation with one comment and its answer; gives its report. */
export async function givenReport(
  services: Services,
  institution = 'prova',
): Promise<{ id: string; consultation: GivenConsultation; comment: GivenComment }> {
  const consultation = await givenClosed(services, institution)
  const comment = await givenThen(services, consultation)
  await givenAnswer(services, consultation, comment)
  const outcome = await conclude(services, consultation)
  if (outcome.kind !== 'concluded') throw new Error(`test conclusion: ${JSON.stringify(outcome)}`)
  const [row] = await services.db<{ id: string }[]>`
    select id from consultations.reports where consultation_id = ${consultation.id}`
  if (!row) throw new Error('test conclusion: no report')
  return { id: row.id, consultation, comment }
}
