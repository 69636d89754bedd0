import { createHash, randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { councilPermissions as may } from '../permissions.ts'
import { inviteGuest, prepareList } from './change-invitation.ts'
import { readGuest } from './invitation-form.ts'
import { linkOf } from './invitation-link.ts'
import { InvitationsPage } from './invitations-page.tsx'
import { viewInvitations, type InvitationsView } from './invitations-view.ts'
import { viewLetters } from './letters-view.ts'
import { sendInvitations } from './send-invitations.ts'
import { textsIn } from './texts.ts'
import { invitationOfficeUrls as urls } from './urls.ts'

/** Who is called to a meeting, in the office. */
export function invitationsRoutes(app: WebApp, services: Services): void {
  const write = may['council-meetings.write']
  officeRoute(app, 'GET', urls.list(':id'), may['council.read'], async (c, official) =>
    listPage(c, services, await readable(c, services, official)),
  )
  officeRoute(app, 'POST', urls.list(':id'), write, async (c, official) => {
    const view = await writable(c, services, official)
    const outcome = await prepareList(services, view.meeting.id)
    if (outcome === 'done') return redirect(c, `${urls.list(view.meeting.id)}?u=pergatitja`)
    return listPage(c, services, view, { refusal: textsIn(c.get('lang')).list.over, status: 409 })
  })
  officeRoute(app, 'POST', urls.send(':id'), write, (c, official) => send(c, services, official))
  officeRoute(app, 'POST', urls.guests(':id'), write, (c, official) => addGuest(c, services, official))
  // The links in the letters open what members alone read: who prints them may send them.
  officeRoute(app, 'GET', urls.letters(':id'), write, async (c, official) =>
    letters(c, services, await writable(c, services, official)),
  )
}

export async function readable(c: WebContext, services: Services, official: Official): Promise<InvitationsView> {
  const view = await viewInvitations(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<InvitationsView> {
  const view = await readable(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; refusal?: string | null; status?: number }

function listPage(c: WebContext, services: Services, view: InvitationsView, again: Again = {}) {
  const { typed = {}, errors = {}, refusal = null, status = 200 } = again
  const done = doneWords(textsIn(c.get('lang')).list.done, c.req.query('u'))
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const props = { page: pageOf(c, services, null), view, typed: filled, errors, refusal, status: done }
  return html(c, <InvitationsPage {...props} />, { status })
}

async function send(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const t = textsIn(c.get('lang')).list
  const outcome = await sendInvitations(services, view.meeting.id, { accountId: official.accountId })
  switch (outcome.kind) {
    case 'sent':
      return redirect(c, `${urls.list(view.meeting.id)}?u=dergimi`)
    case 'nothing-waits':
      return redirect(c, `${urls.list(view.meeting.id)}?u=asgje`)
    case 'refused':
      return listPage(c, services, view, { refusal: outcome.refusal === 'draft' ? t.notYet : t.over, status: 409 })
    case 'no-such-meeting':
      throw notFound()
  }
}

async function addGuest(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const texts = textsIn(c.get('lang'))
  const form = readGuest(await readForm(c), texts)
  if (!form.ok) return listPage(c, services, view, { ...form, status: 422 })
  const outcome = await inviteGuest(services, view.meeting.id, form.value, { accountId: official.accountId })
  if (outcome === 'done') return redirect(c, `${urls.list(view.meeting.id)}?u=shtimi`)
  const t = texts.guest.errors
  return listPage(c, services, view, { refusal: outcome === 'too-many' ? t.many : t.state, status: 409 })
}

/** Made in a process of its own. It holds private links: nobody on the way keeps it. */
async function letters(c: WebContext, services: Services, view: InvitationsView): Promise<Response> {
  const lang = c.get('lang')
  const form = await viewLetters(services, lang, view, (one) => linkOf(services, one))
  if (!form) throw notFound()
  const key = `council-letters-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const madeAt = view.meeting.changedAt.toISOString()
  const waiting =
    knownExport(key) ?? makeExport(key, () => runExport(services.settings, { kind: 'form-pdf', form, madeAt }))
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') {
    return listPage(c, services, view, { refusal: textsIn(lang).paper.unavailable, status: 503 })
  }
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="ftesat-${view.meeting.slug}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}
