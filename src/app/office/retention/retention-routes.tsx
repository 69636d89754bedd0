import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { personRequestPermissions as may } from '#platform/own-data/person-request-permissions.ts'
import { erasePerson, openPersonRequest } from '#platform/own-data/serve-person.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { readRequestForm, REQUEST_FIELDS } from './person-request-form.ts'
import { PersonRequestPage } from './person-request-page.tsx'
import { viewPersonRequest, viewPersonRequests, type PersonRequestView } from './person-request-view.ts'
import { PersonRequestsPage } from './person-requests-page.tsx'
import { RetentionPage } from './retention-page.tsx'
import { viewRetention } from './retention-view.ts'
import { retentionTexts } from './texts.ts'
import { retentionUrls } from './urls.ts'

type House = { services: Services; doors: readonly Door[] }

/** How long what is kept; and the data of people who stand at the counter. */
export function retentionRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house = { services, doors }
  officeRoute(app, 'GET', retentionUrls.rules(), may['retention.read'], async (c) =>
    html(c, <RetentionPage page={pageOf(c, services, null)} view={await viewRetention(services, doors)} />),
  )
  officeRoute(app, 'GET', retentionUrls.requests(), may['own-data.read'], (c, official) =>
    listPage(c, services, official, { typed: { dergesa: randomUUID() }, errors: {}, status: 200 }),
  )
  officeRoute(app, 'POST', retentionUrls.requests(), may['own-data.serve'], (c, official) =>
    postRequest(c, house, official),
  )
  officeRoute(app, 'GET', retentionUrls.request(':id'), may['own-data.read'], (c, official) =>
    onePage(c, house, official, {}),
  )
  officeRoute(app, 'GET', retentionUrls.json(':id'), may['own-data.serve'], (c, official) => asData(c, house, official))
  officeRoute(app, 'POST', retentionUrls.erasure(':id'), may['own-data.serve'], (c, official) =>
    postErasure(c, house, official),
  )
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

async function listPage(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const view = await viewPersonRequests(services, c.get('lang'), official, c.req.query())
  const page = pageOf(c, services, null)
  return html(c, <PersonRequestsPage page={page} view={view} typed={again.typed} errors={again.errors} />, {
    status: again.status,
  })
}

async function postRequest(c: WebContext, { services, doors }: House, official: Official): Promise<Response> {
  const texts = retentionTexts(c.get('lang'))
  const form = await readForm(c)
  const read = readRequestForm(form, texts)
  const typed = typedOf(form, REQUEST_FIELDS)
  if (!read.ok) return listPage(c, services, official, { typed, errors: read.errors, status: 422 })
  const outcome = await openPersonRequest(services, doors, official, read.value)
  switch (outcome.kind) {
    case 'opened':
      return redirect(c, retentionUrls.request(outcome.id))
    case 'nothing-known':
      return listPage(c, services, official, { typed, errors: { adresa: texts.requests.errors.nothing }, status: 422 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
  }
}

type Shown = { errors?: FieldErrors; status?: number }

async function onePage(c: WebContext, house: House, official: Official, shown: Shown): Promise<Response> {
  const view = await found(c, house, official)
  if (view.records !== null) await noteSeen(house.services, official, view, 'opened')
  const t = retentionTexts(c.get('lang')).one
  const status = doneWords({ fshire: t.done, tashme: t.already }, c.req.query('u'))
  const page = pageOf(c, house.services, null)
  return html(c, <PersonRequestPage page={page} view={view} status={status} errors={shown.errors ?? {}} />, {
    status: shown.status ?? 200,
  })
}

async function found(c: WebContext, { services, doors }: House, official: Official): Promise<PersonRequestView> {
  const view = await viewPersonRequest(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

const noteSeen = (services: Services, official: Official, { request }: PersonRequestView, what: string) =>
  noteAccess(services, official, {
    institutionId: request.institutionId,
    subject: refOf('own-data.request', request.id),
    contactId: request.contactId,
    what,
  })

async function asData(c: WebContext, house: House, official: Official): Promise<Response> {
  const view = await found(c, house, official)
  if (view.records === null) throw new Refused(403, 'not-permitted')
  await noteSeen(house.services, official, view, 'exported')
  c.header('content-disposition', 'attachment; filename="te-dhenat.json"')
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('cache-control', 'no-store')
  const records = view.records.map(({ title, at, data }) => ({ title, at, ...data }))
  return c.body(`${JSON.stringify({ records }, null, 2)}\n`)
}

async function postErasure(c: WebContext, house: House, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const confirmed = textField(await readForm(c), 'konfirmimi') === 'po'
  const errors = { konfirmimi: retentionTexts(c.get('lang')).requests.errors.confirm }
  if (!confirmed) return onePage(c, house, official, { errors, status: 422 })
  const outcome = await erasePerson(house.services, house.doors, official, id)
  switch (outcome.kind) {
    case 'erased':
      return redirect(c, `${retentionUrls.request(id)}?u=fshire`)
    case 'erased-already':
      return redirect(c, `${retentionUrls.request(id)}?u=tashme`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-request':
      throw notFound()
  }
}
