import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { withUpload } from '#platform/files/upload.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { changeAddresses } from '#platform/institutions/change-addresses.ts'
import { addClosure, removeClosure } from '#platform/institutions/change-closures.ts'
import { changeSettings } from '#platform/institutions/change-settings.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import { SETTING_KEYS } from '#platform/institutions/institution-settings-rules.ts'
import { LARGEST_EMBLEM, setInstitutionEmblem } from '#platform/institutions/set-institution-emblem.ts'
import type { Services } from '#platform/services.ts'
import { readAddressesForm, readClosureForm, readSettingsForm, typedOfAddresses } from './institution-form.ts'
import { viewAddresses, viewClosures, viewSettings, type RecordView } from './institution-view.ts'
import { done, recordOf, refuseNobody } from './office-steps.ts'
import { AddressesPage, ClosuresPage, EmblemPage, SettingsPage } from './record-forms-page.tsx'
import { settle, versionOf, type Again } from './settle-steps.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

const write = may['institutions.write']

/** What an institution is equipped with: emblem, addresses, closed days, settings. */
export function equipmentRoutes(app: WebApp, services: Services): void {
  emblemRoutes(app, services)
  addressRoutes(app, services)
  closureRoutes(app, services)
  settingsRoutes(app, services)
}

function emblemRoutes(app: WebApp, services: Services): void {
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) =>
      html(c, <EmblemPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} />, { status })
  officeRoute(app, 'GET', urls.emblem(':id'), write, async (c, official) =>
    page(c, await recordOf(c, services, official, write))({}, {}, 200),
  )
  officeRoute(app, 'POST', urls.emblem(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const errors = { stema: textsIn(c.get('lang')).errors.png }
    const again = page(c, view)
    return withUpload(c, services, { files: 1, fileBytes: LARGEST_EMBLEM }, async (upload) => {
      const file = upload.kind === 'upload' ? upload.files[0] : undefined
      if (!file) return again({}, errors, 422)
      const { id } = view.institution
      const outcome = await setInstitutionEmblem(services, official, id, file)
      const rest = {
        to: `${urls.one(id)}?u=stema`,
        typed: {},
        field: 'stema',
        refusals: { 'no-emblem': errors },
        again,
      }
      return settle(c, services, view, { outcome, ...rest })
    })
  })
}

function addressRoutes(app: WebApp, services: Services): void {
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) =>
      html(c, <AddressesPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} />, { status })
  officeRoute(app, 'GET', urls.addresses(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const { id, version } = view.institution
    return page(c, view)(typedOfAddresses(await viewAddresses(services, id), version), {}, 200)
  })
  officeRoute(app, 'POST', urls.addresses(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const { reader, value } = readAddressesForm(await readForm(c), textsIn(c.get('lang')))
    const again = page(c, view)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const { id } = view.institution
    const outcome = await changeAddresses(services, official, id, value, versionOf(reader.typed))
    const rest = {
      to: `${urls.one(id)}?u=adresat`,
      typed: reader.typed,
      field: 'posta-front-desk',
      refusals: {},
      again,
    }
    return settle(c, services, view, { outcome, ...rest })
  })
}

function closureRoutes(app: WebApp, services: Services): void {
  const show = async (c: WebContext, official: Official, typed: Typed, errors: FieldErrors, status: number) => {
    const view = await recordOf(c, services, official, write)
    const closures = await viewClosures(services, view.institution.id)
    const form = { page: pageOf(c, services, null), typed, errors }
    const told = done(c, textsIn(c.get('lang')).closures.done)
    return html(c, <ClosuresPage form={form} view={view} closures={closures} status={told} />, { status })
  }
  officeRoute(app, 'GET', urls.closures(':id'), write, (c, official) =>
    show(c, official, { dergesa: randomUUID() }, {}, 200),
  )
  officeRoute(app, 'POST', urls.closures(':id'), write, async (c, official) => {
    const { institution } = await recordOf(c, services, official, write)
    const { reader, value } = readClosureForm(await readForm(c), textsIn(c.get('lang')))
    if (!reader.ok) return show(c, official, reader.typed, reader.errors, 422)
    const id = isUuid(value.id) ? value.id : randomUUID()
    refuseNobody((await addClosure(services, official, institution.id, { ...value, id })).kind)
    return redirect(c, `${urls.closures(institution.id)}?u=shtua`)
  })
  officeRoute(app, 'POST', urls.removeClosure(':id', ':closure'), write, async (c, official) => {
    const { institution } = await recordOf(c, services, official, write)
    const closure = c.req.param('closure') ?? ''
    if (!isUuid(closure)) throw notFound()
    refuseNobody((await removeClosure(services, official, institution.id, closure)).kind)
    return redirect(c, `${urls.closures(institution.id)}?u=hoq`)
  })
}

function settingsRoutes(app: WebApp, services: Services): void {
  const page =
    (c: WebContext, view: RecordView): Again =>
    async (typed, errors, status) =>
      html(c, <SettingsPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} />, { status })
  officeRoute(app, 'GET', urls.settings(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const values = await viewSettings(services, view.institution.id)
    const words = (value: boolean | number | string) =>
      typeof value === 'boolean' ? (value ? 'po' : '') : String(value)
    const typed = Object.fromEntries(SETTING_KEYS.map((key) => [key, words(values[key])]))
    return page(c, view)({ ...typed, versioni: String(view.institution.version) }, {}, 200)
  })
  officeRoute(app, 'POST', urls.settings(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const { reader, value } = readSettingsForm(await readForm(c), textsIn(c.get('lang')))
    const again = page(c, view)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const { id } = view.institution
    const outcome = await changeSettings(services, official, id, value, versionOf(reader.typed))
    const rest = {
      to: `${urls.one(id)}?u=rregullimet`,
      typed: reader.typed,
      field: 'duty-digest-hour',
      refusals: { 'two-people-by-operator': { 'two-person-rule': textsIn(c.get('lang')).errors.twoPeople } },
      again,
    }
    return settle(c, services, view, { outcome, ...rest })
  })
}
