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
import { ACT_KINDS } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls as urls } from '../urls.ts'
import { linkPlan } from './link-plan.ts'
import { NewPlanPage } from './new-plan-page.tsx'
import { PlanListPage } from './plan-list-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { REASON_LENGTH } from './plan-rules.ts'
import { viewNewPlan, viewPlan, viewPlanIn, viewPlanList, type PlanView } from './plan-view.ts'
import { publishPlan, type PublishOutcome } from './publish-plan.ts'
import { MEASURE_SUBJECTS } from './rows-rules.ts'
import { chooseMeasure } from './save-section.ts'
import { sectionRoutes } from './section-routes.tsx'
import { startPlan, type StartOutcome } from './start-plan.ts'

/** The coordinator's plans: list, one, its five sections, publication, its consultation. */
export function planRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['plans.read'], async (c, official) => {
    const view = await viewPlanList(services, official, c.get('lang'), c.req.query())
    return html(c, <PlanListPage page={pageOf(c, services, null)} view={view} />)
  })
  newRoutes(app, services)
  officeRoute(app, 'GET', urls.one(':id'), may['plans.read'], async (c, official) =>
    planPage(c, services, await planOf(c, services, official)),
  )
  sectionRoutes(app, services)
  publicationRoutes(app, services)
  officeRoute(app, 'POST', urls.link(':id'), may['plans.write'], (c, official) => link(c, services, official))
  officeRoute(app, 'POST', urls.measure(':id'), may['plans.write'], (c, official) => chosen(c, services, official))
  officeRoute(app, 'GET', urls.ofConsultation(':id'), may['plans.read'], async (c, official) => {
    const found = await viewPlanIn(services, official, c.req.param('id') ?? '')
    if (!found) throw notFound()
    if (found.planId !== null) return redirect(c, urls.one(found.planId))
    return redirect(c, found.mayWrite ? `${urls.create()}?konsultimi=${found.consultation.id}` : urls.list())
  })
}

/** What the address names, if this official may read it. */
export async function planOf(c: WebContext, services: Services, official: Official): Promise<PlanView> {
  const view = await viewPlan(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

const NEW_FIELDS = ['institucioni', 'titulli', 'lloji', 'kopja', 'konsultimi', 'dergesa'] as const

function newRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.create(), may['plans.write'], async (c, official) => {
    const consultationId = c.req.query('konsultimi') ?? ''
    const { institutions, consultation } = await viewNewPlan(services, official, c.get('lang'), consultationId)
    return newPage(c, services, official, {
      institucioni: consultation?.institutionId ?? institutions[0]?.id ?? '',
      titulli: consultation?.title ?? '',
      lloji: consultation?.actKind ?? 'regulation',
      konsultimi: consultation?.id ?? '',
      dergesa: randomUUID(),
    })
  })
  officeRoute(app, 'POST', urls.create(), may['plans.write'], (c, official) => create(c, services, official))
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang')).plans.errors
  const typed = typedOf(await readForm(c), NEW_FIELDS)
  const { institucioni = '', titulli: title = '', kopja = '', konsultimi = '', dergesa = '' } = typed
  const actKind = ACT_KINDS.find((kind) => kind === typed.lloji)
  const errors: FieldErrors = {}
  if (!isUuid(institucioni)) errors.institucioni = t.institution
  if (lengthOf(title) < 5 || lengthOf(title) > 300) errors.titulli = t.title
  if (!actKind) errors.lloji = t.actKind
  if (kopja !== '' && !isUuid(kopja)) errors.kopja = t.copy
  if (Object.keys(errors).length > 0 || !actKind) return newPage(c, services, official, typed, errors)
  const outcome = await startPlan(services, official, {
    id: isUuid(dergesa) ? dergesa : randomUUID(),
    institutionId: institucioni,
    title: title.replaceAll('\n', ' '),
    actKind,
    copyFrom: kopja || null,
    consultationId: isUuid(konsultimi) ? konsultimi : null,
  })
  return started(c, services, official, typed, outcome)
}

