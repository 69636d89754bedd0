import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { takedownPermissions as may } from '#platform/takedowns/takedown-permissions.ts'
import { NewTakedownPage } from './new-takedown-page.tsx'
import { readLiftForm, readTakedownForm, TAKEDOWN_FIELDS } from './takedown-form.ts'
import { TakedownListPage } from './takedown-list-page.tsx'
import { TakedownPage } from './takedown-page.tsx'
import { viewNewTakedown, viewTakedown, viewTakedowns } from './takedown-view.ts'
import { takedownOfficeTexts } from './texts.ts'
import { takedownUrls } from './urls.ts'

type House = { services: Services; doors: readonly Door[] }

/** What was taken away from the public at once, and the deed that does it. */
export function takedownRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house = { services, doors }
  officeRoute(app, 'GET', takedownUrls.list(), may['takedowns.read'], async (c, official) => {
    const view = await viewTakedowns(services, doors, c.get('lang'), official, c.req.query())
    return html(c, <TakedownListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', takedownUrls.new(), may['takedowns.take'], (c, official) => {
    const { rekordi = '', adresa = '' } = c.req.query()
    return newPage(c, house, official, { typed: { rekordi, adresa, dergesa: randomUUID() }, errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', takedownUrls.new(), may['takedowns.take'], (c, official) => postTakedown(c, house, official))
  officeRoute(app, 'GET', takedownUrls.one(':id'), may['takedowns.read'], (c, official) =>
    onePage(c, house, official, c.req.param('id') ?? '', {}),
  )
  officeRoute(app, 'POST', takedownUrls.lift(':id'), may['takedowns.lift'], (c, official) =>
    postLift(c, house, official),
  )
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

async function newPage(c: WebContext, house: House, official: Official, again: Again): Promise<Response> {
  const { services, doors } = house
  const asked = { ref: again.typed.rekordi ?? '', address: again.typed.adresa ?? '' }
  const view = await viewNewTakedown(services, doors, c.get('lang'), official, asked)
  if (!view) throw notFound()
  const unknown = view.chosen === null && view.address !== ''
  const errors = unknown ? { adresa: takedownOfficeTexts(c.get('lang')).addressUnknown } : again.errors
  const page = pageOf(c, services, null)
  return html(c, <NewTakedownPage page={page} view={view} typed={again.typed} errors={errors} />, {
    status: unknown ? 422 : again.status,
  })
}

async function postTakedown(c: WebContext, house: House, official: Official): Promise<Response> {
  const t = takedownOfficeTexts(c.get('lang'))
  const form = await readForm(c)
  const read = readTakedownForm(form, t)
  const typed = typedOf(form, TAKEDOWN_FIELDS)
  if (!read.ok) return newPage(c, house, official, { typed, errors: read.errors, status: 422 })
  const outcome = await takeDown(house.services, house.doors, official, read.value)
  switch (outcome.kind) {
    case 'taken-down':
      return redirect(c, `${takedownUrls.one(outcome.id)}?u=hequr`)
    case 'down-already':
      return onePage(c, house, official, outcome.id, { notice: t.already, status: 409 })
    case 'not-public':
      return newPage(c, house, official, { typed, errors: { arsyeja: t.errors.notPublic }, status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-record':
      throw notFound()
  }
}

async function postLift(c: WebContext, house: House, official: Official): Promise<Response> {
  const t = takedownOfficeTexts(c.get('lang'))
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const read = readLiftForm(await readForm(c), t)
  if (!read.ok) return onePage(c, house, official, id, { typed: read.typed, errors: read.errors, status: 422 })
  const outcome = await liftTakedown(house.services, house.doors, official, id, read.value.reason)
  switch (outcome.kind) {
    case 'lifted':
      return redirect(c, `${takedownUrls.one(id)}?u=kthyer`)
    case 'lifted-already':
      return onePage(c, house, official, id, { notice: t.liftedAlready, status: 409 })
    case 'content-gone':
      return onePage(c, house, official, id, { notice: t.one.contentGone, status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-takedown':
      throw notFound()
  }
}

type Shown = { typed?: Typed; errors?: FieldErrors; notice?: string; status?: number }

async function onePage(c: WebContext, house: House, official: Official, id: string, shown: Shown): Promise<Response> {
  const view = await viewTakedown(house.services, house.doors, c.get('lang'), official, id)
  if (!view) throw notFound()
  const t = takedownOfficeTexts(c.get('lang'))
  const { status = 200, ...rest } = shown
  const done = doneWords({ hequr: t.taken, kthyer: t.lifted }, c.req.query('u'))
  return html(c, <TakedownPage page={pageOf(c, house.services, null)} view={view} status={done} {...rest} />, {
    status,
  })
}
