import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { ANSWER_FIELDS, errorsOf, pressedIn, readAnswerForm, tickedIn } from './answer-form.ts'
import { NOT_CONSIDERED_GROUNDS } from './answer-rules.ts'
import { decideAnswers } from './decide-answer.ts'
import { withReason } from './office-answer-routes.tsx'
import { publishAnswers } from './publish-answers.ts'
import { officeAnswerUrls as urls } from './urls.ts'
import { viewChosen, viewWork, type Choice } from './work-view.ts'
import { WorkPage } from './work-page.tsx'
import { WritePage } from './write-page.tsx'
import { writeAnswer } from './write-answer.ts'

/** The table of work, new answers, and deeds on many. */
export function answerWorkRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.work(':id'), may['answers.read'], (c, official) =>
    work(c, services, official, { status: 200 }),
  )
  officeRoute(app, 'GET', urls.write(':id'), may['answers.write'], (c, official) => {
    const ground = NOT_CONSIDERED_GROUNDS.find((one) => one === c.req.query('shkaku'))
    const typed: Typed = ground ? { vendimi: 'not-considered', shkaku: ground } : {}
    return writing(c, services, official, { choice: askedIn(c), typed, status: 200 })
  })
  officeRoute(app, 'POST', urls.write(':id'), may['answers.write'], (c, official) => write(c, services, official))
  officeRoute(app, 'POST', urls.choose(':id'), may['answers.write'], (c, official) => choose(c, services, official))
  officeRoute(app, 'POST', urls.bulk(':id'), may['answers.decide'], (c, official) => approve(c, services, official))
  officeRoute(app, 'POST', urls.publish(':id'), may['answers.publish'], async (c, official) => {
    const sent = await readForm(c)
    const form = textField(sent, 'dergesa')
    if (textField(sent, 'zgjedhur') !== 'po') return publish(c, services, official, { ids: null, form })
    const ids = answersIn(sent, tickedIn(sent)).map(({ id }) => id)
    return ids.length === 0 ? nobody(c, services, official, sent) : publish(c, services, official, { ids, form })
  })
}

const textsOf = (c: WebContext) => textsIn(c.get('lang')).answers.office
const idOf = (c: WebContext): string => c.req.param('id') ?? ''

/** `query`: the list as it was narrowed, of a form that came back. */
type Again = { status: number; errors?: FieldErrors; query?: string }

const asked = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))

async function work(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const view = await viewWork(
    services,
    official,
    idOf(c),
    again.query === undefined ? c.req.query() : asked(again.query),
  )
  if (!view) throw notFound()
  const words = again.status === 200 ? toldIn(c) : null
  return html(
    c,
    <WorkPage
      page={pageOf(c, services, null)}
      view={view}
      form={randomUUID()}
      status={words}
      errors={again.errors ?? {}}
    />,
    { status: again.status },
  )
}

/** What the deed before has done, with its numbers. */
function toldIn(c: WebContext): string | null {
  const t = textsOf(c)
  const [done, left, same] = (c.req.query('n') ?? '').split('.').map((one) => Math.min(Number(one) || 0, 1_000_000))
  if (c.req.query('u') === 'miratuar-disa') return t.approved(done ?? 0, left ?? 0, same ?? 0)
  if (c.req.query('u') === 'publikuar-disa') return t.published(done ?? 0, left ?? 0)
  return doneWords(t.done, c.req.query('u'))
}

function askedIn(c: WebContext): Choice {
  const group = c.req.query('grupi') ?? ''
  const ids = (c.req.queries('k') ?? []).filter(isUuid)
  return {
    ids,
    group: isUuid(group) ? group : null,
    filter: c.req.query('te-gjitha') === 'po' ? (c.req.query('filtri') ?? '') : null,
  }
}

const choiceIn = (form: FormData): Choice => {
  const group = textField(form, 'grupi')
  return {
    ids: tickedIn(form),
    group: isUuid(group) ? group : null,
    filter: textField(form, 'te-gjitha') === 'po' ? textField(form, 'filtri') : null,
  }
}

type Writing = { choice: Choice; typed: Typed; errors?: FieldErrors; status: number }

async function writing(
  c: WebContext,
  services: Services,
  official: Official,
  { choice, typed, errors = {}, status }: Writing,
): Promise<Response> {
  const view = await viewChosen(services, official, idOf(c), choice)
  if (!view) throw notFound()
  const filled = { ...typed, dergesa: isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID() }
  const nobody = view.number === 0 && status === 200 ? { permbajtja: textsOf(c).errors.nothing } : errors
  const shown = { choice, typed: filled, errors: nobody }
  return html(c, <WritePage page={pageOf(c, services, null)} view={view} {...shown} />, { status })
}

