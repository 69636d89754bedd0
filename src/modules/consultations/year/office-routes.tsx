import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ActLinkPage } from './act-link-page.tsx'
import { actRoutes } from './office-act-routes.tsx'
import { viewActLink, viewPlan, viewPlanList, type ActLinkView, type PlanView } from './office-view.ts'
import { linkPlannedAct } from './link-planned-act.ts'
import { PlanListPage } from './plan-list-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { yearTexts } from './texts.ts'
import { yearOfficeUrls as urls } from './urls.ts'
import { carryOver, publishYearPlan, startYearPlan } from './write-year-plan.ts'
import { readYear } from './year-rules.ts'

/** The yearly plans in the office: plans, their entries, and which consultation belongs to which. */
export function yearOfficeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['year-plans.read'], (c, official) => listPage(c, services, official))
  officeRoute(app, 'POST', urls.list(), may['year-plans.write'], (c, official) => start(c, services, official))
  officeRoute(app, 'GET', urls.plan(':id'), may['year-plans.read'], async (c, official) =>
    planPage(c, await planOf(c, services, official), services),
  )
  officeRoute(app, 'POST', urls.publish(':id'), may['year-plans.publish'], async (c, official) => {
    const view = await planOf(c, services, official)
    if (!view.mayPublish) throw new Refused(403, 'not-permitted')
    const outcome = await publishYearPlan(services, official, view.plan.id)
    if (outcome.kind === 'published') return redirect(c, `${urls.plan(view.plan.id)}?u=publikimi`)
    const errors = { plani: yearTexts(c.get('lang')).office.errors.nothing }
    return planPage(c, view, services, { errors, status: 409 })
  })
  officeRoute(app, 'POST', urls.carry(':id'), may['year-plans.write'], async (c, official) => {
    const view = await planOf(c, services, official)
    const outcome = await carryOver(services, official, view.plan.id)
    if (outcome.kind !== 'carried') throw new Refused(403, 'not-permitted')
    return redirect(c, `${urls.plan(view.plan.id)}?u=${outcome.acts > 0 ? 'marrja' : 'asgje-per-marrje'}`)
  })
  actRoutes(app, services)
  linkRoutes(app, services)
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function listPage(c: WebContext, services: Services, official: Official, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const view = await viewPlanList(services, official, c.get('lang'), c.req.query('pas'))
  return html(c, <PlanListPage page={pageOf(c, services, null)} view={view} typed={typed} errors={errors} />, {
    status,
  })
}

async function start(c: WebContext, services: Services, official: Official): Promise<Response> {
  const e = yearTexts(c.get('lang')).office.errors
  const typed = typedOf(await readForm(c), ['institucioni', 'viti'])
  const { institucioni = '' } = typed
  const year = readYear(typed.viti ?? '')
  const errors = {
    ...(isUuid(institucioni) ? {} : { institucioni: e.institution }),
    ...(year === null ? { viti: e.year } : {}),
  }
  if (year === null || Object.keys(errors).length > 0)
    return listPage(c, services, official, { typed, errors, status: 422 })
  const outcome = await startYearPlan(services, official, { institutionId: institucioni, year })
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  return redirect(c, `${urls.plan(outcome.id)}?u=hapja`)
}

async function planOf(c: WebContext, services: Services, official: Official): Promise<PlanView> {
  const view = await viewPlan(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

function planPage(c: WebContext, view: PlanView, services: Services, again: Again = {}): Promise<Response> | Response {
  const { errors = {}, status = 200 } = again
  const done = doneWords(yearTexts(c.get('lang')).office.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <PlanPage page={page} view={view} status={done} errors={errors} />, { status })
}

function linkRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.link(':id'), may['year-plans.read'], async (c, official) => {
    const view = await linkOf(c, services, official)
    const done = doneWords(yearTexts(c.get('lang')).office.done, c.req.query('u'))
    const page = pageOf(c, services, null)
    return html(c, <ActLinkPage page={page} view={view} chosen={view.consultation.plannedActId} status={done} />)
  })
  officeRoute(app, 'POST', urls.link(':id'), may['year-plans.write'], async (c, official) => {
    const view = await linkOf(c, services, official)
    const { akti = '' } = typedOf(await readForm(c), ['akti'])
    const known = akti === '' || view.choices.some(({ id }) => id === akti)
    const id = view.consultation.id
    const outcome = known
      ? await linkPlannedAct(services, official, id, akti || null)
      : { kind: 'no-such-act' as const }
    if (outcome.kind === 'linked') return redirect(c, `${urls.link(id)}?u=lidhja`)
    if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
    const errors = { akti: yearTexts(c.get('lang')).office.errors.act }
    const page = pageOf(c, services, null)
    return html(c, <ActLinkPage page={page} view={view} chosen={akti} errors={errors} />, { status: 422 })
  })
}

async function linkOf(c: WebContext, services: Services, official: Official): Promise<ActLinkView> {
  const view = await viewActLink(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}
