import { randomUUID } from 'node:crypto'
import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import { officeAnswerUrls as urls } from '#modules/consultations/answers/urls.ts'
import { addReason } from '#modules/consultations/answers/write-reason.ts'
import { givenConfirmedGroup } from '#modules/consultations/groups/group-testing.ts'
import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

type State = 'draft' | 'proposed' | 'decided' | 'published'

/** Answers to comments, and the library of reasons. */
export function answerRows({ services }: MatrixWorld): Rows {
  const anAnswer = async (institution: Slug, state: State) => {
    const consultation = await givenConsultation(services, { institution })
    const comment = await givenComment(services, consultation)
    return { consultation, comment, answer: await givenAnswer(services, consultation, comment, { state }) }
  }
  const unanswered = async (institution: Slug) => {
    const consultation = await givenConsultation(services, { institution })
    return { consultation, comment: await givenComment(services, consultation) }
  }
  const aReason = async (institution: Slug) => {
    const consultation = await givenConsultation(services, { institution })
    const official = await officialWith(services, ['consultation-coordinator', institution])
    const words = { lang: 'sq', title: 'Ligji e ndalon', decision: null, words: 'Ligji nuk e lejon.' } as const
    const institutionId = consultation.institution.id
    const made = await addReason(services, official, { ...words, institutionId, form: randomUUID() })
    return made.kind === 'written' ? made.id : ''
  }
  /** A deed on an answer that stands there. */
  const deed = (
    right: 'answers.write' | 'answers.decide' | 'answers.publish',
    path: (id: string) => string,
    state: State,
    fields: Record<string, string> = {},
  ) =>
    record(right, async (institution) => {
      const { answer } = await anAnswer(institution, state)
      return { path: path(answer.id), fields: { versioni: String(answer.revision), dergesa: randomUUID(), ...fields } }
    })
  const reasonFields = { titulli: 'Ligji e ndalon', fjalet: 'Ligji nuk e lejon.', gjuha: 'sq' }
  return {
    'GET /zyra/konsultime/:id/pergjigjet': record('answers.read', async (institution) => {
      const { consultation } = await unanswered(institution)
      return { path: urls.work(consultation.id) }
    }),
    'GET /zyra/konsultime/:id/pergjigjet/e-re': record('answers.write', async (institution) => {
      const { consultation, comment } = await unanswered(institution)
      return { path: `${urls.write(consultation.id)}?k=${comment.id}` }
    }),
    'POST /zyra/konsultime/:id/pergjigjet/e-re': record('answers.write', async (institution) => {
      const { consultation, comment } = await unanswered(institution)
      const fields = { k: comment.id, pare: '1', vendimi: 'rejected', arsyetimi: 'Ligji nuk e lejon.' }
      return { path: urls.write(consultation.id), fields: { ...fields, dergesa: randomUUID(), veprimi: 'ruaj' } }
    }),
    'POST /zyra/konsultime/:id/pergjigjet/veprimi': record('answers.decide', async (institution) => {
      const { consultation, comment, answer } = await anAnswer(institution, 'proposed')
      const ticked = { k: comment.id, [`a-${comment.id}`]: `${answer.id}.${answer.revision}` }
      return { path: urls.bulk(consultation.id), fields: { ...ticked, dergesa: randomUUID() } }
    }),
    'POST /zyra/konsultime/:id/pergjigjet/zgjedhja': record('answers.write', async (institution) => {
      const { consultation, comment } = await unanswered(institution)
      return { path: urls.choose(consultation.id), fields: { k: comment.id } }
    }),
    'POST /zyra/konsultime/:id/pergjigjet/publikimi': record('answers.publish', async (institution) => {
      const { consultation } = await anAnswer(institution, 'decided')
      return { path: urls.publish(consultation.id), fields: { dergesa: randomUUID() } }
    }),
    'GET /zyra/pergjigjet/:id': record('answers.read', async (institution) => {
      const { answer } = await anAnswer(institution, 'draft')
      return { path: urls.one(answer.id) }
    }),
    'POST /zyra/pergjigjet/:id': deed('answers.write', urls.one, 'draft', {
      vendimi: 'rejected',
      arsyetimi: 'Ligji nuk e lejon.',
      veprimi: 'ruaj',
    }),
    'POST /zyra/pergjigjet/:id/vendimi': deed('answers.decide', urls.decision, 'proposed', {
      veprimi: 'kthe',
      'arsyeja-kthimit': 'Mungon neni.',
    }),
    'POST /zyra/pergjigjet/:id/publikimi': deed('answers.publish', urls.publication, 'decided'),
    'POST /zyra/pergjigjet/:id/korrigjimi': deed('answers.write', urls.correction, 'published', {
      korrigjimi: 'Ishte shënuar neni i gabuar.',
    }),
    'POST /zyra/pergjigjet/:id/heqja': deed('answers.write', urls.discarding, 'draft'),
    'POST /zyra/pergjigjet/:id/komentet': record('answers.write', async (institution) => {
      const { comment, answer } = await anAnswer(institution, 'draft')
      const fields = { versioni: String(answer.revision), dergesa: randomUUID(), k: comment.id }
      return { path: urls.moving(answer.id), fields }
    }),
    'POST /zyra/pergjigjet/:id/grupi': record('answers.write', async (institution) => {
      const consultation = await givenConsultation(services, { institution })
      const { letters } = await givenConfirmedGroup(services, consultation)
      const answer = await givenAnswer(services, consultation, letters, { state: 'draft' })
      return { path: urls.ofGroup(answer.id), fields: { versioni: String(answer.revision), dergesa: randomUUID() } }
    }),
    'GET /zyra/arsyet': page('answers.read', urls.reasons()),
    'GET /zyra/arsyet/e-re': page('answers.reasons', urls.newReason()),
    'POST /zyra/arsyet/e-re': record('answers.reasons', async (institution) => {
      const { id } = (await givenConsultation(services, { institution })).institution
      return { path: urls.newReason(), fields: { ...reasonFields, institucioni: id, dergesa: randomUUID() } }
    }),
    'GET /zyra/arsyet/:id': record('answers.read', async (institution) => ({
      path: urls.reason(await aReason(institution)),
    })),
    'POST /zyra/arsyet/:id': record('answers.reasons', async (institution) => ({
      path: urls.reason(await aReason(institution)),
      fields: { ...reasonFields, versioni: '1', dergesa: randomUUID() },
    })),
    'POST /zyra/arsyet/:id/perdorimi': record('answers.reasons', async (institution) => ({
      path: urls.retire(await aReason(institution)),
      fields: { versioni: '1', dergesa: randomUUID(), veprimi: 'hiq' },
    })),
  }
}
