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
import { readParts, typedOfParts, typedParts } from './conclusion-form.ts'
import { gatherReport, writtenOf } from './gather-report.ts'
import { viewOwnReport, viewPreview } from './preview-view.ts'
import { writeReport } from './write-report.ts'
import { PreviewPage, WritingPage } from './writing-page.tsx'

/** What the institution writes for its report, and how it would look. */
export function reportPartRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.reportParts(':id'), may['consultations.conclude'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    if (!mayIn(official, may['consultations.conclude'], consultation.institutionId)) throw notFound()
    return writingPage(c, services, consultation, {})
  })

  officeRoute(app, 'POST', officeUrls.reportParts(':id'), may['consultations.conclude'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    const form = await readForm(c)
    const t = textsIn(c.get('lang')).reports
    const read = readParts(form, t)
    if (!read.ok) return writingPage(c, services, consultation, { ...read, status: 422 })
    const outcome = await writeReport(services, official, consultation.id, read.value)
    switch (outcome.kind) {
      case 'saved':
        return redirect(c, `${officeUrls.reportParts(consultation.id)}?u=ruajti`)
      case 'changed-meanwhile': {
        const typed = { ...typedParts(form), versioni: String(outcome.revision) }
        return writingPage(c, services, consultation, {
          typed,
          errors: { introduction: t.writing.changed },
          status: 409,
        })
      }
      case 'not-permitted':
        throw new Refused(403, 'not-permitted')
      case 'no-such-consultation':
        throw notFound()
    }
  })

  officeRoute(app, 'GET', officeUrls.reportPreview(':id'), may['answers.read'], async (c, official) => {
    const consultation = await publicOf(c, services, official)
    const content = await gatherReport(services.db, consultation.id)
    const blocks = await viewPreview(services, c.get('lang'), consultation, content)
    return html(c, <PreviewPage page={pageOf(c, services, null)} consultation={consultation} blocks={blocks} />)
  })
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function writingPage(
  c: WebContext,
  services: Services,
  consultation: OfficeConsultation,
  { typed, errors = {}, status = 200 }: Again,
): Promise<Response> {
  const own = await viewOwnReport(services, consultation.id)
  const written = await writtenOf(services.db, consultation.id)
  const t = textsIn(c.get('lang')).reports.writing
  const props = {
    page: pageOf(c, services, null),
    consultation,
    typed: typed ?? typedOfParts(written, own?.revision ?? 1),
    errors,
    status: status === 200 ? doneWords({ ruajti: t.saved }, c.req.query('u')) : null,
    prefilled: Object.keys(own?.written ?? {}).length === 0,
  }
  return html(c, <WritingPage {...props} />, { status })
}

async function publicOf(c: WebContext, services: Services, official: Official): Promise<OfficeConsultation> {
  const { consultation } = await draftOf(c, services, official)
  if (!mayIn(official, may['answers.read'], consultation.institutionId)) throw notFound()
  if (consultation.state !== 'published') throw new Refused(409, 'conflict')
  return consultation
}
