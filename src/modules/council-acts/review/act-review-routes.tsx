import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { ActReviewPage, CORRECTION } from './act-review-page.tsx'
import { giveVerdict } from './give-verdict.ts'
import { viewActReview, type ActReviewView } from './office-view.ts'
import { reExamineAct } from './re-examine-act.ts'
import { readReExamination, readVerdict, RE_EXAMINATION_FIELDS, verdictFields } from './review-form.ts'
import { VERDICT_KINDS } from './review-rules.ts'
import { textsIn } from './texts.ts'
import { formIn, typedIn } from './transmittal-answer-routes.tsx'
import { reviewUrls as urls } from './urls.ts'

/** The review of one act: its story, what was said of it, and what the council did then. */
export function actReviewRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.act(':id'), may['acts.read'], async (c, official) =>
    actPage(c, services, await actFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.verdict(':id'), may['acts-review.write'], (c, official) => enter(c, services, official))
  officeRoute(app, 'POST', urls.reExamine(':id'), may['acts-review.write'], (c, official) =>
    reExamine(c, services, official),
  )
}

async function actFor(c: WebContext, services: Services, official: Official): Promise<ActReviewView> {
  const view = await viewActReview(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<ActReviewView> {
  const view = await actFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function actPage(c: WebContext, services: Services, view: ActReviewView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).one.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done, formId: randomUUID() }
  return html(c, <ActReviewPage {...props} />, { status })
}

async function enter(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const correcting = textField(form, 'korrigjim') === 'po'
  const prefix = correcting ? CORRECTION : ''
  const typed = typedIn(form, verdictFields(prefix))
  // What cannot be said now is judged by the deed, which sees the act as it is then.
  const read = readVerdict(form, texts, { prefix, today: view.today, kinds: VERDICT_KINDS })
  if (!read.ok) return actPage(c, services, view, { ...read, status: 422 })
  const by = { accountId: official.accountId }
  const { id } = view.act
  const order = { ...read.value, actIds: [id], correcting, formId: formIn(form), as: 'secretary' as const, by }
  const outcome = await giveVerdict(services, order)
  if (outcome === 'done') return redirect(c, `${urls.act(id)}?u=pergjigjja`)
  if (outcome === 'no-such-act') throw notFound()
  const field = outcome === 'too-early' ? `${prefix}dita` : `${prefix}pergjigjja`
  const errors = { [field]: texts.refusals[outcome] }
  const status = outcome === 'not-now' ? 409 : 422
  return actPage(c, services, await actFor(c, services, official), { typed, errors, status })
}

async function reExamine(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const read = readReExamination(form, texts, { today: view.today, votes: view.votes.map(({ ref }) => ref) })
  if (!read.ok) return actPage(c, services, view, { ...read, status: 422 })
  const { id } = view.act
  const by = { accountId: official.accountId }
  const outcome = await reExamineAct(services, id, { ...read.value, formId: formIn(form), by })
  if (outcome === 'done') return redirect(c, `${urls.act(id)}?u=rishqyrtimi`)
  if (outcome === 'no-such-act') throw notFound()
  const errors = { [outcome === 'too-early' ? 'rishqyrtimi' : 'si']: texts.refusals[outcome] }
  const again = { typed: typedIn(form, RE_EXAMINATION_FIELDS), errors, status: outcome === 'too-early' ? 422 : 409 }
  return actPage(c, services, await actFor(c, services, official), again)
}
