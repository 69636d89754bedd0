import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { draftOf } from '../drafting/draft-overview-routes.tsx'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { concludeConsultation, type ConcludeOutcome } from './conclude-consultation.ts'
import { readConclusion, readReason, typedConclusion } from './conclusion-form.ts'
import { ConclusionPage } from './conclusion-page.tsx'
import { viewConclusion } from './conclusion-view.ts'
import { viewOwnReport } from './preview-view.ts'
import { renewReport } from './renew-report.ts'
import { reopenConsultation } from './reopen-consultation.ts'
import { reportPartRoutes } from './report-part-routes.tsx'

/** The end of a consultation in the office: conclusion, reopening, and the report anew. */
export function conclusionRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.conclusion(':id'), may['answers.read'], async (c, official) =>
    conclusionPage(c, services, official, await publicOf(c, services, official)),
  )

  officeRoute(app, 'POST', officeUrls.conclusion(':id'), may['consultations.conclude'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    const form = await readForm(c)
    const own = await viewOwnReport(services, consultation.id)
    const read = readConclusion(form, textsIn(c.get('lang')).reports, (own?.version ?? 0) > 0)
    const typed = typedConclusion(form)
    if (!read.ok)
      return conclusionPage(c, services, official, consultation, { typed, errors: read.errors, status: 422 })
    const outcome = await concludeConsultation(services, official, consultation.id, read.value)
    if (outcome.kind === 'concluded') return redirect(c, `${officeUrls.conclusion(consultation.id)}?u=perfundoi`)
    return conclusionPage(c, services, official, consultation, { typed, ...refused(outcome, c) })
  })

  officeRoute(app, 'POST', officeUrls.reopening(':id'), may['consultations.conclude'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    const read = readReason(await readForm(c), textsIn(c.get('lang')).reports, 'arsyeja-rihapjes')
    if (!read.ok) return conclusionPage(c, services, official, consultation, { ...read, status: 422 })
    const outcome = await reopenConsultation(services, official, consultation.id, read.value)
    return afterwards(c, services, official, consultation, { kind: outcome.kind, typed: {} }, 'rihapi')
  })

  officeRoute(app, 'POST', officeUrls.renewReport(':id'), may['consultations.conclude'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    const read = readReason(await readForm(c), textsIn(c.get('lang')).reports, 'arsyeja-versionit')
    if (!read.ok) return conclusionPage(c, services, official, consultation, { ...read, status: 422 })
    const outcome = await renewReport(services, official, consultation.id, read.value)
    return afterwards(c, services, official, consultation, { kind: outcome.kind, typed: {} }, 'versioni')
  })

  reportPartRoutes(app, services)
}

type After = 'reopened' | 'published' | 'unanswered' | 'not-concluded' | 'not-permitted' | 'no-such-consultation'

function afterwards(
  c: WebContext,
  services: Services,
  official: Official,
  consultation: OfficeConsultation,
  { kind, typed }: { kind: After; typed: Typed },
  done: string,
): Response | Promise<Response> {
  const t = textsIn(c.get('lang')).reports.conclusion.errors
  switch (kind) {
    case 'reopened':
    case 'published':
      return redirect(c, `${officeUrls.conclusion(consultation.id)}?u=${done}`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
    case 'unanswered':
    case 'not-concluded': {
      const errors = { 'pa-pergjigje': kind === 'unanswered' ? t.blocked : t.notConcluded }
      return conclusionPage(c, services, official, consultation, { typed, errors, status: 409 })
    }
  }
}

function refused(
  outcome: Exclude<ConcludeOutcome, { kind: 'concluded' }>,
  c: WebContext,
): { errors: FieldErrors; status: number } {
  const t = textsIn(c.get('lang')).reports.conclusion
  switch (outcome.kind) {
    case 'refused':
      return { errors: { rezultati: t.refusals[outcome.refusal] }, status: 409 }
    case 'unanswered':
      return { errors: { 'pa-pergjigje': t.errors.blocked }, status: 409 }
    case 'reason-missing':
      return { errors: { arsyeja: t.errors.reason }, status: 422 }
    case 'changed-meanwhile':
      return { errors: { rezultati: t.errors.changed }, status: 409 }
    case 'report-taken-down':
      throw new Refused(409, 'conflict')
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function conclusionPage(
  c: WebContext,
  services: Services,
  official: Official,
  consultation: OfficeConsultation,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const lang = c.get('lang')
  const view = await viewConclusion(services, official, lang, consultation)
  if (!view) throw notFound()
  const t = textsIn(lang).reports.conclusion
  const done = { perfundoi: t.done, rihapi: t.reopened, versioni: t.published }
  const said = status === 200 ? doneWords(done, c.req.query('u')) : null
  const forms = { conclude: randomUUID(), reopen: randomUUID(), renew: randomUUID() }
  const props = { page: pageOf(c, services, null), view, typed, errors, forms, status: said }
  return html(c, <ConclusionPage {...props} />, { status })
}

/** A draft has no end, and what was cancelled has had it. */
async function publicOf(c: WebContext, services: Services, official: Official): Promise<OfficeConsultation> {
  const { consultation } = await draftOf(c, services, official)
  if (!mayIn(official, may['answers.read'], consultation.institutionId)) throw notFound()
  if (consultation.state !== 'published') throw new Refused(409, 'conflict')
  return consultation
}
