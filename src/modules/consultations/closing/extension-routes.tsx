import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { draftOf } from '../drafting/draft-overview-routes.tsx'
import type { OfficeConsultation } from '../drafting/draft-queries.ts'
import type { DraftView } from '../drafting/draft-view.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { extendConsultation, type ExtendOutcome } from './extend-consultation.ts'
import { emptyExtension, readExtensionForm, typedExtension } from './extension-form.ts'
import { ExtensionPage } from './extension-page.tsx'
import { mostDayOf } from './most-day.ts'
import { repeatConsultation } from './repeat-consultation.ts'

/** More time for comments: an extension by decision, and the stage once more. */
export function extensionRoutes(app: WebApp, services: Services): void {
  const publish = may['consultations.publish']
  officeRoute(app, 'GET', officeUrls.extension(':id'), publish, async (c, official) => {
    const { consultation } = await publicOf(c, services, official)
    return formPage(c, services, official, consultation, emptyExtension(consultation.version, randomUUID()))
  })

  officeRoute(app, 'POST', officeUrls.extension(':id'), publish, async (c, official) => {
    const { consultation } = await publicOf(c, services, official)
    const form = await readForm(c)
    const read = readExtensionForm(form, textsIn(c.get('lang')))
    const sent = typedExtension(form)
    if (!read.ok) return formPage(c, services, official, consultation, sent, { errors: read.errors, status: 422 })
    const outcome = await extendConsultation(services, official, consultation.id, read.value)
    if (outcome.kind === 'extended') return redirect(c, `${officeUrls.consultation(consultation.id)}?u=zgjati`)
    const { errors, status, version } = refused(outcome, c)
    const typed = { ...sent, ...(version === null ? {} : { versioni: String(version) }) }
    return formPage(c, services, official, consultation, typed, { errors, status })
  })

  officeRoute(app, 'POST', officeUrls.repetition(':id'), may['consultations.write'], async (c, official) => {
    const { consultation } = await publicOf(c, services, official)
    const brought = textField(await readForm(c), 'dergesa')
    const formId = isUuid(brought) ? brought : randomUUID()
    const outcome = await repeatConsultation(services, official, consultation.id, formId)
    switch (outcome.kind) {
      case 'repeated':
        return redirect(c, `${officeUrls.consultation(outcome.id)}?u=perseriti`)
      case 'not-permitted':
        throw new Refused(403, 'not-permitted')
      case 'not-public':
        throw new Refused(409, 'conflict')
      case 'no-such-consultation':
        throw notFound()
    }
  })
}

function refused(
  outcome: Exclude<ExtendOutcome, { kind: 'extended' }>,
  c: WebContext,
): { errors: FieldErrors; status: number; version: number | null } {
  const lang = c.get('lang')
  const t = textsIn(lang).closing.extend
  switch (outcome.kind) {
    case 'refused': {
      const { refusal, most } = outcome
      const words = refusal === 'beyond-most' && most !== null ? t.beyond(formatDate(lang, most)) : t.refusals[refusal]
      const field = refusal === 'decided-later' ? 'vendosur' : 'mbyllet'
      return { errors: { [field]: words }, status: refusal === 'not-running' ? 409 : 422, version: null }
    }
    case 'changed-meanwhile':
      return { errors: { mbyllet: t.errors.changedMeanwhile }, status: 409, version: outcome.version }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

type Again = { errors?: FieldErrors; status?: number }

async function formPage(
  c: WebContext,
  services: Services,
  official: Official,
  consultation: OfficeConsultation,
  typed: Typed,
  { errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const most = await mostDayOf(services.db, services, consultation)
  const mayRepeat = mayIn(official, may['consultations.write'], consultation.institutionId)
  const props = { page: pageOf(c, services, null), consultation, most, typed, errors, mayRepeat }
  return html(c, <ExtensionPage {...props} repetition={randomUUID()} />, { status })
}

/** Only what is public, and no history, has a window. */
async function publicOf(c: WebContext, services: Services, official: Official): Promise<DraftView> {
  const view = await draftOf(c, services, official)
  const { state, history } = view.consultation
  if (state !== 'published' || history) throw new Refused(409, 'conflict')
  return view
}
