import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { phaseAt } from '../consultation-rules.ts'
import {
  holdForOffice,
  insertConsultationEvent,
  raiseVersion,
  type OfficeConsultation,
} from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { consultationPermissions } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import { textsIn } from '../texts.ts'
import {
  deleteQuestion,
  insertQuestion,
  insertQuestionEvent,
  keepOptions,
  keepQuestionnaire,
  listQuestions,
  markWithdrawn,
  orderQuestions,
  updateQuestion,
  type QuestionFields,
} from './question-queries.ts'
import {
  QUESTION_LIMITS,
  refusalToAsk,
  type Question,
  type QuestionDeed,
  type QuestionOption,
} from './question-rules.ts'

export type QuestionForm = QuestionFields & { options: QuestionOption[]; reason: string }

export type QuestionOutcome =
  | { kind: 'written' }
  | { kind: 'refused'; refusal: 'closed' | 'public' | 'too-many' | 'changed-meanwhile' | 'unchanged' }
  | { kind: 'not-permitted' }
  | { kind: 'not-there' }

type Held = {
  consultation: OfficeConsultation
  questions: Question[]
  at: Date
  official: Official
  services: Services
}

/** The consultation is held, so that nobody publishes or closes it, or answers, while its questions change. */
function withQuestions(
  services: Services,
  official: Official,
  { id, deed }: { id: string; deed: QuestionDeed },
  write: (tx: Transaction, held: Held) => Promise<QuestionOutcome>,
): Promise<QuestionOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<QuestionOutcome> => {
    const consultation = await holdForOffice(tx, id)
    if (!consultation) return { kind: 'not-there' }
    if (!mayIn(official, consultationPermissions['consultations.write'], consultation.institutionId))
      return { kind: 'not-permitted' }
    const refusal = refusalToAsk(deed, phaseAt(consultation, at))
    if (refusal) return { kind: 'refused', refusal }
    return write(tx, { consultation, questions: await listQuestions(tx, id), at, official, services })
  })
}

/** One more question, after the others. `questionId` is the one that its form brought: pressed twice it is asked once. */
export const addQuestion = (
  services: Services,
  official: Official,
  consultationId: string,
  questionId: string,
  form: QuestionForm,
): Promise<QuestionOutcome> =>
  withQuestions(services, official, { id: consultationId, deed: 'add' }, async (tx, held) => {
    const { consultation, questions, at } = held
    if (questions.some(({ id }) => id === questionId)) return { kind: 'written' }
    if (questions.length >= QUESTION_LIMITS.questions) return { kind: 'refused', refusal: 'too-many' }
    const place = { institutionId: consultation.institutionId, consultationId }
    await keepQuestionnaire(tx, { ...place, at })
    // The id stands already: it belongs to another consultation.
    if (!(await insertQuestion(tx, { ...place, id: questionId, at }, form))) return { kind: 'not-there' }
    await keepOptions(tx, { ...place, questionId }, form.options)
    const told = { id: questionId, kind: 'added', version: 1, label: form.label, labelBefore: null } as const
    await tell(tx, held, told, form.reason, [{ field: 'question', from: null, to: form.label }])
    return { kind: 'written' }
  })

/** Anything of a draft; of what is public the words alone, for answers hold the numbers of what they chose. */
export const changeQuestion = (
  services: Services,
  official: Official,
  { id: consultationId, questionId, fromVersion }: { id: string; questionId: string; fromVersion: number },
  form: QuestionForm,
): Promise<QuestionOutcome> =>
  withQuestions(services, official, { id: consultationId, deed: 'change' }, async (tx, held) => {
    const before = held.questions.find(({ id }) => id === questionId)
    if (!before || before.withdrawnAt !== null) return { kind: 'not-there' }
    const isPublic = held.consultation.state !== 'draft'
    const after = isPublic ? inOtherWords(before, form) : form
    if (isSame(before, after))
      return { kind: before.version > fromVersion ? 'written' : 'refused', refusal: 'unchanged' }
    if (before.version !== fromVersion) return { kind: 'refused', refusal: 'changed-meanwhile' }
    const version = await updateQuestion(tx, questionId, after)
    const { institutionId } = held.consultation
    await keepOptions(tx, { institutionId, consultationId, questionId }, after.options)
    const told = { id: questionId, kind: 'corrected', version, label: after.label, labelBefore: before.label } as const
    await tell(tx, held, told, form.reason, [{ field: 'question', from: before.label, to: after.label }])
    return { kind: 'written' }
  })

/** What a correction may change: words. The rest stays as it was, whatever the form brought. */
function inOtherWords(before: Question, form: QuestionForm): QuestionForm {
  const { label, labelEn, hint, hintEn, low, lowEn, high, highEn } = form
  const words = { label, labelEn, hint, hintEn, low, lowEn, high, highEn }
  const options = before.options.map((option, at) => ({ ...option, ...form.options[at], n: option.n }))
  return { ...before, ...words, options, reason: form.reason }
}

const isSame = (before: Question, after: QuestionForm): boolean => contentOf(before) === contentOf(after)

