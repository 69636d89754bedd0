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
import { ANSWER_FIELDS, errorsOf, pressedIn, readAnswerForm, tickedIn } from './answer-form.ts'
import { ANSWER_LIMITS, LEAST_CORRECTION } from './answer-rules.ts'
import { correctAnswer, discardAnswer } from './correct-answer.ts'
import { decideAnswer, type DecideMove } from './decide-answer.ts'
import { addOfGroup, moveComments } from './move-comments.ts'
import { OneAnswerPage } from './one-answer-page.tsx'
import { publishAnswers } from './publish-answers.ts'
import { officeAnswerUrls as urls } from './urls.ts'
import { viewOneAnswer, type OneAnswerView } from './work-view.ts'
import { rewriteAnswer } from './write-answer.ts'

type Again = { status: number; errors?: FieldErrors; typed?: Typed }

/** One answer, as the office works on it. */
export function officeAnswerRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.one(':id'), may['answers.read'], (c, official) =>
    show(c, services, official, { status: 200 }),
  )
  officeRoute(app, 'POST', urls.one(':id'), may['answers.write'], (c, official) => write(c, services, official))
  officeRoute(app, 'POST', urls.decision(':id'), may['answers.decide'], (c, official) => decide(c, services, official))
  officeRoute(app, 'POST', urls.publication(':id'), may['answers.publish'], (c, official) =>
    publish(c, services, official),
  )
  officeRoute(app, 'POST', urls.correction(':id'), may['answers.write'], (c, official) =>
    correct(c, services, official),
  )
  officeRoute(app, 'POST', urls.discarding(':id'), may['answers.write'], (c, official) =>
    discard(c, services, official),
  )
  officeRoute(app, 'POST', urls.moving(':id'), may['answers.write'], (c, official) => move(c, services, official))
  officeRoute(app, 'POST', urls.ofGroup(':id'), may['answers.write'], (c, official) => addGroup(c, services, official))
}

const textsOf = (c: WebContext) => textsIn(c.get('lang')).answers.office

async function find(c: WebContext, services: Services, official: Official): Promise<OneAnswerView> {
  const view = await viewOneAnswer(services, official, c.req.param('id') ?? '', c.req.query('pas') ?? '')
  if (!view) throw notFound()
  return view
}

async function show(
  c: WebContext,
  services: Services,
  official: Official,
  { status, errors = {}, typed = {} }: Again,
): Promise<Response> {
  const view = await find(c, services, official)
  const { answer } = view
  const standing: Typed = {
    vendimi: answer.decision ?? '',
    shkaku: answer.ground ?? '',
    arsyetimi: answer.reason ?? '',
    korrigjimi: answer.correction ?? '',
  }
  const shown = { ...standing, ...typed, versioni: String(answer.revision), dergesa: randomUUID() }
  const words = status === 200 ? doneWords(textsOf(c).done, c.req.query('u')) : null
  return html(
    c,
    <OneAnswerPage
      page={pageOf(c, services, null)}
      view={view}
      typed={shown}
      form={randomUUID()}
      errors={errors}
      status={words}
    />,
    { status },
  )
}

/** What another's deed in the meantime makes of this one; what is not here any more; what may not be. */
async function refused(
  c: WebContext,
  services: Services,
  official: Official,
  kind: 'moved-meanwhile' | 'not-permitted' | 'no-such-answer',
  typed: Typed = {},
): Promise<Response> {
  if (kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (kind === 'no-such-answer') throw notFound()
  return show(c, services, official, { status: 409, errors: { permbajtja: textsOf(c).errors.moved }, typed })
}

const idOf = (c: WebContext): string => {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

const orderOf = (form: FormData): { revision: number; form: string | null } => {
  const id = textField(form, 'dergesa')
  return { revision: Number(textField(form, 'versioni')) || 0, form: isUuid(id) ? id : null }
}

const done = (c: WebContext, id: string, word: keyof ReturnType<typeof textsOf>['done']): Response =>
  redirect(c, `${urls.one(id)}?u=${word}`)

async function write(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t, sent] = [idOf(c), textsOf(c), await readForm(c)]
  const view = await find(c, services, official)
  const typed = typedOf(sent, ANSWER_FIELDS)
  if (pressedIn(sent) === 'vendos') {
    const reason = view.reasons.find((one) => one.id === typed.biblioteka)
    const filled = reason
      ? { ...typed, arsyetimi: withReason(typed.arsyetimi, reason.words), 'arsyeja-id': reason.id }
      : typed
    return show(c, services, official, { status: 200, typed: filled })
  }
  const form = readAnswerForm(sent, t, { published: view.answer.version > 0 })
  if (!form.ok) return show(c, services, official, { status: 422, errors: form.errors, typed })
  const { words, ...order } = form
  const outcome = await rewriteAnswer(services, official, id, { ...words, ...order })
  switch (outcome.kind) {
    case 'written':
      return done(c, id, form.propose ? 'propozuar' : 'ruajtur')
    case 'refused':
      return show(c, services, official, { status: 422, errors: errorsOf(outcome.refusals, t), typed })
    case 'unfit-ground':
      return show(c, services, official, {
        status: 422,
        errors: { shkaku: t.errors.unfit(outcome.codes.join(', ')) },
        typed,
      })
    case 'nothing-to-answer':
    case 'too-many':
    case 'other-number':
      return show(c, services, official, { status: 422, errors: { permbajtja: t.errors.nobodyAnswered }, typed })
    default:
      return refused(c, services, official, outcome.kind, typed)
  }
}

/** What was typed stays; the reason of the library comes behind it. */
export const withReason = (typed: string | undefined, words: string): string => (typed ? `${typed}\n\n${words}` : words)

async function decide(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t, sent] = [idOf(c), textsOf(c), await readForm(c)]
  const reason = textField(sent, 'arsyeja-kthimit')
  const returns = textField(sent, 'veprimi') === 'kthe'
  const typed = { 'arsyeja-kthimit': reason }
  if (returns && (lengthOf(reason) < 3 || lengthOf(reason) > ANSWER_LIMITS.returned))
    return show(c, services, official, { status: 422, errors: { 'arsyeja-kthimit': t.errors.returnReason }, typed })
  const wanted: DecideMove = returns ? { do: 'return', reason } : { do: 'approve' }
  const outcome = await decideAnswer(services, official, id, { ...orderOf(sent), move: wanted })
  switch (outcome.kind) {
    case 'done':
      return done(c, id, returns ? 'kthyer' : 'miratuar')
    case 'same-person':
      return show(c, services, official, { status: 409, errors: { permbajtja: t.errors.samePerson } })
    case 'unfit-ground': {
      const errors = { permbajtja: t.errors.unfit(outcome.codes.join(', ')) }
      return show(c, services, official, { status: 409, errors })
    }
    case 'nobody-answered':
      return show(c, services, official, { status: 409, errors: { permbajtja: t.errors.nobodyAnswered } })
    default:
      return refused(c, services, official, outcome.kind, typed)
  }
}

