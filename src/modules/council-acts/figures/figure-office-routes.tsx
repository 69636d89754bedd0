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
import { BindPage } from './bind-page.tsx'
import { bindToPlan, unbindFromPlan } from './bind-to-plan.ts'
import { viewBind, type BindView } from './bind-view.ts'
import { typedOfWords } from './report-fields-rules.ts'
import { PUBLISH_FIELDS, readPublishForm, readReportForm, REPORT_FIELDS } from './report-form.ts'
import { OfficeReportPage, OfficeReportsPage } from './report-office-page.tsx'
import { viewOfficeReport, viewOfficeReports, type OfficeReportView } from './report-office-view.ts'
import { figureTexts } from './texts.ts'
import { figureOfficeUrls as urls } from './urls.ts'
import { publishDecisionReport, saveDecisionReport } from './write-report.ts'

/** The yearly report in the office, and the bond of an act to the plan. */
export function figureOfficeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.reports(), may['acts.read'], async (c, official) => {
    const view = await viewOfficeReports(services, official, c.get('lang'), c.req.query('viti'))
    return html(c, <OfficeReportsPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.report(':slug', ':year'), may['acts.read'], async (c, official) =>
    reportPage(c, services, await reportOf(c, services, official)),
  )
  officeRoute(app, 'POST', urls.report(':slug', ':year'), may['acts.write'], (c, official) =>
    save(c, services, official),
  )
  officeRoute(app, 'POST', urls.publish(':slug', ':year'), may['acts-report.publish'], (c, official) =>
    publish(c, services, official),
  )
  officeRoute(app, 'GET', urls.plan(':id'), may['acts.read'], async (c, official) =>
    bindPage(c, services, await bindOf(c, services, official)),
  )
  officeRoute(app, 'POST', urls.plan(':id'), may['acts.write'], (c, official) => bind(c, services, official))
  officeRoute(app, 'POST', urls.unbind(':id'), may['acts.write'], (c, official) => unbind(c, services, official))
}

async function reportOf(c: WebContext, services: Services, official: Official): Promise<OfficeReportView> {
  const asked = { year: c.req.param('year') ?? '', slug: c.req.param('slug') ?? '' }
  const view = await viewOfficeReport(services, official, c.get('lang'), asked)
  if (!view) throw notFound()
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function reportPage(c: WebContext, services: Services, view: OfficeReportView, again: Again = {}): Promise<Response> {
  const { typed = typedOfWords(view.report?.words ?? {}), errors = {}, status = 200 } = again
  const done = again.errors ? null : doneWords(figureTexts(c.get('lang')).report.office.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, formId: randomUUID(), status: done }
  return html(c, <OfficeReportPage {...props} />, { status })
}

async function save(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await reportOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const typed = typedOf(await readForm(c), REPORT_FIELDS)
  const form = readReportForm(c.get('lang'), typed)
  if (!form.ok) return reportPage(c, services, view, { typed, errors: form.errors, status: 422 })
  const { institution, year } = view
  const outcome = await saveDecisionReport(services, official, { institutionId: institution.id, year, ...form.value })
  if (outcome.kind === 'saved') return redirect(c, `${urls.report(institution.slug, year)}?u=ruajtja`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  // What was typed comes back with the number that stands now: sent again, it is meant.
  const again = { ...typed, rishikimi: String(view.report?.revision ?? 0) }
  const errors = { hyrja: figureTexts(c.get('lang')).report.office.errors.meanwhile }
  return reportPage(c, services, view, { typed: again, errors, status: 409 })
}

async function publish(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await reportOf(c, services, official)
  if (!view.mayPublish) throw new Refused(403, 'not-permitted')
  const t = figureTexts(c.get('lang')).report.office.errors
  const typed = typedOf(await readForm(c), PUBLISH_FIELDS)
  const form = readPublishForm(c.get('lang'), typed)
  const { institution, year } = view
  // Beside the form of publication that of the words stands as it was saved.
  const words = { ...typedOfWords(view.report?.words ?? {}), arsyeja: typed.arsyeja ?? '' }
  const again = (errors: FieldErrors, status: number) => reportPage(c, services, view, { typed: words, errors, status })
  if (!form.ok) return again(form.errors, 422)
  const outcome = await publishDecisionReport(services, official, {
    institutionId: institution.id,
    year,
    ...form.value,
  })
  if (outcome.kind === 'published') return redirect(c, `${urls.report(institution.slug, year)}?u=publikimi`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  const { refusal } = outcome
  if (refusal === 'reason-missing') return again({ arsyeja: t.reason }, 422)
  return again({ publikimi: refusal === 'changed-meanwhile' ? t.meanwhile : t[refusal] }, 409)
}

async function bindOf(c: WebContext, services: Services, official: Official): Promise<BindView> {
  const view = await viewBind(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

function bindPage(c: WebContext, services: Services, view: BindView, again: { error?: string; status?: number } = {}) {
  const { error, status = 200 } = again
  const done = error === undefined ? doneWords(figureTexts(c.get('lang')).bind.done, c.req.query('u')) : null
  return html(c, <BindPage page={pageOf(c, services, null)} view={view} error={error} status={done} />, { status })
}

async function bind(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await bindOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const t = figureTexts(c.get('lang')).bind.errors
  const entry = textField(await readForm(c), 'hyrja')
  if (!isUuid(entry)) return bindPage(c, services, view, { error: t.choose, status: 422 })
  // The same press twice: what it asked for stands.
  if (view.bound?.id === entry) return redirect(c, `${urls.plan(view.act.id)}?u=lidhja`)
  const outcome = await bindToPlan(services, official, view.act.id, entry)
  if (outcome === 'done') return redirect(c, `${urls.plan(view.act.id)}?u=lidhja`)
  return refused(c, services, view, outcome)
}

async function unbind(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await bindOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  await readForm(c)
  const outcome = await unbindFromPlan(services, official, view.act.id)
  if (outcome === 'done') return redirect(c, `${urls.plan(view.act.id)}?u=heqja`)
  return refused(c, services, view, outcome)
}

type Refusal = Exclude<Awaited<ReturnType<typeof bindToPlan | typeof unbindFromPlan>>, 'done'>

function refused(c: WebContext, services: Services, view: BindView, outcome: Refusal): Promise<Response> {
  if (outcome === 'no-such-act') throw notFound()
  if (outcome === 'not-permitted') throw new Refused(403, 'not-permitted')
  return bindPage(c, services, view, { error: figureTexts(c.get('lang')).bind.errors[outcome], status: 409 })
}
