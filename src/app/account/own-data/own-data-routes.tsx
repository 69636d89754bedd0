import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { withdrawConsent } from '#platform/own-data/consents.ts'
import { askForAddress, changeLanguage, changeName, confirmAddress } from '#platform/own-data/correct-own-data.ts'
import { gatherOwnData, ownDataAsData } from '#platform/own-data/gather-own-data.ts'
import type { Services } from '#platform/services.ts'
import { toSignIn } from '../account-context.ts'
import { AddressOutcomePage, ConfirmAddressPage } from './address-page.tsx'
import { addressAskOf } from './address-view.ts'
import { eraseRoutes } from './erase-routes.tsx'
import { lostLinksRoutes } from './lost-links-routes.tsx'
import { readAddressForm, readLangForm, readNameForm } from './own-data-form.ts'
import { OwnDataFile } from './own-data-file-part.tsx'
import { OwnDataPage } from './own-data-page.tsx'
import { viewOwnData } from './own-data-view.ts'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

export type House = { services: Services; doors: readonly Door[] }

/** What people see of their own, correct, take along and erase. */
export function ownDataRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house = { services, doors }
  app.get(ownDataUrls.overview(), (c) => asCitizen(c, (citizen) => overview(c, house, citizen, {})))
  app.post(ownDataUrls.language(), (c) => asCitizen(c, (citizen) => postLanguage(c, house, citizen)))
  app.post(ownDataUrls.name(), (c) => asCitizen(c, (citizen) => postName(c, house, citizen)))
  app.post(ownDataUrls.address(), (c) => asCitizen(c, (citizen) => postAddress(c, house, citizen)))
  app.post(ownDataUrls.withdrawal(':id'), (c) => asCitizen(c, (citizen) => postWithdrawal(c, house, citizen)))
  app.get(ownDataUrls.json(), (c) => asCitizen(c, (citizen) => exported(c, house, citizen, 'json')))
  app.get(ownDataUrls.file(), (c) => asCitizen(c, (citizen) => exported(c, house, citizen, 'html')))
  confirmationRoutes(app, services)
  eraseRoutes(app, house)
  lostLinksRoutes(app, house)
}

/** The own data of whoever is signed in with an address. Officials have an account, and see it there. */
export function asCitizen(
  c: WebContext,
  answer: (citizen: Citizen) => Promise<Response>,
): Promise<Response> | Response {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind !== 'citizen') throw new Refused(403, 'not-permitted')
  return answer(visitor)
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function overview(c: WebContext, { services, doors }: House, citizen: Citizen, again: Again): Promise<Response> {
  const view = await viewOwnData(services, doors, c.get('lang'), citizen)
  if (!view) throw notFound()
  const { typed = {}, errors = {}, status = 200 } = again
  const done = ownDataPageTexts(c.get('lang')).done[c.req.query('u') ?? ''] ?? null
  const page = pageOf(c, services, null)
  return html(c, <OwnDataPage page={page} view={view} status={done} typed={typed} errors={errors} />, { status })
}

async function postLanguage(c: WebContext, { services }: House, citizen: Citizen): Promise<Response> {
  await changeLanguage(services, citizen, readLangForm(await readForm(c)))
  return redirect(c, `${ownDataUrls.overview()}?u=gjuha`)
}

async function postName(c: WebContext, house: House, citizen: Citizen): Promise<Response> {
  const read = readNameForm(await readForm(c), ownDataPageTexts(c.get('lang')))
  if (!read.ok) return overview(c, house, citizen, { ...read, status: 422 })
  await changeName(house.services, house.doors, citizen, read.value)
  return redirect(c, `${ownDataUrls.overview()}?u=emri`)
}

async function postAddress(c: WebContext, house: House, citizen: Citizen): Promise<Response> {
  const texts = ownDataPageTexts(c.get('lang'))
  const form = await readForm(c)
  const read = readAddressForm(form, texts)
  if (!read.ok) return overview(c, house, citizen, { ...read, status: 422 })
  const outcome = await askForAddress(house.services, citizen, read.value, ownDataUrls.confirmAddress)
  if (outcome === 'sent') return redirect(c, `${ownDataUrls.overview()}?u=letra`)
  const typed = { adresa: textField(form, 'adresa') }
  return overview(c, house, citizen, { typed, errors: { adresa: texts.errors.tooMany }, status: 429 })
}

async function postWithdrawal(c: WebContext, { services, doors }: House, citizen: Citizen): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const outcome = await withdrawConsent(services, doors, citizen.contactId, id)
  if (outcome === 'no-such-consent') throw notFound()
  return redirect(c, `${ownDataUrls.overview()}?u=pelqimi`)
}

async function exported(
  c: WebContext,
  { services, doors }: House,
  citizen: Citizen,
  as: 'json' | 'html',
): Promise<Response> {
  const lang = c.get('lang')
  const data = await gatherOwnData(services, doors, lang, citizen.contactId)
  if (!data) throw notFound()
  const content = ownDataAsData(data, services.settings.url)
  c.header('content-disposition', `attachment; filename="te-dhenat-e-mia.${as}"`)
  c.header('cache-control', 'no-store')
  if (as === 'json') {
    c.header('content-type', 'application/json; charset=utf-8')
    return c.body(`${JSON.stringify(content, null, 2)}\n`)
  }
  const words: unknown = await Promise.resolve(<OwnDataFile lang={lang} now={services.clock.now()} data={content} />)
  c.header('content-type', 'text/html; charset=utf-8')
  return c.body(`<!doctype html>${String(words)}`)
}

function confirmationRoutes(app: WebApp, services: Services): void {
  const path = ownDataUrls.confirmAddress(':token')
  app.get(path, async (c) => {
    const token = c.req.param('token') ?? ''
    const ask = await addressAskOf(services, digestOfToken(token))
    const page = pageOf(c, services, null)
    if (!ask) return html(c, <AddressOutcomePage page={page} kind="dead" />, { status: 404 })
    return html(c, <ConfirmAddressPage page={page} token={token} ask={ask} />)
  })
  app.post(path, async (c) => {
    const visitor = c.get('visitor')
    const session = visitor?.kind === 'citizen' ? visitor.sessionId : null
    const outcome = await confirmAddress(services, c.req.param('token') ?? '', session)
    const page = pageOf(c, services, null)
    switch (outcome.kind) {
      case 'changed':
        if (session !== null) return redirect(c, `${ownDataUrls.overview()}?u=adresa`)
        return html(c, <AddressOutcomePage page={page} kind="changed" />)
      case 'taken':
        return html(c, <AddressOutcomePage page={page} kind="taken" />, { status: 409 })
      case 'no-such-ask':
        return html(c, <AddressOutcomePage page={page} kind="dead" />, { status: 404 })
    }
  })
}
