import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { typedOfForm } from '../plan/field-form.ts'
import { textsIn } from '../texts.ts'
import { MonitoredListPage } from './monitored-list-page.tsx'
import { readMonitoring, typedOfMonitoring } from './monitoring-form.ts'
import { MonitoringPage } from './monitoring-page.tsx'
import { measureKey, MONITORING_LIMITS } from './monitoring-rules.ts'
import {
  viewMonitoredList,
  viewMonitoring,
  viewMonitoringIn,
  type FilledView,
  type MonitoringView,
} from './monitoring-view.ts'
import { NoPlanPage } from './no-plan-page.tsx'
import { MonitoringPublicationPage } from './publication-page.tsx'
import { publishMonitoring, type PublishOutcome } from './publish-monitoring.ts'
import { saveMonitoring } from './save-monitoring.ts'
import { officeMonitoringUrls as urls } from './urls.ts'

/** The monitoring in the office. Hung up before the plans: `monitorimi` is the id of none. */
export function monitoringRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['plans.read'], async (c, official) => {
    const view = await viewMonitoredList(services, official, c.get('lang'), c.req.query())
    return html(c, <MonitoredListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.ofConsultation(':id'), may['plans.read'], async (c, official) => {
    const found = await viewMonitoringIn(services, official, c.req.param('id') ?? '')
    if (!found) throw notFound()
    if (found.planId !== null) return redirect(c, urls.one(found.planId))
    const page = pageOf(c, services, null)
    return html(c, <NoPlanPage page={page} consultation={found.consultation} mayWrite={found.mayWrite} />)
  })
  officeRoute(app, 'GET', urls.one(':id'), may['plans.read'], async (c, official) => {
    const view = await monitoringOf(c, services, official)
    return formPage(c, services, view, {})
  })
  officeRoute(app, 'POST', urls.one(':id'), may['plans.write'], (c, official) => save(c, services, official))
  officeRoute(app, 'GET', urls.publication(':id'), may['plans.read'], async (c, official) => {
    const view = await monitoringOf(c, services, official)
    return view.refusal === null ? publicationPage(c, services, view) : redirect(c, urls.one(view.plan.id))
  })
  officeRoute(app, 'POST', urls.publication(':id'), may['plans.publish'], (c, official) =>
    publish(c, services, official),
  )
}

async function monitoringOf(c: WebContext, services: Services, official: Official): Promise<MonitoringView> {
  const view = await viewMonitoring(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

const keysOf = ({ content }: FilledView): string[] => content.kept.map(measureKey)

type Again = {
  typed?: Typed
  errors?: FieldErrors
  status?: number
  revision?: number
  theirs?: FilledView | null
}

function formPage(c: WebContext, services: Services, view: MonitoringView, again: Again): Promise<Response> {
  const { errors = {}, status = 200, theirs = null } = again
  const standing = view.refusal === null ? typedOfMonitoring(view.written, keysOf(view)) : {}
  const done = again.errors ? null : doneWords(textsIn(c.get('lang')).monitoring.office.done, c.req.query('u'))
  const shown = theirs?.own ? { blocks: theirs.blocks, by: theirs.own.writtenBy, at: theirs.own.writtenAt } : null
  return html(
    c,
    <MonitoringPage
      page={pageOf(c, services, null)}
      view={view}
      typed={again.typed ?? standing}
      errors={errors}
      revision={again.revision ?? (view.refusal === null ? view.revision : 0)}
      status={done}
      theirs={shown}
    />,
    { status },
  )
}

async function save(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await monitoringOf(c, services, official)
  const texts = textsIn(c.get('lang'))
  const words = texts.monitoring.office.errors
  const typed = typedOfForm(await readForm(c))
  if (view.refusal !== null) return formPage(c, services, view, { status: 409 })
  const revision = /^\d{1,9}$/.test(typed.versioni ?? '') ? Number(typed.versioni) : 0
  const read = readMonitoring(typed, keysOf(view), texts.plans.errors, words)
  if (!read.ok) return formPage(c, services, view, { typed, errors: read.errors, status: 422, revision })
  const planId = view.plan.id
  const outcome = await saveMonitoring(services, official, { planId, revision, written: read.value })
  switch (outcome.kind) {
    case 'saved':
      return redirect(c, `${urls.one(planId)}?u=ruajt`)
    case 'changed-meanwhile': {
      const now = await monitoringOf(c, services, official)
      const theirs = now.refusal === null ? now : null
      const errors = { monitorimi: words.meanwhile }
      return formPage(c, services, now, { typed, errors, status: 409, revision: outcome.revision, theirs })
    }
    case 'reason-missing':
      return formPage(c, services, view, { typed, errors: { monitorimi: words.reason }, status: 422, revision })
    case 'taken-down':
      return formPage(c, services, view, { typed, errors: { monitorimi: words.takenDown }, status: 409, revision })
    case 'refused':
      return formPage(c, services, await monitoringOf(c, services, official), { status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-plan':
      throw notFound()
  }
}

function publicationPage(
  c: WebContext,
  services: Services,
  view: FilledView,
  again: Pick<Again, 'typed' | 'errors' | 'status'> = {},
): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = again.errors ? null : doneWords(textsIn(c.get('lang')).monitoring.office.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <MonitoringPublicationPage page={page} view={view} typed={typed} errors={errors} status={done} />, {
    status,
  })
}

async function publish(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await monitoringOf(c, services, official)
  const typed = typedOf(await readForm(c), ['gjendja', 'arsyeja'])
  const { gjendja: lock = '', arsyeja: reason = '' } = typed
  const wrong =
    reason !== '' &&
    (lengthOf(reason) < MONITORING_LIMITS.reasonLeast || lengthOf(reason) > MONITORING_LIMITS.reasonMost)
  const order = { planId: view.plan.id, lock, reason: reason || null }
  const outcome = wrong ? ({ kind: 'reason-missing' } as const) : await publishMonitoring(services, official, order)
  if (outcome.kind === 'published') return redirect(c, `${urls.publication(view.plan.id)}?u=publikua`)
  return notPublished(c, services, official, typed, outcome)
}

async function notPublished(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  outcome: Exclude<PublishOutcome, { kind: 'published' }>,
): Promise<Response> {
  const t = textsIn(c.get('lang')).monitoring.office.errors
  const again = async (errors: FieldErrors, status: number) => {
    const view = await monitoringOf(c, services, official)
    return view.refusal === null
      ? publicationPage(c, services, view, { typed, errors, status })
      : formPage(c, services, view, { status: 409 })
  }
  switch (outcome.kind) {
    case 'reason-missing':
      return again({ arsyeja: t.publishReason }, 422)
    case 'changed-meanwhile':
      return again({ publikimi: t.publishMeanwhile }, 409)
    case 'nothing-changed':
      return again({ publikimi: t.nothingChanged }, 409)
    case 'nothing-written':
      return again({ publikimi: t.nothingWritten }, 409)
    case 'taken-down':
      return again({ publikimi: t.takenDown }, 409)
    case 'refused':
      return again({}, 409)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-plan':
      throw notFound()
  }
}
