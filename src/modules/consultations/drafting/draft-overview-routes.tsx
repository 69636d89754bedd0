import { doneWords } from '#platform/http/done-words.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { DraftPage } from './draft-page.tsx'
import { viewDraft, type DraftView } from './draft-view.ts'

/** What the address names, if this official may read it there. */
export async function draftOf(c: WebContext, services: Services, official: Official): Promise<DraftView> {
  const view = await viewDraft(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

/** What the form on the overview brought back: what was typed, and what to mend. */
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

export function overview(c: WebContext, services: Services, view: DraftView, again: Again = {}): Promise<Response> {
  const t = textsIn(c.get('lang')).office
  const { registerNumber, registerYear } = view.consultation
  const done: Record<string, string> = {
    ruajt: t.saved,
    publikua: t.published(`${registerNumber}/${registerYear}`),
    anulua: t.cancelled,
    shtua: t.documentAdded,
    hoq: t.documentRemoved,
  }
  const { typed = {}, errors = {} } = again
  const page = pageOf(c, services, null)
  const status = again.errors ? null : doneWords(done, c.req.query('u'))
  return html(c, <DraftPage page={page} view={view} typed={typed} errors={errors} status={status} />, {
    status: again.status ?? 200,
  })
}
