import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ActFormPage } from './act-form-page.tsx'
import { readActForm, readAdoption, typedAct, typedOfAct } from './act-form.ts'
import { adoptPlannedAct, dropPlannedAct, resumePlannedAct, type MoveOutcome } from './move-planned-act.ts'
import { OfficeActPage } from './office-act-page.tsx'
import { viewActChoices, viewOfficeAct, viewPlan, type OfficeActView, type PlanView } from './office-view.ts'
import { yearTexts } from './texts.ts'
import { yearOfficeUrls as urls } from './urls.ts'
import { addPlannedAct, changePlannedAct, removePlannedAct } from './write-planned-act.ts'
import { YEAR_LIMITS } from './year-rules.ts'

/** The entries of the yearly plans, one by one. */
export function actRoutes(app: WebApp, services: Services): void {
  const [read, write] = [may['year-plans.read'], may['year-plans.write']]
  officeRoute(app, 'GET', urls.newAct(':id'), write, async (c, official) =>
    newPage(c, services, await writablePlan(c, services, official), { dergesa: randomUUID() }),
  )
  officeRoute(app, 'POST', urls.newAct(':id'), write, (c, official) => add(c, services, official))
  officeRoute(app, 'GET', urls.act(':id'), read, async (c, official) =>
    actPage(c, services, await actOf(c, services, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), write, async (c, official) => {
    const view = await writableAct(c, services, official)
    return changePage(c, services, view, { typed: typedOfAct(view) })
  })
  officeRoute(app, 'POST', urls.change(':id'), write, (c, official) => change(c, services, official))
  officeRoute(app, 'POST', urls.remove(':id'), write, async (c, official) => {
    const view = await writableAct(c, services, official)
    const { kind } = await removePlannedAct(services, official, view.act.id)
    if (kind === 'removed') return redirect(c, `${urls.plan(view.act.planId)}?u=fshirja`)
    throw new Refused(409, 'conflict')
  })
  moveRoutes(app, services)
}

function moveRoutes(app: WebApp, services: Services): void {
  const publish = may['year-plans.publish']
  officeRoute(app, 'POST', urls.drop(':id'), publish, (c, official) =>
    withReason(c, services, official, 'heqja', dropPlannedAct),
  )
  officeRoute(app, 'POST', urls.resume(':id'), publish, (c, official) =>
    withReason(c, services, official, 'rikthimi', resumePlannedAct),
  )
  officeRoute(app, 'POST', urls.adopt(':id'), publish, async (c, official) => {
    const view = await movableAct(c, services, official)
    const read = readAdoption(await readForm(c), yearTexts(c.get('lang')), view.act.today)
    if (!read.ok) return actPage(c, services, view, { ...read, status: 422 })
    return moved(c, services, view, await adoptPlannedAct(services, official, view.act.id, read.value), 'miratimi')
  })
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function newPage(
  c: WebContext,
  services: Services,
  { plan }: PlanView,
  typed: Typed,
  errors: FieldErrors | null = null,
) {
  const choices = await viewActChoices(services, c.get('lang'), plan.institutionId)
  const props = { page: pageOf(c, services, null), plan, act: null, choices, typed, errors: errors ?? {} }
  return html(c, <ActFormPage {...props} />, { status: errors ? 422 : 200 })
}

async function add(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writablePlan(c, services, official)
  const form = await readForm(c)
  const { id, year } = view.plan
  const read = readActForm(form, yearTexts(c.get('lang')), { year, public: false })
  if (!read.ok) return newPage(c, services, view, read.typed, read.errors)
  const brought = textField(form, 'dergesa')
  const submissionId = isUuid(brought) ? brought : randomUUID()
  const outcome = await addPlannedAct(services, official, id, { ...read.value, submissionId })
  if (outcome.kind !== 'written') throw new Refused(403, 'not-permitted')
  return redirect(c, textField(form, 'pastaj') === 'tjetri' ? urls.newAct(id) : `${urls.plan(id)}?u=shtimi`)
}

async function changePage(c: WebContext, services: Services, view: OfficeActView, again: Again): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const choices = await viewActChoices(services, c.get('lang'), view.act.institutionId)
  const act = { id: view.act.id, public: view.act.state === 'published', hasNext: view.nextId !== null }
  const props = { page: pageOf(c, services, null), plan: view.plan, act, choices, typed, errors }
  return html(c, <ActFormPage {...props} />, { status })
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writableAct(c, services, official)
  const t = yearTexts(c.get('lang'))
  const form = await readForm(c)
  const { id, year, state } = view.act
  const read = readActForm(form, t, { year, public: state === 'published' })
  if (!read.ok) return changePage(c, services, view, { ...read, status: 422 })
  const outcome = await changePlannedAct(services, official, id, read.value)
  if (outcome.kind === 'changed-meanwhile') {
    const typed = { ...typedAct(form), versioni: String(outcome.version) }
    return changePage(c, services, view, { typed, errors: { titulli: t.office.errors.changedMeanwhile }, status: 409 })
  }
  if (outcome.kind !== 'written') throw new Refused(outcome.kind === 'gone' ? 409 : 403, 'not-permitted')
  const next = textField(form, 'pastaj') === 'tjetri' ? view.nextId : null
  return redirect(c, next ? urls.change(next) : `${urls.act(id)}?u=ruajtja`)
}

function actPage(
  c: WebContext,
  services: Services,
  view: OfficeActView,
  again: Again = {},
): Response | Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(yearTexts(c.get('lang')).office.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <OfficeActPage page={page} view={view} status={done} typed={typed} errors={errors} />, { status })
}

async function withReason(
  c: WebContext,
  services: Services,
  official: Official,
  done: string,
  deed: (services: Services, official: Official, id: string, reason: string) => Promise<MoveOutcome>,
): Promise<Response> {
  const view = await movableAct(c, services, official)
  const reason = textField(await readForm(c), 'arsyeja')
  if (lengthOf(reason) < 5 || lengthOf(reason) > YEAR_LIMITS.reason) {
    const errors = { arsyeja: yearTexts(c.get('lang')).office.errors.reason }
    return actPage(c, services, view, { typed: { arsyeja: reason }, errors, status: 422 })
  }
  return moved(c, services, view, await deed(services, official, view.act.id, reason), done)
}

function moved(c: WebContext, services: Services, view: OfficeActView, outcome: MoveOutcome, done: string) {
  if (outcome.kind === 'moved') return redirect(c, `${urls.act(view.act.id)}?u=${done}`)
  if (outcome.kind !== 'refused') throw new Refused(403, 'not-permitted')
  const errors = { gjendja: yearTexts(c.get('lang')).office.refusals[outcome.refusal] }
  return actPage(c, services, view, { errors, status: 409 })
}

async function writablePlan(c: WebContext, services: Services, official: Official): Promise<PlanView> {
  const view = await viewPlan(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

async function actOf(c: WebContext, services: Services, official: Official): Promise<OfficeActView> {
  const view = await viewOfficeAct(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writableAct(c: WebContext, services: Services, official: Official): Promise<OfficeActView> {
  const view = await actOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  if (view.act.state === 'taken-down') throw new Refused(409, 'conflict')
  return view
}

async function movableAct(c: WebContext, services: Services, official: Official): Promise<OfficeActView> {
  const view = await actOf(c, services, official)
  if (!view.mayPublish) throw new Refused(403, 'not-permitted')
  return view
}
