import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { CONSULTATION_LIMITS } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { draftDocumentRoutes } from './draft-document-routes.tsx'
import { readDraftForm, typedDraft, typedOfConsultation } from './draft-form.ts'
import { DraftFormPage } from './draft-form-page.tsx'
import { DraftListPage } from './draft-list-page.tsx'
import { draftOf, overview } from './draft-overview-routes.tsx'
import { draftTextRoutes } from './draft-text-routes.tsx'
import { viewAbout, viewDraftForm, viewOfficeList, type DraftView } from './draft-view.ts'
import { cancelConsultation, publishConsultation } from './publish-consultation.ts'
import { changeConsultation, startConsultation, type WriteOutcome } from './write-consultation.ts'

/** The coordinator's work: a consultation from its first line to its publication. */
export function draftRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.consultations(), may['consultations.read'], async (c, official) => {
    const view = await viewOfficeList(services, official, c.get('lang'), c.req.query())
    return html(c, <DraftListPage page={pageOf(c, services, null)} view={view} />)
  })
  newRoutes(app, services)
  officeRoute(app, 'GET', officeUrls.consultation(':id'), may['consultations.read'], async (c, official) =>
    overview(c, services, await draftOf(c, services, official)),
  )
  editRoutes(app, services)
  publicationRoutes(app, services)
  draftTextRoutes(app, services)
  draftDocumentRoutes(app, services)
}

function newRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.newConsultation(), write, async (c, official) => {
    const view = await viewDraftForm(services, official, c.get('lang'))
    const first = { institucioni: view.institutions[0]?.id ?? '', posta: view.contactEmail, lloji: 'regulation' }
    const typed = { ...first, versioni: '1', dergesa: randomUUID() }
    const page = pageOf(c, services, null)
    return html(c, <DraftFormPage page={page} id={null} published={false} view={view} typed={typed} errors={{}} />)
  })

  officeRoute(app, 'POST', officeUrls.newConsultation(), write, async (c, official) => {
    const form = await readForm(c)
    const texts = textsIn(c.get('lang'))
    const read = readDraftForm(form, texts, { published: false })
    if (read.ok && isUuid(read.value.institutionId)) {
      const brought = textField(form, 'dergesa')
      const outcome = await startConsultation(services, official, {
        ...read.value,
        id: isUuid(brought) ? brought : undefined,
      })
      if (outcome.kind === 'written') return redirect(c, `${officeUrls.text(outcome.id)}?u=krijua`)
      throw new Refused(403, 'not-permitted')
    }
    const errors = read.ok ? { institucioni: texts.office.errors.institution } : read.errors
    const view = await viewDraftForm(services, official, c.get('lang'))
    const page = pageOf(c, services, null)
    const typed = typedDraft(form)
    return html(
      c,
      <DraftFormPage page={page} id={null} published={false} view={view} typed={typed} errors={errors} />,
      { status: 422 },
    )
  })
}

function editRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.edit(':id'), write, async (c, official) => {
    const view = await writableDraftOf(c, services, official)
    const about = await viewAbout(services, view.consultation.id)
    return editPage(c, services, official, view, typedOfConsultation(view.consultation, about), {}, 200)
  })

  officeRoute(app, 'POST', officeUrls.edit(':id'), write, async (c, official) => {
    const view = await writableDraftOf(c, services, official)
    const form = await readForm(c)
    const texts = textsIn(c.get('lang'))
    const typed = typedDraft(form)
    const read = readDraftForm(form, texts, { published: view.consultation.state === 'published' })
    if (!read.ok) return editPage(c, services, official, view, typed, read.errors, 422)
    const outcome = await changeConsultation(services, official, view.consultation.id, read.value)
    if (outcome.kind === 'written') return redirect(c, `${officeUrls.consultation(outcome.id)}?u=ruajt`)
    const [errors, version] = refusedChange(outcome, texts, read.value.fromVersion)
    return editPage(c, services, official, view, { ...typed, versioni: String(version) }, errors, 409)
  })
}

function refusedChange(
  outcome: Exclude<WriteOutcome, { kind: 'written' }>,
  texts: ReturnType<typeof textsIn>,
  fromVersion: number,
): [FieldErrors, number] {
  switch (outcome.kind) {
    case 'refused': {
      const field = outcome.refusal === 'window-shortened' ? 'mbyllet' : 'titulli'
      return [{ [field]: texts.office.correctionRefusals[outcome.refusal] }, fromVersion]
    }
    case 'changed-meanwhile':
      return [{ titulli: texts.office.errors.changedMeanwhile }, outcome.version]
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

async function editPage(
  c: WebContext,
  services: Services,
  official: Official,
  { consultation }: DraftView,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const view = await viewDraftForm(services, official, c.get('lang'), consultation.institutionId)
  const page = pageOf(c, services, null)
  const published = consultation.state === 'published'
  return html(
    c,
    <DraftFormPage page={page} id={consultation.id} published={published} view={view} typed={typed} errors={errors} />,
    { status },
  )
}

function publicationRoutes(app: WebApp, services: Services): void {
  const publish = may['consultations.publish']
  officeRoute(app, 'POST', officeUrls.publication(':id'), publish, async (c, official) => {
    const view = await draftOf(c, services, official)
    const outcome = await publishConsultation(services, official, view.consultation.id)
    switch (outcome.kind) {
      case 'published':
        return redirect(c, `${officeUrls.consultation(view.consultation.id)}?u=publikua`)
      case 'refused': {
        const t = textsIn(c.get('lang')).office
        // Pressed twice: it is public already, and that is what was wanted.
        if (outcome.refusals.includes('not-a-draft')) return redirect(c, officeUrls.consultation(view.consultation.id))
        const errors = { publikimi: outcome.refusals.map((refusal) => t.refusals[refusal]).join(' ') }
        return overview(c, services, await draftOf(c, services, official), { errors, status: 409 })
      }
      case 'not-permitted':
        throw new Refused(403, 'not-permitted')
      case 'no-such-consultation':
        throw notFound()
    }
  })

  officeRoute(app, 'POST', officeUrls.cancellation(':id'), publish, async (c, official) => {
    const view = await draftOf(c, services, official)
    const reason = textField(await readForm(c), 'arsyeja-anulimit')
    if (lengthOf(reason) < 10 || lengthOf(reason) > CONSULTATION_LIMITS.reason) {
      const errors = { 'arsyeja-anulimit': textsIn(c.get('lang')).office.cancelReasonError }
      return overview(c, services, view, { errors, typed: { 'arsyeja-anulimit': reason }, status: 422 })
    }
    const outcome = await cancelConsultation(services, official, view.consultation.id, reason)
    if (outcome.kind === 'cancelled') return redirect(c, `${officeUrls.consultation(view.consultation.id)}?u=anulua`)
    throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : new Refused(409, 'conflict')
  })
}

async function writableDraftOf(c: WebContext, services: Services, official: Official): Promise<DraftView> {
  const view = await draftOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  if (view.consultation.state === 'cancelled' || view.consultation.history) throw new Refused(409, 'conflict')
  return view
}
