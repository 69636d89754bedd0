import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { deskQuery, readDeskWords } from './desk-rules.ts'
import { changeView, saveView, type ViewChange } from './save-view.ts'
import { viewSavedViews } from './saved-view-view.ts'
import { SavedViewsPage } from './saved-views-page.tsx'

/** Saved views: kept from the desk, named and deleted on a page of their own. */
export function savedViewRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.commentViews(), may['comments.read'], (c, official) =>
    viewsPage(c, services, official),
  )
  officeRoute(app, 'POST', officeUrls.commentViews(), may['comments.desk'], (c, official) =>
    save(c, services, official),
  )
  officeRoute(app, 'POST', officeUrls.commentView(':id'), may['comments.desk'], (c, official) =>
    change(c, services, official),
  )
}

const isName = (name: string): boolean => name !== '' && lengthOf(name) <= 60

async function save(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const [name, shared] = [textField(form, 'emri'), textField(form, 'ndare') === 'po']
  const formId = textField(form, 'dergesa')
  if (!isUuid(formId)) throw notFound()
  const query = deskQuery(readDeskWords(textField(form, 'pyetja')))
  if (!isName(name)) {
    const unsaved = { query, form: formId, typed: { name, shared } }
    return viewsPage(c, services, official, { errors: { emri: textsIn(c.get('lang')).deskViews.nameError }, unsaved })
  }
  const named = textField(form, 'institucioni')
  const [own] = institutionsWhere(official, may['comments.desk']) ?? []
  const institutionId = isUuid(named) ? named : own
  if (institutionId === undefined) throw new Refused(403, 'not-permitted')
  const outcome = await saveView(services, official, { institutionId, name, query, shared, formId })
  if (outcome.kind !== 'saved') throw new Refused(403, 'not-permitted')
  return redirect(c, `${officeUrls.comments()}?${[query, `pamja=${outcome.id}`, 'u=ruajti'].filter(Boolean).join('&')}`)
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const form = await readForm(c)
  const order = readChange(form, id)
  if (!order) throw notFound()
  const t = textsIn(c.get('lang')).deskViews
  if (order.deed === 'change' && !isName(order.name))
    return viewsPage(c, services, official, { errors: { [`emri-${id}`]: t.nameError } })
  const outcome = await changeView(services, official, id, order)
  if (outcome.kind === 'no-such-view') throw notFound()
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  return redirect(c, `${officeUrls.commentViews()}?u=${order.deed === 'delete' ? 'fshiu' : 'ndryshoi'}`)
}

function readChange(form: FormData, id: string): ViewChange | null {
  switch (textField(form, 'veprimi')) {
    case 'ndryshimi':
      return { deed: 'change', name: textField(form, `emri-${id}`), shared: textField(form, `ndare-${id}`) === 'po' }
    case 'fshirja':
      return { deed: 'delete' }
    case 'parazgjedhje':
      return { deed: 'default', wanted: true }
    case 'pa-parazgjedhje':
      return { deed: 'default', wanted: false }
    default:
      return null
  }
}

type Again = {
  errors: FieldErrors
  unsaved?: { query: string; form: string; typed: { name: string; shared: boolean } }
}

async function viewsPage(
  c: WebContext,
  services: Services,
  official: Official,
  again: Again | null = null,
): Promise<Response> {
  const t = textsIn(c.get('lang')).deskViews
  const done = { ndryshoi: t.changed, fshiu: t.deleted }
  return html(
    c,
    <SavedViewsPage
      page={pageOf(c, services, null)}
      views={await viewSavedViews(services, official)}
      accountId={official.accountId}
      mayChange={mayAnywhere(official, may['comments.desk'])}
      status={doneWords(done, c.req.query('u'))}
      errors={again?.errors ?? {}}
      unsaved={again?.unsaved ? { ...again.unsaved, form: again.unsaved.form || randomUUID() } : null}
    />,
    { status: again ? 422 : 200 },
  )
}
