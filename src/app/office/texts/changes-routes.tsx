import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import type { ChangeDecision } from '#platform/texts/versions/settle-change-rules.ts'
import { settleChanges, type ChangeOrder } from '#platform/texts/versions/settle-change.ts'
import { ChangePage } from './change-page.tsx'
import { readDecision } from './change-form.ts'
import { ChangesPage } from './changes-page.tsx'
import { viewChange, viewChanges } from './changes-view.ts'
import { idOf, refuse, uuidOf } from './text-context.ts'
import { textPage } from './text-routes.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

/** What a draft changes: seen as a table, decided by clicks. */
export function changesRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  officeRoute(app, 'GET', textUrls.changes(holder, ':id'), holder.readers, (c, official) =>
    changesPage(c, services, holder, official),
  )
  officeRoute(app, 'POST', textUrls.changes(holder, ':id'), holder.writers, async (c, official) => {
    const form = await readForm(c)
    const one = textField(form, 'prano')
    const changeIds = (one ? [one] : form.getAll('ndryshimi').map(String)).filter(isUuid)
    const t = roomTexts(c.get('lang'))
    if (changeIds.length === 0) {
      return changesPage(c, services, holder, official, { errors: { ndryshimet: t.noneChosen }, status: 422 })
    }
    const order = {
      id: idOf(c),
      versionId: textField(form, 'versioni'),
      changeIds,
      decision: { kind: 'accept' },
    } as const
    return settle(c, services, holder, official, order)
  })
  officeRoute(app, 'GET', textUrls.change(holder, ':id', ':change'), holder.writers, (c, official) =>
    changePage(c, services, holder, official),
  )
  officeRoute(app, 'POST', textUrls.change(holder, ':id', ':change'), holder.writers, async (c, official) => {
    const form = await readForm(c)
    const read = readDecision(form, roomTexts(c.get('lang')).decisionErrors)
    const typed = typedOf(form, ['vendimi', 'nyja'])
    if (!read.ok) return changePage(c, services, holder, official, { typed, errors: read.errors, status: 422 })
    const changeIds = [uuidOf(c, 'change')]
    const decision: ChangeDecision = read.value
    return settle(c, services, holder, official, {
      id: idOf(c),
      versionId: textField(form, 'versioni'),
      changeIds,
      decision,
    })
  })
}

async function settle(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  order: ChangeOrder,
): Promise<Response> {
  const t = roomTexts(c.get('lang'))
  const outcome = await settleChanges(services, holder, official, order)
  switch (outcome.kind) {
    case 'settled':
    case 'settled-before':
      return redirect(c, `${textUrls.changes(holder, order.id)}?hapur=po&u=konfirmua`)
    case 'no-such-change':
    case 'no-such-choice':
      return changesPage(c, services, holder, official, { errors: { ndryshimet: t.changeGone }, status: 409 })
    case 'no-draft':
      return textPage(c, services, holder, official, { errors: { permbajtja: t.draftGone }, status: 409 })
    default:
      return refuse(outcome)
  }
}

type Again = { errors?: FieldErrors; typed?: Typed; status?: number }

async function changesPage(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  { errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const query = { kind: c.req.query('lloji'), open: c.req.query('hapur'), after: c.req.query('pas') }
  const lang = c.get('lang')
  const view = await viewChanges(services, holder, official, lang, { id: idOf(c), query })
  if (!view) return withoutDraft(c, services, holder, official)
  const done = status === 200 ? doneWords({ konfirmua: roomTexts(lang).changeSettled }, c.req.query('u')) : null
  const page = <ChangesPage page={pageOf(c, services, null)} view={view} errors={errors} status={done} />
  return html(c, page, { status })
}

/** The draft was published or dropped: the text as it stands says more than a page that is not there. */
async function withoutDraft(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
): Promise<Response> {
  if (c.req.method === 'GET') throw notFound()
  const errors = { permbajtja: roomTexts(c.get('lang')).draftGone }
  return textPage(c, services, holder, official, { errors, status: 409 })
}

async function changePage(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  { errors = {}, typed = {}, status = 200 }: Again = {},
): Promise<Response> {
  const order = { id: idOf(c), changeId: uuidOf(c, 'change') }
  const lang = c.get('lang')
  const view = await viewChange(services, holder, official, lang, order)
  if (view === 'no-draft') return withoutDraft(c, services, holder, official)
  if (view === 'no-such-change') {
    const gone = { ndryshimet: roomTexts(lang).changeGone }
    return c.req.method === 'GET'
      ? redirect(c, textUrls.changes(holder, order.id))
      : changesPage(c, services, holder, official, { errors: gone, status: 409 })
  }
  const page = <ChangePage page={pageOf(c, services, null)} view={view} errors={errors} typed={typed} />
  return html(c, page, { status })
}
