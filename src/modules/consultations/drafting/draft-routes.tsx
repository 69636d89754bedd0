import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { CONSULTATION_LIMITS } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { noticeUrls } from '../notices/urls.ts'
import { basesIn, ruleOfBasis, type Closing } from '../closing/closing-rules.ts'
import { extensionRoutes } from '../closing/extension-routes.tsx'
import { reckonClosing } from '../closing/reckon-closing.ts'
import { draftDocumentRoutes } from './draft-document-routes.tsx'
import { readDay, readDraftForm, stageOfTyped, typedDraft, typedOfConsultation } from './draft-form.ts'
import { DraftFormPage } from './draft-form-page.tsx'
import { DraftListPage } from './draft-list-page.tsx'
import { draftOf, overview } from './draft-overview-routes.tsx'
import { viewAbout, viewDraftForm, viewOfficeList, type DraftFormView, type DraftView } from './draft-view.ts'
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
  draftDocumentRoutes(app, services)
  extensionRoutes(app, services)
}

function newRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.newConsultation(), write, async (c, official) => {
    const view = await viewDraftForm(services, official, c.get('lang'))
    const first = { institucioni: view.institutions[0]?.id ?? '', posta: view.contactEmail, lloji: 'regulation' }
    const faza = c.req.query('faza') ?? ''
    return newPage(c, services, official, { ...first, faza, versioni: '1', dergesa: randomUUID() })
  })

  officeRoute(app, 'POST', officeUrls.newConsultation(), write, async (c, official) => {
    const form = await readForm(c)
    const texts = textsIn(c.get('lang'))
    const typed = typedDraft(form)
    const read = readDraftForm(form, texts, { published: null, stage: stageOfTyped(typed) })
    if (!read.ok) return newPage(c, services, official, typed, read.errors)
    if (isUuid(read.value.institutionId)) {
      const brought = textField(form, 'dergesa')
      const outcome = await startConsultation(services, official, {
        ...read.value,
        stage: stageOfTyped(typed),
        id: isUuid(brought) ? brought : undefined,
      })
      if (outcome.kind === 'written' && stageOfTyped(typed) === 'preliminary')
        return redirect(c, `${noticeUrls.office(outcome.id)}?u=krijua`)
      if (outcome.kind === 'written') return redirect(c, `${officeUrls.text(outcome.id)}?u=krijua`)
      if (outcome.kind !== 'too-early' && outcome.kind !== 'law-of-another-country')
        throw new Refused(403, 'not-permitted')
      return newPage(c, services, official, typed, refusedDays(outcome, c.get('lang')))
    }
    return newPage(c, services, official, typed, { institucioni: texts.office.errors.institution })
  })
}

async function newPage(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  errors: FieldErrors | null = null,
): Promise<Response> {
  const view = await viewDraftForm(services, official, c.get('lang'))
  const page = pageOf(c, services, null)
  const closing = await closingOfTyped(services, view, typed)
  const props = { page, id: null, published: null, view, closing, typed, errors: errors ?? {} }
  return html(c, <DraftFormPage {...props} />, { status: errors ? 422 : 200 })
}

/** Until when comments would have to be taken in by what was typed, as far as it can be read. */
async function closingOfTyped(services: Services, view: DraftFormView, typed: Typed): Promise<Closing | null> {
  const institution = view.institutions.find(({ id }) => id === typed.institucioni)
  if (!institution) return null
  const offered = basesIn(institution.jurisdiction)
  const basis = offered.find((one) => one === typed.mbeshtetja) ?? offered[0]
  return reckonClosing(services.db, services, {
    institutionId: institution.id,
    basisRule: basis ? ruleOfBasis(basis, stageOfTyped(typed)) : null,
    opensOn: readDay(typed, 'hapet').day,
    officialPostedOn: readDay(typed, 'njoftuar').day,
    closesOn: readDay(typed, 'mbyllet').day,
  })
}

function refusedDays(
  outcome: Extract<WriteOutcome, { kind: 'too-early' | 'law-of-another-country' }>,
  lang: Lang,
): FieldErrors {
  const t = textsIn(lang).closing
  if (outcome.kind === 'law-of-another-country') return { mbeshtetja: t.basisOfAlbania }
  const least = formatDate(lang, outcome.least)
  return outcome.field === 'closing' ? { mbyllet: t.least.tooEarly(least) } : { njoftuar: t.least.posting(least) }
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
    const published = view.consultation.state === 'published' ? view.consultation : null
    const read = readDraftForm(form, texts, { published, stage: view.consultation.stage })
    if (!read.ok) return editPage(c, services, official, view, typed, read.errors, 422)
    const outcome = await changeConsultation(services, official, view.consultation.id, read.value)
    if (outcome.kind === 'written') return redirect(c, `${officeUrls.consultation(outcome.id)}?u=ruajt`)
    if (outcome.kind === 'too-early' || outcome.kind === 'law-of-another-country')
      return editPage(c, services, official, view, typed, refusedDays(outcome, c.get('lang')), 422)
    const [errors, version] = refusedChange(outcome, texts, read.value.fromVersion)
    return editPage(c, services, official, view, { ...typed, versioni: String(version) }, errors, 409)
  })
}

function refusedChange(
  outcome: Exclude<WriteOutcome, { kind: 'written' | 'too-early' | 'law-of-another-country' }>,
  texts: ReturnType<typeof textsIn>,
  fromVersion: number,
): [FieldErrors, number] {
  switch (outcome.kind) {
    case 'refused': {
      const field = outcome.refusal === 'cancelled' ? 'titulli' : 'mbyllet'
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
  const published = consultation.state === 'published' ? consultation : null
  const closing = published ? null : await closingOfTyped(services, view, typed)
  const props = { page, id: consultation.id, published, view, closing, typed, errors }
  return html(c, <DraftFormPage {...props} />, { status })
}

function publicationRoutes(app: WebApp, services: Services): void {
  const publish = may['consultations.publish']
  officeRoute(app, 'POST', officeUrls.publication(':id'), publish, async (c, official) => {
    const view = await draftOf(c, services, official)
    const pastOpeningConfirmed = textField(await readForm(c), 'hapja-kaluar') === 'po'
    const outcome = await publishConsultation(services, official, view.consultation.id, { pastOpeningConfirmed })
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
      case 'opens-in-the-past': {
        const lang = c.get('lang')
        const words = textsIn(lang).closing.pastOpening.error(formatDate(lang, outcome.opensOn))
        return overview(c, services, view, { errors: { 'hapja-kaluar': words }, status: 422 })
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
