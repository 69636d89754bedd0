import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { officialWith, type GivenConsultation, type GivenDraft } from '../testing.ts'
import { listQuestions } from './question-queries.ts'
import type { Answer, Question } from './question-rules.ts'
import { addQuestion, type QuestionForm } from './write-question.ts'

/** Help for tests: questions of a consultation, and answers to them. Only tests import this. */

const BLANK: QuestionForm = {
  nodeId: null,
  kind: 'text',
  compulsory: false,
  label: 'Çfarë mungon në projekt?',
  labelEn: null,
  hint: null,
  hintEn: null,
  other: false,
  least: null,
  most: null,
  scaleTo: null,
  low: null,
  lowEn: null,
  high: null,
  highEn: null,
  options: [],
  reason: 'Na u kërkua nga këshilli.',
}

const options = (...words: string[]) => words.map((one, at) => ({ n: at + 1, words: one, wordsEn: `Option ${at + 1}` }))

/** The fields of each kind, valid unless a test says otherwise. */
export const A_QUESTION: Record<Question['kind'], QuestionForm> = {
  one: {
    ...BLANK,
    kind: 'one',
    label: 'Cila ditë ju duhet më shumë?',
    labelEn: 'Which day do you need most?',
    other: true,
    options: options('E hëna', 'E mërkura', 'E diela'),
  },
  several: {
    ...BLANK,
    kind: 'several',
    label: 'Çfarë ju pengon sot?',
    least: 1,
    most: 2,
    options: options('Orari', 'Tarifa', 'Vendi'),
  },
  scale: {
    ...BLANK,
    kind: 'scale',
    label: 'Sa ju duket e drejtë tarifa?',
    scaleTo: 5,
    low: 'aspak',
    high: 'plotësisht',
  },
  order: {
    ...BLANK,
    kind: 'order',
    label: 'Vendosini në radhë nevojat.',
    options: options('Uji', 'Hija', 'Parkimi'),
  },
  text: BLANK,
}

type Place = Pick<GivenConsultation, 'id' | 'institution'> | Pick<GivenDraft, 'id' | 'institution'>

export async function givenQuestion(
  services: Services,
  { id, institution }: Place,
  changes: Partial<QuestionForm> & { kind: Question['kind'] },
): Promise<Question> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const questionId = randomUUID()
  const form = { ...A_QUESTION[changes.kind], ...changes }
  const outcome = await addQuestion(services, coordinator, id, questionId, form)
  if (outcome.kind !== 'written') throw new Error(`test question: ${JSON.stringify(outcome)}`)
  const question = (await listQuestions(services.db, id)).find((one) => one.id === questionId)
  if (!question) throw new Error('test question: not there')
  return question
}

/** One of each kind, on the whole. */
export async function givenQuestions(services: Services, place: Place): Promise<Record<Question['kind'], Question>> {
  const of = (kind: Question['kind']) => givenQuestion(services, place, { kind })
  return {
    one: await of('one'),
    several: await of('several'),
    scale: await of('scale'),
    order: await of('order'),
    text: await of('text'),
  }
}

export const answerTo = (question: Question, given: Partial<Answer>): Answer => ({
  question: question.id,
  kind: question.kind,
  chosen: null,
  other: null,
  scale: null,
  words: null,
  ...given,
})
