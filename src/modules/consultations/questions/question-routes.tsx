import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { QUESTION_FIELDS, readQuestionForm, typedOfQuestion, type AskedOf } from './question-form.ts'
import { QuestionFormPage } from './question-form-page.tsx'
import { QuestionListPage, QuestionPreviewPage } from './question-list-page.tsx'
import { QUESTION_KINDS, QUESTION_LIMITS, type Question } from './question-rules.ts'
import { viewQuestionList, type QuestionListView } from './question-view.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  openResults,
  withdrawQuestion,
  type QuestionOutcome,
} from './write-question.ts'

/** What a consultation asks: written in the office, one question on a page. */
export function questionRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.questions(':id'), may['consultations.read'], async (c, official) => {
    const view = await viewOf(c, services, official)
    return html(c, <QuestionListPage page={pageOf(c, services, null)} view={view} status={statusOf(c)} />)
  })

  officeRoute(app, 'GET', officeUrls.questionPreview(':id'), may['consultations.read'], async (c, official) => {
    const view = await viewOf(c, services, official)
    return html(c, <QuestionPreviewPage page={pageOf(c, services, null)} view={view} />)
  })
  newRoutes(app, services)
  // Before those of one question, whose address is any word in this place.
  orderRoutes(app, services)
  oneRoutes(app, services)
}

function newRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.newQuestion(':id'), write, async (c, official) => {
    const view = await viewOf(c, services, official)
    if (!view.mayAsk) return redirect(c, officeUrls.questions(idOf(c)))
    const typed = { dergesa: randomUUID(), lloji: c.req.query('lloji') ?? 'one', paku: '1' }
    return formPage(c, services, { view, question: null, typed, errors: {}, status: 200 })
  })

  officeRoute(app, 'POST', officeUrls.newQuestion(':id'), write, async (c, official) => {
    const view = await viewOf(c, services, official)
    const form = await readForm(c)
    const typed = typedOf(form, QUESTION_FIELDS)
    const read = readQuestionForm(form, textsIn(c.get('lang')).questions, askedOf(view, null))
    const again = (errors: FieldErrors, status: number) =>
      formPage(c, services, { view, question: null, typed, errors, status })
    if (!read.ok) return again(read.errors, 422)
    const questionId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
    const outcome = await addQuestion(services, official, idOf(c), questionId, read.value)
    return answer(c, outcome, 'shtua', (error) => again({ pyetja: error }, 409))
  })
}

function oneRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.question(':id', ':question'), write, async (c, official) => {
    const view = await viewOf(c, services, official)
    const question = questionIn(c, view)
    if (!view.mayAsk || question.withdrawnAt !== null) return redirect(c, officeUrls.questions(idOf(c)))
    return formPage(c, services, { view, question, typed: typedOfQuestion(question), errors: {}, status: 200 })
  })

  officeRoute(app, 'POST', officeUrls.question(':id', ':question'), write, async (c, official) => {
    const view = await viewOf(c, services, official)
    const question = questionIn(c, view)
    const form = await readForm(c)
    const typed = { ...typedOfQuestion(question), ...typedOf(form, QUESTION_FIELDS) }
    const read = readQuestionForm(form, textsIn(c.get('lang')).questions, askedOf(view, question))
    const again = (errors: FieldErrors, status: number, shown: Typed = typed) =>
      formPage(c, services, { view, question, typed: shown, errors, status })
    if (!read.ok) return again(read.errors, 422)
    const of = { id: idOf(c), questionId: question.id, fromVersion: Number(typed.versioni) || 0 }
    const outcome = await changeQuestion(services, official, of, read.value)
    const unchanged = outcome.kind === 'refused' && outcome.refusal === 'unchanged'
    // What is compared and saved once more is saved over the version that is there now.
    const newest = { ...typed, versioni: String(question.version) }
    return answer(c, outcome, 'ruajt', (error) => again({ pyetja: error }, unchanged ? 422 : 409, newest))
  })

  officeRoute(app, 'POST', officeUrls.withdrawQuestion(':id', ':question'), write, async (c, official) => {
    const view = await viewOf(c, services, official)
    const question = questionIn(c, view)
    const form = await readForm(c)
    const reason = textField(form, 'arsyeja-terheqjes')
    const t = textsIn(c.get('lang')).questions.office.errors
    const again = (error: string, status: number) => {
      const typed = { ...typedOfQuestion(question), 'arsyeja-terheqjes': reason }
      return formPage(c, services, { view, question, typed, errors: { 'arsyeja-terheqjes': error }, status })
    }
    const length = lengthOf(reason)
    if (view.isPublic && (length < 5 || length > QUESTION_LIMITS.reason)) return again(t.reason, 422)
    const outcome = await withdrawQuestion(services, official, { id: idOf(c), questionId: question.id }, reason)
    return answer(c, outcome, view.isPublic ? 'terhoq' : 'hoq', (error) => again(error, 409))
  })
}

function orderRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  const list = async (c: WebContext, official: Official, error: string) => {
    const view = await viewOf(c, services, official)
    const page = pageOf(c, services, null)
    return html(c, <QuestionListPage page={page} view={view} status={error} />, { status: 409 })
  }

  officeRoute(app, 'POST', officeUrls.questionPlace(':id', ':question'), write, async (c, official) => {
    const step = textField(await readForm(c), 'drejtimi') === 'lart' ? -1 : 1
    const of = { id: idOf(c), questionId: c.req.param('question') ?? '' }
    if (!isUuid(of.id) || !isUuid(of.questionId)) throw notFound()
    const outcome = await moveQuestion(services, official, of, step)
    return answer(c, outcome, null, (error) => list(c, official, error))
  })

  officeRoute(app, 'POST', officeUrls.questionResults(':id'), write, async (c, official) => {
    const open = textField(await readForm(c), 'rezultatet') === 'hapur'
    if (!isUuid(idOf(c))) throw notFound()
    const outcome = await openResults(services, official, idOf(c), open)
    return answer(c, outcome, 'rezultatet', (error) => list(c, official, error))
  })
}

const idOf = (c: WebContext): string => c.req.param('id') ?? ''

async function viewOf(c: WebContext, services: Services, official: Official): Promise<QuestionListView> {
  const view = await viewQuestionList(services, official, c.get('lang'), idOf(c))
  if (!view || view.draft.consultation.history) throw notFound()
  return view
}

function questionIn(c: WebContext, view: QuestionListView): Question {
  const question = view.questions.find(({ id }) => id === c.req.param('question'))
  if (!question) throw notFound()
  return question
}

const askedOf = (view: QuestionListView, question: Question | null): AskedOf => ({
  articles: view.articles.map(({ nodeId }) => nodeId),
  isPublic: view.isPublic,
  published: view.isPublic ? question : null,
})

type Shown = {
  view: QuestionListView
  question: Question | null
  typed: Typed
  errors: FieldErrors
  status: number
}

function formPage(c: WebContext, services: Services, { status, ...shown }: Shown): Response | Promise<Response> {
  const kind = shown.question?.kind ?? QUESTION_KINDS.find((one) => one === shown.typed.lloji) ?? 'one'
  return html(c, <QuestionFormPage page={pageOf(c, services, null)} kind={kind} {...shown} />, { status })
}

/** Back to the list, saying what was done; or the page that asked, saying why not. */
function answer(
  c: WebContext,
  outcome: QuestionOutcome,
  done: string | null,
  again: (error: string) => Response | Promise<Response>,
): Response | Promise<Response> {
  const t = textsIn(c.get('lang')).questions.office.errors
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${officeUrls.questions(idOf(c))}${done ? `?u=${done}` : ''}`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'not-there':
      throw notFound()
    case 'refused': {
      const words = { 'too-many': t.tooMany(QUESTION_LIMITS.questions), 'changed-meanwhile': t.changedMeanwhile }
      return again({ ...words, closed: t.closed, public: t.public, unchanged: t.unchanged }[outcome.refusal])
    }
  }
}

function statusOf(c: WebContext): string | null {
  const t = textsIn(c.get('lang')).questions.office
  const { added, saved, removed, withdrawnDone, resultsSaved } = t
  const done = { shtua: added, ruajt: saved, hoq: removed, terhoq: withdrawnDone, rezultatet: resultsSaved }
  return doneWords(done, c.req.query('u'))
}
