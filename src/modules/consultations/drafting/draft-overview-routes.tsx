import { doneWords } from '#platform/http/done-words.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { textsIn } from '../texts.ts'
import { closesBy, toBeClosed } from '../closing/closing-rules.ts'
import { reckonClosing } from '../closing/reckon-closing.ts'
import { opensInThePast, refusalsToPublish } from '../consultation-rules.ts'
import { missingOfDraft } from '../notices/notice-office-view.ts'
import { DraftPage } from './draft-page.tsx'
import type { Readiness } from './draft-readiness-part.tsx'
import { viewDraft, type DraftView } from './draft-view.ts'

/** What the address names, if this official may read it there. */
export async function draftOf(c: WebContext, services: Services, official: Official): Promise<DraftView> {
  const view = await viewDraft(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

/** What the form on the overview brought back: what was typed, and what to mend. */
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

export async function overview(
  c: WebContext,
  services: Services,
  view: DraftView,
  again: Again = {},
): Promise<Response> {
  const t = textsIn(c.get('lang')).office
  const { registerNumber, registerYear } = view.consultation
  const done: Record<string, string> = {
    ruajt: t.saved,
    publikua: t.published(`${registerNumber}/${registerYear}`),
    anulua: t.cancelled,
    shtua: t.documentAdded,
    hoq: t.documentRemoved,
    zgjati: textsIn(c.get('lang')).closing.extend.done,
    perseriti: textsIn(c.get('lang')).closing.repeat.done,
  }
  const { typed = {}, errors = {} } = again
  const page = pageOf(c, services, null)
  const status = again.errors ? null : doneWords(done, c.req.query('u'))
  const readiness = await readinessOf(services, view)
  const props = { page, view, readiness, typed, errors, status }
  return html(c, <DraftPage {...props} />, { status: again.status ?? 200 })
}

/** Of a draft: what keeps it from being published today, and until when it would take comments. */
async function readinessOf(services: Services, view: DraftView): Promise<Readiness | null> {
  const { consultation } = view
  if (consultation.state !== 'draft') return null
  const now = services.clock.now()
  const closing = await reckonClosing(services.db, services, toBeClosed(consultation))
  const refusals = refusalsToPublish({ ...consultation, ...view.contents, ...closesBy(consultation, closing) }, now)
  const missing = await missingOfDraft(services, view)
  return {
    closing,
    refusals,
    missing,
    opensInThePast: opensInThePast(consultation, civilDateIn(consultation.zone, now)),
  }
}
