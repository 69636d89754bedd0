import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { showCheckCode } from '#platform/letters/official-letter-rules.ts'
import { formatIn } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { serveForm } from '../form-file-routes.tsx'
import { DATE_FIELDS } from '../office/minutes-form.ts'
import { minutesFor } from '../office/minutes-routes.tsx'
import type { OfficeMinutesView } from '../office/office-minutes-view.ts'
import { minutesOfficeUrls as urls, minutesUrls } from '../urls.ts'
import { CheckPage, CopiesPage, CopyPage } from './copies-page.tsx'
import { copyForm, viewCheck, viewCopies, viewCopy } from './copies-view.ts'
import { readCancelReason, readCopy } from './copy-form.ts'
import type { Copy } from './copy-queries.ts'
import { cancelCopy, makeCopy } from './make-copy.ts'
import { copiesTexts } from './texts.ts'

/** Extracts and certified copies: issued, listed, cancelled; and checked by whoever holds one. */
export function copiesRoutes(app: WebApp, services: Services): void {
  app.get(minutesUrls.check(), async (c) => {
    const typed = (c.req.query('kodi') ?? '').slice(0, 40)
    const copy = typed === '' ? null : await viewCheck(services, c.get('lang'), typed)
    return html(c, <CheckPage page={pageOf(c, services, null)} typed={typed} copy={copy} />)
  })
  officeRoute(app, 'GET', urls.copies(), may['council.read'], async (c, official) => {
    const view = await viewCopies(services, official, null)
    return html(c, <CopiesPage page={pageOf(c, services, null)} view={view} of={null} />)
  })
  officeRoute(app, 'GET', urls.copiesOf(':id'), may['council.read'], async (c, official) =>
    copiesPage(c, services, official, await minutesFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.copiesOf(':id'), may['council-minutes.write'], (c, official) =>
    make(c, services, official),
  )
  officeRoute(app, 'GET', urls.copy(':id'), may['council.read'], async (c, official) =>
    copyPage(c, services, official, await copyFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.copyFile(':id', ':format'), may['council.read'], async (c, official) => {
    const format = formatIn(c.req.param('format'))
    const copy = await copyFor(c, services, official)
    const form = await copyForm(services, copy)
    if (!form) throw notFound()
    const name = `procesverbali-${copy.slug}-${copy.number}-${copy.year}`
    return serveForm(c, services, { form, madeAt: copy.createdAt, name, format, open: false })
  })
  officeRoute(app, 'POST', urls.cancelCopy(':id'), may['council-minutes.approve'], (c, official) =>
    cancel(c, services, official),
  )
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function copiesPage(
  c: WebContext,
  services: Services,
  official: Official,
  minutes: OfficeMinutesView,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const view = await viewCopies(services, official, minutes.facts.meeting.id)
  const of = { minutes, typed, errors, formId: randomUUID() }
  return html(c, <CopiesPage page={pageOf(c, services, null)} view={view} of={of} />, { status })
}

async function make(c: WebContext, services: Services, official: Official): Promise<Response> {
  const minutes = await minutesFor(c, services, official)
  if (!minutes.mayWrite) throw new Refused(403, 'not-permitted')
  const t = copiesTexts(c.get('lang'))
  const form = await readForm(c)
  const { id, zone } = minutes.facts.meeting
  const read = readCopy(form, t, civilDateIn(zone, services.clock.now()))
  if (!read.ok) return copiesPage(c, services, official, minutes, { ...read, status: 422 })
  const sent = textField(form, 'dergesa')
  const formId = isUuid(sent) ? sent : randomUUID()
  const outcome = await makeCopy(services, id, { ...read.value, formId, by: { accountId: official.accountId } })
  const typed = typedOf(form, ['pika', 'kerkuar-nga', 'plote', ...DATE_FIELDS('kerkuar')])
  switch (outcome.kind) {
    case 'made':
      return redirect(c, `${urls.copy(outcome.id)}?u=leshimi`)
    case 'no-such-minutes':
      throw notFound()
    case 'no-such-item':
      return copiesPage(c, services, official, minutes, { typed, errors: { pika: t.errors.item }, status: 422 })
    case 'not-approved':
      return copiesPage(c, services, official, minutes, { typed, errors: { pika: t.errors.notApproved }, status: 409 })
  }
}

async function copyFor(c: WebContext, services: Services, official: Official): Promise<Copy> {
  const copy = await viewCopy(services, official, c.req.param('id') ?? '')
  if (!copy) throw notFound()
  return copy
}

function copyPage(c: WebContext, services: Services, official: Official, copy: Copy, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const props = {
    page: pageOf(c, services, null),
    copy,
    typed,
    errors,
    code: showCheckCode(copy.code),
    mayCancel: mayIn(official, may['council-minutes.approve'], copy.institutionId),
    status: status === 200 ? doneWords(copiesTexts(c.get('lang')).done, c.req.query('u')) : null,
  }
  return html(c, <CopyPage {...props} />, { status })
}

async function cancel(c: WebContext, services: Services, official: Official): Promise<Response> {
  const copy = await copyFor(c, services, official)
  if (!mayIn(official, may['council-minutes.approve'], copy.institutionId)) throw new Refused(403, 'not-permitted')
  const t = copiesTexts(c.get('lang'))
  const read = readCancelReason(await readForm(c), t)
  if (!read.ok) return copyPage(c, services, official, copy, { ...read, status: 422 })
  const outcome = await cancelCopy(services, copy.id, { reason: read.value, by: { accountId: official.accountId } })
  if (outcome === 'done') return redirect(c, `${urls.copy(copy.id)}?u=anulimi`)
  if (outcome === 'no-such-copy') throw notFound()
  const again = { typed: { arsyeja: read.value }, errors: { arsyeja: t.errors.cancelledBefore }, status: 409 }
  return copyPage(c, services, official, copy, again)
}
