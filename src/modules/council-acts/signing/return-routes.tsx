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
import { actPermissions as may } from '../permissions.ts'
import { enterReturn, settleReturn } from './return-act.ts'
import { ReturnPage } from './return-page.tsx'
import { OUTCOME_FIELDS, readOutcome, readReturn, RETURN_FIELDS } from './signing-form.ts'
import { viewReturns, type ReturnView } from './signing-view.ts'
import { signingTexts } from './texts.ts'
import { signingUrls as urls } from './urls.ts'

/** The mayor returned it, and what the council said. */
export function returnRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.mayorReturn(':id'), may['acts.read'], async (c, official) =>
    returnPage(c, services, await returnsFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.mayorReturn(':id'), may['acts.decide'], (c, official) => enter(c, services, official))
  officeRoute(app, 'POST', urls.outcome(':id'), may['acts.decide'], (c, official) => settle(c, services, official))
}

async function returnsFor(c: WebContext, services: Services, official: Official): Promise<ReturnView> {
  const view = await viewReturns(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function decidable(c: WebContext, services: Services, official: Official) {
  const view = await returnsFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const form = await readForm(c)
  const sent = textField(form, 'dergesa')
  const by = { accountId: official.accountId }
  return {
    view,
    form,
    order: { by, seen: Number(form.get('versioni')) || 0, formId: isUuid(sent) ? sent : randomUUID() },
  }
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function returnPage(c: WebContext, services: Services, view: ReturnView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = status === 200 ? doneWords(signingTexts(c.get('lang')).done, c.req.query('u')) : null
  const props = { page: pageOf(c, services, null), view, typed, errors, formId: randomUUID(), status: done }
  return html(c, <ReturnPage {...props} />, { status })
}

async function enter(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { view, form, order } = await decidable(c, services, official)
  const t = signingTexts(c.get('lang'))
  const read = readReturn(form, t, { from: view.act.adoptedOn, today: view.today })
  if (!read.ok) return returnPage(c, services, view, { ...read, status: 422 })
  const outcome = await enterReturn(services, view.act.id, read.value, order)
  if (outcome === 'done') return redirect(c, `${urls.mayorReturn(view.act.id)}?u=kthimi`)
  if (outcome === 'no-such-act') throw notFound()
  const words = outcome === 'changed-meanwhile' ? t.errors.changedMeanwhile : t.returns.refusals[outcome]
  const again = { typed: typedOf(form, RETURN_FIELDS), errors: { kthyer: words }, status: 409 }
  return returnPage(c, services, await returnsFor(c, services, official), again)
}

async function settle(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { view, form, order } = await decidable(c, services, official)
  const t = signingTexts(c.get('lang'))
  const open = view.returns.find(({ outcome }) => outcome === null)
  const read = readOutcome(form, t, { from: open?.returnedOn ?? null, today: view.today })
  if (!read.ok) return returnPage(c, services, view, { ...read, status: 422 })
  const outcome = await settleReturn(services, view.act.id, read.value, order)
  const typed = typedOf(form, OUTCOME_FIELDS)
  const again = async (field: string, words: string, status: number) =>
    returnPage(c, services, await returnsFor(c, services, official), { typed, errors: { [field]: words }, status })
  switch (outcome) {
    case 'done':
      return redirect(c, `${urls.mayorReturn(view.act.id)}?u=vendimi`)
    case 'no-such-act':
      throw notFound()
    case 'no-such-vote':
      return again('votimi', t.errors.voteUnknown, 422)
    case 'before-return':
      return again('vendosur', t.errors.outcomeOn, 422)
    case 'no-open-return':
      return again('vendosi', t.errors.noOpen, 409)
    case 'changed-meanwhile':
      return again('vendosi', t.errors.changedMeanwhile, 409)
    case 'wrong-state':
      return again('vendosi', t.errors.wrongState, 409)
  }
}