const contentOf = (q: QuestionFields & { options: readonly QuestionOption[] }): string =>
  JSON.stringify([
    [q.nodeId, q.kind, q.compulsory, q.label, q.labelEn, q.hint, q.hintEn, q.other, q.least, q.most],
    [q.scaleTo, q.low, q.lowEn, q.high, q.highEn],
    q.options.map(({ n, words, wordsEn }) => [n, words, wordsEn]),
  ])

/** Of a draft it is gone; what was public stays, with its answers and the reason, and is asked no more. */
export const withdrawQuestion = (
  services: Services,
  official: Official,
  { id: consultationId, questionId }: { id: string; questionId: string },
  reason: string,
): Promise<QuestionOutcome> =>
  withQuestions(services, official, { id: consultationId, deed: 'withdraw' }, async (tx, held) => {
    const question = held.questions.find(({ id }) => id === questionId)
    if (!question || question.withdrawnAt !== null) return { kind: question ? 'written' : 'not-there' }
    const { label, version } = question
    if (held.consultation.state === 'draft') await deleteQuestion(tx, questionId)
    else await markWithdrawn(tx, questionId, held.at)
    const told = { id: questionId, kind: 'withdrawn', version, label, labelBefore: null } as const
    await tell(tx, held, told, reason, [{ field: 'question', from: label, to: null }])
    return { kind: 'written' }
  })

/** One place up or down, while it is a draft. */
export const moveQuestion = (
  services: Services,
  official: Official,
  { id: consultationId, questionId }: { id: string; questionId: string },
  step: -1 | 1,
): Promise<QuestionOutcome> =>
  withQuestions(
    services,
    official,
    { id: consultationId, deed: 'move' },
    async (tx, { questions, consultation, at: now }) => {
      const ids = questions.map(({ id }) => id)
      const at = ids.indexOf(questionId)
      const other = ids[at + step]
      if (at < 0) return { kind: 'not-there' }
      if (other === undefined) return { kind: 'written' }
      ids[at + step] = questionId
      ids[at] = other
      await orderQuestions(tx, consultationId, ids)
      const { institutionId } = consultation
      await recordOfConsultation(tx, {
        institutionId,
        id: consultationId,
        kind: 'question-moved',
        by: official,
        at: now,
      })
      return { kind: 'written' }
    },
  )

/** Whether everybody sees the results while answers still come in. */
export const openResults = (
  services: Services,
  official: Official,
  consultationId: string,
  open: boolean,
): Promise<QuestionOutcome> =>
  withQuestions(services, official, { id: consultationId, deed: 'open-results' }, async (tx, held) => {
    const { consultation, at } = held
    const { institutionId } = consultation
    await keepQuestionnaire(tx, { institutionId, consultationId, openResults: open, at })
    const fields = [{ field: 'question-results', from: null, to: open ? 'shown-at-once' : 'shown-after-closing' }]
    await recordOfConsultation(tx, {
      institutionId,
      id: consultationId,
      kind: 'question-results',
      by: official,
      at,
      fields,
    })
    if (consultation.state !== 'draft')
      await announce(
        tx,
        held,
        textsIn('sq').questions.office.told.results(open),
        textsIn('en').questions.office.told.results(open),
      )
    await enterConsultation(tx, services, consultationId)
    return { kind: 'written' }
  })

type Told = {
  id: string
  kind: 'added' | 'corrected' | 'withdrawn'
  version: number
  label: string
  labelBefore: string | null
}

/** The history; and of what is public the reason at the question, the list of what has changed, and the ledger. */
async function tell(
  tx: Transaction,
  held: Held,
  { id, kind, version, label, labelBefore }: Told,
  reason: string,
  fields: readonly FieldChange[],
): Promise<void> {
  const { consultation, at, official, services } = held
  const { institutionId, id: consultationId, state } = consultation
  const change = { institutionId, id: consultationId, kind: `question-${kind}`, by: official, at }
  await recordOfConsultation(tx, { ...change, reason: reason || null, fields: [...fields] })
  if (state !== 'draft') {
    const event = { institutionId, consultationId, questionId: id, kind, version, labelBefore, at }
    await insertQuestionEvent(tx, { ...event, by: official.accountId, reason })
    const words = (lang: 'sq' | 'en') => textsIn(lang).questions.office.told[kind](label, reason).slice(0, 1000)
    await announce(tx, held, words('sq'), words('en'))
  }
  await enterConsultation(tx, services, consultationId)
}

/** A version of the consultation, in the list of what has changed since it was published. */
async function announce(tx: Transaction, held: Held, reason: string, reasonEn: string): Promise<void> {
  const { consultation, at, official } = held
  const { institutionId, id: consultationId } = consultation
  const version = await raiseVersion(tx, consultationId, at)
  const event = { institutionId, consultationId, kind: 'corrected', version, at } as const
  await insertConsultationEvent(tx, { ...event, by: official.accountId, reason, reasonEn })
  await tellOfConsultation(tx, { id: consultationId, institutionId, kind: 'corrected', at })
}