async function publish(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t, sent] = [idOf(c), textsOf(c), await readForm(c)]
  const view = await find(c, services, official)
  const { form } = orderOf(sent)
  if (form === null) return show(c, services, official, { status: 422, errors: { permbajtja: t.errors.form } })
  const outcome = await publishAnswers(services, official, { consultationId: view.matter.id, ids: [id], form })
  switch (outcome.kind) {
    case 'published':
      if (outcome.done > 0) return done(c, id, 'publikuar')
      return show(c, services, official, { status: 409, errors: { permbajtja: t.errors.notPublished } })
    case 'queued':
      return done(c, id, 'ne-radhe')
    case 'nothing-decided':
      return refused(c, services, official, 'moved-meanwhile')
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

async function correct(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t, sent] = [idOf(c), textsOf(c), await readForm(c)]
  const correction = textField(sent, 'korrigjimi')
  const typed = { korrigjimi: correction }
  if (lengthOf(correction) < LEAST_CORRECTION || lengthOf(correction) > ANSWER_LIMITS.correction)
    return show(c, services, official, { status: 422, errors: { korrigjimi: t.errors['no-correction'] }, typed })
  const outcome = await correctAnswer(services, official, id, { ...orderOf(sent), correction })
  return outcome.kind === 'done' ? done(c, id, 'korrigjim') : refused(c, services, official, outcome.kind, typed)
}

async function discard(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = idOf(c)
  const outcome = await discardAnswer(services, official, id, orderOf(await readForm(c)))
  if (outcome.kind === 'gone') return redirect(c, `${urls.work(outcome.consultationId)}?u=hequr`)
  return outcome.kind === 'done' ? done(c, id, 'hequr') : refused(c, services, official, outcome.kind)
}

async function move(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t, sent] = [idOf(c), textsOf(c), await readForm(c)]
  const typed = typedOf(sent, ['kodi', 'arsyeja'])
  const [code, reason] = [(typed.kodi ?? '').toUpperCase(), typed.arsyeja ?? '']
  const view = await find(c, services, official)
  const again = (errors: FieldErrors) => show(c, services, official, { status: 422, errors, typed })
  if (lengthOf(reason) > ANSWER_LIMITS.correction) return again({ arsyeja: t.errors['no-correction'] })
  const outcome = await moveComments(services, official, id, {
    ...orderOf(sent),
    ids: tickedIn(sent),
    to: code || null,
    reason: reason || null,
  })
  switch (outcome.kind) {
    case 'moved':
      return outcome.gone ? redirect(c, `${urls.work(view.matter.id)}?u=levizur`) : done(c, id, 'levizur')
    case 'nobody-ticked':
      return again({ k: t.errors.nobody })
    case 'no-such-goal':
      return again({ kodi: t.errors.noGoal })
    case 'no-reason':
      return again({ arsyeja: t.errors.moveReason })
    case 'unfit-ground':
      return again({ kodi: t.errors.unfit(outcome.codes.join(', ')) })
    case 'concluded':
      return show(c, services, official, { status: 409, errors: { permbajtja: t.errors.concluded }, typed })
    default:
      return refused(c, services, official, outcome.kind, typed)
  }
}

async function addGroup(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [id, t] = [idOf(c), textsOf(c)]
  const outcome = await addOfGroup(services, official, id, orderOf(await readForm(c)))
  if (outcome.kind === 'added') return done(c, id, 'shtuar')
  if (outcome.kind !== 'unfit-ground') return refused(c, services, official, outcome.kind)
  return show(c, services, official, { status: 409, errors: { permbajtja: t.errors.unfit(outcome.codes.join(', ')) } })
}
