import { officeRoute } from '#platform/auth/official-gate.ts'
import { html, pageOf, readForm } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { changeInstitution } from '#platform/institutions/change-institution.ts'
import { closeInstitution } from '#platform/institutions/close-institution.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import { renameInstitution } from '#platform/institutions/rename-institution.ts'
import type { Services } from '#platform/services.ts'
import { equipmentRoutes } from './equipment-routes.tsx'
import { readClosingForm, readFactsForm, readNamesForm, typedOfFacts } from './institution-form.ts'
import { readAccent } from './institution-routes.tsx'
import { viewMunicipalities, viewNamed, viewNames, type RecordView } from './institution-view.ts'
import { recordOf } from './office-steps.ts'
import { ClosingPage, FactsPage, NamesPage } from './record-forms-page.tsx'
import { settle, versionOf, type Again } from './settle-steps.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

const write = may['institutions.write']

/** What is set of an institution: each group a page of its own. */
export function recordRoutes(app: WebApp, services: Services): void {
  factsRoutes(app, services)
  namesRoutes(app, services)
  closingRoutes(app, services)
  equipmentRoutes(app, services)
}

function factsRoutes(app: WebApp, services: Services): void {
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) => {
      const places = await viewMunicipalities(services, c.get('lang'))
      return html(
        c,
        <FactsPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} places={places} />,
        { status },
      )
    }
  officeRoute(app, 'GET', urls.facts(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    return page(c, view)(typedOfFacts(view.institution), {}, 200)
  })
  officeRoute(app, 'POST', urls.facts(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const t = textsIn(c.get('lang'))
    const { reader, value } = readFactsForm(await readForm(c), t)
    const accent = readAccent(reader, t.errors)
    const again = page(c, view)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const { id } = view.institution
    const outcome = await changeInstitution(services, official, id, { ...value, accent }, versionOf(reader.typed))
    return settle(c, services, view, {
      outcome,
      to: `${urls.one(id)}?u=ruajt`,
      typed: reader.typed,
      field: 'lloji',
      refusals: {
        'registered-twice': { regjistrimi: t.errors.registeredTwice },
        'standing-by-operator': { qendrimi: t.errors.standing },
      },
      again,
    })
  })
}

function namesRoutes(app: WebApp, services: Services): void {
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) => {
      const names = await viewNames(services, view.institution.id)
      return html(
        c,
        <NamesPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} names={names} />,
        { status },
      )
    }
  officeRoute(app, 'GET', urls.names(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    return page(c, view)({ versioni: String(view.institution.version) }, {}, 200)
  })
  officeRoute(app, 'POST', urls.names(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const { reader, value } = readNamesForm(await readForm(c), textsIn(c.get('lang')))
    const again = page(c, view)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const { id } = view.institution
    const outcome = await renameInstitution(services, official, id, value, versionOf(reader.typed))
    const rest = { to: `${urls.one(id)}?u=emri`, typed: reader.typed, field: 'emri', refusals: {}, again }
    return settle(c, services, view, { outcome, ...rest })
  })
}

function closingRoutes(app: WebApp, services: Services): void {
  const close = may['institutions.found']
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) =>
      html(c, <ClosingPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} />, { status })
  officeRoute(app, 'GET', urls.closing(':id'), close, async (c, official) => {
    const view = await recordOf(c, services, official, close)
    return page(c, view)({ versioni: String(view.institution.version) }, {}, 200)
  })
  officeRoute(app, 'POST', urls.closing(':id'), close, async (c, official) => {
    const view = await recordOf(c, services, official, close)
    const t = textsIn(c.get('lang'))
    const { reader, value } = readClosingForm(await readForm(c), t)
    const successorIds: string[] = []
    for (const [n, words] of value.successors.entries()) {
      const found = words === '' ? null : await viewNamed(services, words)
      if (found) successorIds.push(found.id)
      else if (words !== '') reader.refuse(n === 0 ? 'pasuesi' : 'pasuesi-2', t.errors.noSuchInstitution)
    }
    const again = page(c, view)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const { id } = view.institution
    const closing = { on: value.on, reason: value.reason, successorIds }
    const outcome = await closeInstitution(services, official, id, closing, versionOf(reader.typed))
    const words = t.closing.refusals
    return settle(c, services, view, {
      outcome,
      to: `${urls.one(id)}?u=mbyll`,
      typed: reader.typed,
      field: 'dita',
      refusals: {
        'closed-already': { dita: words['closed-already'] },
        'in-the-future': { dita: words['in-the-future'] },
        'before-it-was': { dita: words['before-it-was'] },
        'successor-is-itself': { pasuesi: words['successor-is-itself'] },
        'successor-closed': { pasuesi: words['successor-closed'] },
        'no-such-successor': { pasuesi: words['no-such-successor'] },
      },
      again,
    })
  })
}