function started(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  outcome: StartOutcome,
): Response | Promise<Response> {
  const t = textsIn(c.get('lang')).plans.errors
  switch (outcome.kind) {
    case 'started':
      return redirect(c, `${urls.one(outcome.id)}?u=krijua`)
    case 'no-such-plan-to-copy':
      return newPage(c, services, official, typed, { kopja: t.copy })
    case 'has-a-plan':
      return newPage(c, services, official, typed, { institucioni: t.hasPlan }, 409)
    case 'no-such-consultation':
      return newPage(c, services, official, typed, { institucioni: t.consultation })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
  }
}

async function newPage(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  errors: FieldErrors | null = null,
  status = 422,
): Promise<Response> {
  const view = await viewNewPlan(services, official, c.get('lang'), typed.konsultimi ?? '')
  const page = pageOf(c, services, null)
  return html(c, <NewPlanPage page={page} view={view} typed={typed} errors={errors ?? {}} />, {
    status: errors ? status : 200,
  })
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function planPage(c: WebContext, services: Services, view: PlanView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status } = again
  const done = again.errors ? null : doneWords(textsIn(c.get('lang')).plans.overview.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <PlanPage page={page} view={view} typed={typed} errors={errors} status={done} />, {
    status: status ?? 200,
  })
}

function publicationRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.publish(':id'), may['plans.publish'], async (c, official) => {
    const { plan } = await planOf(c, services, official)
    const typed = typedOf(await readForm(c), ['gjendja', 'arsyeja'])
    const { arsyeja: reason = '', gjendja: lock = '' } = typed
    const wrong = reason !== '' && (lengthOf(reason) < REASON_LENGTH.least || lengthOf(reason) > REASON_LENGTH.most)
    const outcome: PublishOutcome = wrong
      ? { kind: 'reason-missing' }
      : await publishPlan(services, official, { id: plan.id, lock, reason: reason || null })
    if (outcome.kind === 'published') return redirect(c, `${urls.one(plan.id)}?u=publikua`)
    return notPublished(c, services, official, typed, outcome)
  })
}

async function notPublished(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  outcome: Exclude<PublishOutcome, { kind: 'published' }>,
): Promise<Response> {
  const t = textsIn(c.get('lang')).plans.errors
  const again = async (errors: FieldErrors, status: number) =>
    planPage(c, services, await planOf(c, services, official), { typed, errors, status })
  switch (outcome.kind) {
    case 'reason-missing':
      return again({ arsyeja: t.reason }, 422)
    case 'nothing-changed':
      return again({ publikimi: t.nothingChanged }, 409)
    case 'changed-meanwhile':
      return again({ publikimi: t.publishMeanwhile }, 409)
    case 'taken-down':
      return again({ publikimi: t.takenDown }, 409)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-plan':
      throw notFound()
  }
}

async function link(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await planOf(c, services, official)
  const form = await readForm(c)
  const t = textsIn(c.get('lang')).plans.errors
  const consultationId = textField(form, 'konsultimi')
  const move = textField(form, 'veprimi') === 'shkeput' ? 'unlink' : 'link'
  const outcome = isUuid(consultationId)
    ? await linkPlan(services, official, { id: view.plan.id, consultationId, move })
    : ({ kind: 'no-such-consultation' } as const)
  switch (outcome.kind) {
    case 'linked':
      return redirect(c, `${urls.one(view.plan.id)}?u=lidh`)
    case 'unlinked':
      return redirect(c, `${urls.one(view.plan.id)}?u=shkeput`)
    case 'has-a-plan':
      return planPage(c, services, view, { errors: { konsultimi: t.hasPlan }, status: 409 })
    case 'no-such-consultation':
      return planPage(c, services, view, { errors: { konsultimi: t.consultation }, status: 422 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-plan':
      throw notFound()
  }
}

async function chosen(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { plan } = await planOf(c, services, official)
  const form = await readForm(c)
  const from = textField(form, 'nga')
  const about = MEASURE_SUBJECTS.find((one) => one === textField(form, 'rreth'))
  if (!isUuid(from) || !about) throw notFound()
  const choice = textField(form, 'veprimi') === 'lere' ? 'declined' : 'adopted'
  const outcome = await chooseMeasure(services, official, { id: plan.id, from, about, choice })
  switch (outcome.kind) {
    case 'adopted':
      return redirect(c, `${urls.one(plan.id)}?u=mori`)
    case 'declined':
      return redirect(c, `${urls.one(plan.id)}?u=la`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'taken-down':
      throw new Refused(409, 'conflict')
    default:
      throw notFound()
  }
}
