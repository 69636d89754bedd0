import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { foundInstitution, type FoundingOutcome } from '#platform/institutions/found-institution.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import type { Services } from '#platform/services.ts'
import { refusalToAccent } from '#ui/accent-stylesheet.ts'
import { readDirectoryQuestion } from './directory-rules.ts'
import { readFoundingForm, typedOfNew } from './institution-form.ts'
import { InstitutionListPage } from './institution-list-page.tsx'
import { InstitutionPage } from './institution-page.tsx'
import { viewMunicipalities, viewOfficeInstitutions, viewOverview, viewPlace } from './institution-view.ts'
import { done, recordOf } from './office-steps.ts'
import { FoundingPage } from './record-forms-page.tsx'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

/** The list of institutions, a new one, and the page of each. */
export function institutionRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['institutions.read'], async (c, official) => {
    const question = readDirectoryQuestion(c.req.query())
    const view = await viewOfficeInstitutions(services, c.get('lang'), official, question)
    return html(c, <InstitutionListPage page={pageOf(c, services, null)} view={view} />)
  })

  officeRoute(app, 'GET', urls.found(), may['institutions.found'], async (c) => {
    const place = await viewPlace(services, c.get('lang'), c.req.query('nga-tabela') ?? '')
    return foundingPage(c, services, typedOfNew(place, randomUUID()), {}, 200)
  })

  officeRoute(app, 'POST', urls.found(), may['institutions.found'], async (c, official) => {
    const t = textsIn(c.get('lang'))
    const { reader, value } = readFoundingForm(await readForm(c), t)
    const accent = readAccent(reader, t.errors)
    if (!reader.ok) return foundingPage(c, services, reader.typed, reader.errors, 422)
    const outcome = await foundInstitution(services, official, { ...value, accent })
    if (outcome.kind === 'founded') return redirect(c, `${urls.one(outcome.id)}?u=krijua`)
    if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
    return foundingPage(c, services, reader.typed, refusedFounding(outcome, t.errors), 422)
  })

  officeRoute(app, 'GET', urls.one(':id'), may['institutions.read'], async (c, official) => {
    const lang = c.get('lang')
    const view = await viewOverview(services, lang, await recordOf(c, services, official))
    const page = pageOf(c, services, null)
    const t = textsIn(lang)
    const words = {
      ...t.done,
      emri: t.names.done,
      mbyll: t.closing.done,
      stema: t.emblem.done,
      adresat: t.addresses.done,
    }
    const status = done(c, { ...words, rregullimet: t.settings.done })
    return html(c, <InstitutionPage page={page} view={view} status={status} />)
  })
}

type Errors = ReturnType<typeof textsIn>['errors']
type Reader = { typed: Typed; refuse(name: string, error: string): void }

/** A colour whose contrast was checked, or none. */
export function readAccent(reader: Reader, t: Errors): string | null {
  const accent = (reader.typed.ngjyra ?? '').toLowerCase()
  if (accent === '') return null
  const refusal = refusalToAccent(accent)
  if (refusal) reader.refuse('ngjyra', refusal === 'too-pale' ? t.pale : t.colour)
  return accent
}

function refusedFounding(outcome: Extract<FoundingOutcome, { kind: 'refused' }>, t: Errors): FieldErrors {
  switch (outcome.refusal) {
    case 'slug-taken':
      return { adresa: t.slugTaken }
    case 'registered-twice':
      return { regjistrimi: t.registeredTwice }
    case 'outside-works-here':
      return { qendrimi: t.outside }
  }
}

async function foundingPage(
  c: WebContext,
  services: Services,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const places = await viewMunicipalities(services, c.get('lang'))
  const form = { page: pageOf(c, services, null), typed, errors }
  return html(c, <FoundingPage form={form} places={places} chosen={c.req.query('nga-tabela') ?? ''} />, { status })
}
