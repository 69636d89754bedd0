import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { BulkDeedPage, BulkDeedsPage } from './bulk-deed-page.tsx'
import { EMPTY_BULK, readBulkChoice, readBulkOrder, typedOfBulk, type BulkChoice, type BulkTyped } from './bulk-form.ts'
import { BulkPage } from './bulk-page.tsx'
import { choiceOf, viewBulkDeed, viewBulkDeeds, viewBulkForecast } from './bulk-view.ts'
import { MOST_AT_ONCE } from './desk-rules.ts'
import { startBulkDeed, type BulkStart } from './start-bulk-deed.ts'
import { undoBulkDeed } from './undo-bulk-deed.ts'

/** Deeds on many comments: told, confirmed, done, undone. */
export function bulkRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.bulk(), may['comments.moderate'], (c, official) => {
    const choice = readBulkChoice((name) => c.req.query(name), c.req.queries('k') ?? [])
    return confirmPage(c, services, official, choice, { typed: EMPTY_BULK, errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', officeUrls.bulk(), may['comments.moderate'], (c, official) => start(c, services, official))
  officeRoute(app, 'GET', officeUrls.bulkDeeds(), may['comments.read'], async (c, official) =>
    html(c, <BulkDeedsPage page={pageOf(c, services, null)} deeds={await viewBulkDeeds(services, official)} />),
  )
  officeRoute(app, 'GET', officeUrls.bulkDeed(':id'), may['comments.read'], (c, official) =>
    deedPage(c, services, official),
  )
  officeRoute(app, 'POST', officeUrls.undoBulk(':id'), may['comments.moderate'], (c, official) =>
    undo(c, services, official),
  )
}

type Again = { typed: BulkTyped; errors: FieldErrors; status: number; form?: string }

async function confirmPage(
  c: WebContext,
  services: Services,
  official: Official,
  choice: BulkChoice,
  { typed, errors, status, form }: Again,
): Promise<Response> {
  if (!choice.deed) throw notFound()
  const view = await viewBulkForecast(services, official, choice, choice.deed)
  const page = pageOf(c, services, null)
  return html(c, <BulkPage page={page} view={view} typed={typed} errors={errors} form={form ?? randomUUID()} />, {
    status,
  })
}

async function start(c: WebContext, services: Services, official: Official): Promise<Response> {
  const lang = c.get('lang')
  const sent = await readForm(c)
  const ids = sent.getAll('k').filter((one): one is string => typeof one === 'string')
  const choice = readBulkChoice((name) => textField(sent, name), ids)
  const form = textField(sent, 'dergesa')
  if (!choice.deed || !isUuid(form)) throw notFound()
  const typed = typedOfBulk(sent)
  const read = readBulkOrder(lang, choice.deed, typed)
  if (!read.ok) return confirmPage(c, services, official, choice, { typed, errors: read.errors, status: 422, form })
  const seen = Number(textField(sent, 'numri'))
  const outcome = await startBulkDeed(services, official, form, read.order, choiceOf(official, choice), seen)
  if (outcome.kind === 'started') return redirect(c, `${officeUrls.bulkDeed(outcome.id)}?u=kreu`)
  // Ticked, and yet none of them is this official's to touch.
  const foreign = outcome.kind === 'nothing-chosen' && !choice.all && choice.ids.length > 0
  if (foreign || outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  const status = outcome.kind === 'other-number' ? 409 : 422
  return confirmPage(c, services, official, choice, { typed, errors: whyNot(lang, outcome), status })
}

function whyNot(
  lang: WebContext['var']['lang'],
  outcome: Exclude<BulkStart, { kind: 'started' | 'not-permitted' }>,
): FieldErrors {
  const t = textsIn(lang).bulk
  switch (outcome.kind) {
    case 'other-number':
      return { permbajtja: t.otherNumber(outcome.now) }
    case 'too-many':
      return { permbajtja: t.tooMany(MOST_AT_ONCE) }
    case 'nothing-chosen':
      return { permbajtja: t.nothing }
    case 'no-such-person':
      return { kujt: t.assigneeError }
  }
}

async function undo(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const t = textsIn(c.get('lang')).bulk
  const outcome = await undoBulkDeed(services, official, id)
  switch (outcome.kind) {
    case 'undone':
      return redirect(c, `${officeUrls.bulkDeed(id)}?u=zhbeu`)
    case 'too-late':
      return deedPage(c, services, official, t.tooLate)
    case 'still-running':
      return deedPage(c, services, official, t.stillRunning)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-deed':
      throw notFound()
  }
}

async function deedPage(
  c: WebContext,
  services: Services,
  official: Official,
  error: string | null = null,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const view = isUuid(id) ? await viewBulkDeed(services, official, id) : null
  if (!view) throw notFound()
  const t = textsIn(c.get('lang')).bulk
  const ended = { kreu: view.deed.state === 'running' ? t.states.running : t.started, zhbeu: t.undone }
  const status = error === null ? doneWords(ended, c.req.query('u')) : null
  const page = pageOf(c, services, null)
  return html(c, <BulkDeedPage page={page} view={view} status={status} error={error} />, {
    status: error === null ? 200 : 409,
  })
}