async function write(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [t, sent] = [textsOf(c), await readForm(c)]
  const choice = choiceIn(sent)
  const typed = typedOf(sent, ANSWER_FIELDS)
  const view = await viewChosen(services, official, idOf(c), choice)
  if (!view) throw notFound()
  const again = (status: number, errors: FieldErrors) =>
    writing(c, services, official, { choice, typed, errors, status })
  if (pressedIn(sent) === 'vendos') {
    const reason = view.reasons.find((one) => one.id === typed.biblioteka)
    const filled = reason
      ? { ...typed, arsyetimi: withReason(typed.arsyetimi, reason.words), 'arsyeja-id': reason.id }
      : typed
    return writing(c, services, official, { choice, typed: filled, status: 200 })
  }
  const form = readAnswerForm(sent, t)
  if (!form.ok) return again(422, form.errors)
  const of = choice.group === null ? { comments: view.ids } : { group: choice.group }
  const outcome = await writeAnswer(services, official, {
    ...form.words,
    of,
    reasonId: form.reasonId,
    form: form.form,
    propose: form.propose,
    consultationId: view.matter.id,
    seen: choice.filter === null ? null : Number(typed.pare) || 0,
  })
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${urls.one(outcome.id)}?u=${form.propose ? 'propozuar' : 'ruajtur'}`)
    case 'refused':
      return again(422, errorsOf(outcome.refusals, t))
    case 'unfit-ground':
      return again(422, { shkaku: t.errors.unfit(outcome.codes.join(', ')) })
    case 'too-many':
      return again(422, { permbajtja: t.errors.tooMany })
    case 'other-number':
      return again(409, { permbajtja: t.errors.otherNumber })
    case 'nothing-to-answer':
    case 'moved-meanwhile':
      return again(409, { permbajtja: t.errors.nothing })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-answer':
      throw notFound()
  }
}

const nobody = (c: WebContext, services: Services, official: Official, sent: FormData): Promise<Response> => {
  const errors = { k: textsOf(c).errors.nobody }
  return work(c, services, official, { status: 422, errors, query: textField(sent, 'filtri') })
}

/** To the form of a new answer, with those who were ticked or all that match. */
async function choose(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, sent] = [idOf(c), await readForm(c)]
  const view = await viewWork(services, official, id, {})
  if (!view) throw notFound()
  if (!view.may.write) throw new Refused(403, 'not-permitted')
  const ticked = tickedIn(sent)
  const all = textField(sent, 'te-gjitha') === 'po'
  if (!all && ticked.length === 0) return nobody(c, services, official, sent)
  const words = new URLSearchParams(
    all ? { 'te-gjitha': 'po', filtri: textField(sent, 'filtri') } : ticked.map((one) => ['k', one]),
  )
  return redirect(c, `${urls.write(id)}?${words}`)
}

/** Approves the answers of those who were ticked. */
async function approve(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, sent] = [idOf(c), await readForm(c)]
  const view = await viewWork(services, official, id, {})
  if (!view) throw notFound()
  if (!view.may.decide) throw new Refused(403, 'not-permitted')
  const chosen = answersIn(sent, tickedIn(sent))
  if (chosen.length === 0) return nobody(c, services, official, sent)
  const { done, left, samePerson } = await decideAnswers(services, official, chosen)
  return redirect(c, `${urls.work(id)}?u=miratuar-disa&n=${done}.${left}.${samePerson}`)
}

/** The answers of the comments that were ticked, each once, as they stood on the page. */
function answersIn(form: FormData, ticked: readonly string[]): { id: string; revision: number }[] {
  const found = new Map<string, number>()
  for (const one of ticked) {
    const [id = '', revision = ''] = textField(form, `a-${one}`).split('.')
    if (isUuid(id)) found.set(id, Number(revision) || 0)
  }
  return [...found].map(([id, revision]) => ({ id, revision }))
}

async function publish(
  c: WebContext,
  services: Services,
  official: Official,
  { ids, form }: { ids: readonly string[] | null; form: string },
): Promise<Response> {
  const [id, t] = [idOf(c), textsOf(c)]
  if (!isUuid(id)) throw notFound()
  if (!isUuid(form)) return work(c, services, official, { status: 422, errors: { permbajtja: t.errors.form } })
  const outcome = await publishAnswers(services, official, { consultationId: id, ids, form })
  switch (outcome.kind) {
    case 'published':
      return redirect(c, `${urls.work(id)}?u=publikuar-disa&n=${outcome.done}.${outcome.left}`)
    case 'queued':
      return redirect(c, `${urls.work(id)}?u=ne-radhe`)
    case 'nothing-decided':
      return redirect(c, `${urls.work(id)}?u=asgje-e-vendosur`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}
