import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import { givenDraftVersion, givenEffect, nodeOf } from '#modules/consultations/effects/effects-testing.ts'
import { effectUrls } from '#modules/consultations/effects/urls.ts'
import { REDRAFT } from '#modules/consultations/redraft-testing.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** What changed in a text because of whom. */
export function effectRows({ services }: MatrixWorld): Rows {
  const given = async (institution: Slug) => {
    const consultation = await givenConsultation(services, { institution })
    const answer = await givenAnswer(services, consultation, await givenComment(services, consultation))
    const versionId = await givenDraftVersion(services, consultation, REDRAFT)
    const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
    return { consultation, answer, versionId, nodeId }
  }
  const aLink = async (institution: Slug) => {
    const { consultation, answer, versionId, nodeId } = await given(institution)
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    const [link] = await services.db<{ id: string }[]>`
      select id from consultations.answer_changes where answer_id = ${answer.id}`
    return { path: effectUrls.unlink(consultation.id, link?.id ?? '') }
  }
  return {
    'GET /zyra/konsultime/:id/ndikimi': record('answers.read', async (institution) => {
      const { id } = await givenConsultation(services, { institution })
      return { path: effectUrls.office(id) }
    }),
    'POST /zyra/konsultime/:id/ndikimi/lidhja': record('answers.write', async (institution) => {
      const { consultation, answer, versionId, nodeId } = await given(institution)
      const fields = { dergesa: crypto.randomUUID(), versioni: versionId, lidhja: `n:${nodeId}:${answer.id}` }
      return { path: effectUrls.link(consultation.id), fields }
    }),
    'GET /zyra/konsultime/:id/ndikimi/lidhja/:lidhja/heqja': record('answers.write', aLink),
    'POST /zyra/konsultime/:id/ndikimi/lidhja/:lidhja/heqja': record('answers.write', async (institution) => ({
      ...(await aLink(institution)),
      fields: { arsyeja: '' },
    })),
  }
}
