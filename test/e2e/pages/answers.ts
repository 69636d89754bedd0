import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import { answerUrls, officeAnswerUrls as urls } from '#modules/consultations/answers/urls.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { consultationUrls } from '#modules/consultations/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Answers to comments: the work of the office, the library of reasons, and what everybody reads. */
export const answerPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const consultation = await givenConsultation(services, { institution: 'bregas' })
  const comment = () => givenComment(services, consultation)
  const [said, open] = [await comment(), await comment()]
  const published = await givenAnswer(services, consultation, said)
  const [draft, proposed, decided] = [
    await givenAnswer(services, consultation, await comment(), { state: 'draft' }),
    await givenAnswer(services, consultation, [await comment(), await comment()], { state: 'proposed' }),
    await givenAnswer(services, consultation, await comment(), { state: 'decided' }),
  ]
  const { id, slug } = consultation
  const form = () => ({ dergesa: crypto.randomUUID(), veprimi: 'propozo' })
  const seen = { versioni: '99', dergesa: crypto.randomUUID() }
  return {
    anonymous: [
      { path: answerUrls.one(slug, published.code) },
      { path: consultationUrls.comment(slug, said.code) },
      { path: `${consultationUrls.comments(slug)}?vendimi=accepted` },
    ],
    official: [
      { path: urls.work(id) },
      { path: `${urls.work(id)}?gjendja=none&lloji=late` },
      { path: urls.choose(id), fields: { zgjedhur: 'po' }, status: 422 },
      { path: `${urls.write(id)}?k=${open.id}` },
      { path: urls.write(id), fields: { k: open.id, pare: '1', ...form() }, status: 422 },
      { path: urls.one(draft.id) },
      { path: urls.one(proposed.id) },
      { path: urls.one(decided.id) },
      { path: urls.one(published.id) },
      { path: urls.one(draft.id), fields: { ...form(), versioni: '99', vendimi: 'rejected' }, status: 409 },
      { path: urls.moving(draft.id), fields: { ...seen, versioni: String(draft.revision) }, status: 422 },
      { path: urls.correction(published.id), fields: { ...seen, korrigjimi: '' }, status: 422 },
      { path: urls.reasons() },
      { path: urls.newReason() },
      { path: urls.newReason(), fields: { dergesa: crypto.randomUUID(), titulli: '' }, status: 422 },
    ],
  }
}
