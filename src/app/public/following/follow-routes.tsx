import type { Citizen } from '#platform/auth/visitor.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { confirmFollow, leaveByLink } from '#platform/subscriptions/change-follows.ts'
import { askToFollow, followSignedIn } from '#platform/subscriptions/follow.ts'
import { readLink } from '#platform/subscriptions/follow-token.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { readFollowForm, selectionFields } from './follow-form.ts'
import { FollowPage } from './follow-page.tsx'
import { ConfirmFollowPage, FollowGonePage, FollowSentPage, LeavePage } from './follow-steps-page.tsx'
import { viewConfirmation, viewWish, type WishView } from './follow-view.ts'
import { followingTexts } from './texts.ts'

/** To follow, to confirm, to leave. */
export function followRoutes(app: WebApp, services: Services, sources: readonly SearchSource[]): void {
  app.get(followUrls.follow(), async (c) => {
    const wish = await viewWish(services, c.get('lang'), sources, c.req.query())
    if (!wish) throw notFound()
    return showForm(c, services, wish)
  })
  app.post(followUrls.follow(), (c) => follow(c, services, sources))
  app.get(followUrls.sent(), (c) => html(c, <FollowSentPage page={pageOf(c, services, null)} />))

  app.get(followUrls.confirm(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    const link = readLink(services.settings, token)
    const view = link?.kind === 'confirm' ? await viewConfirmation(services, c.get('lang'), sources, link.follow) : null
    if (!view) return html(c, <FollowGonePage page={pageOf(c, services, null)} />, { status: 404 })
    return html(c, <ConfirmFollowPage page={pageOf(c, services, null)} token={token} view={view} />)
  })
  app.post(followUrls.confirm(':token'), async (c) => {
    const outcome = await confirmFollow(services, c.req.param('token') ?? '')
    if (outcome.kind === 'no-such-follow')
      return html(c, <FollowGonePage page={pageOf(c, services, null)} />, { status: 404 })
    return redirect(c, `${followUrls.ownBy(outcome.ownToken)}?bere=confirmed`)
  })
  leaveRoutes(app, services)
}

function leaveRoutes(app: WebApp, services: Services): void {
  app.get(followUrls.leave(':token'), (c) => {
    const token = c.req.param('token') ?? ''
    const link = readLink(services.settings, token)
    if (link?.kind !== 'leave' && link?.kind !== 'leave-pace') throw notFound()
    return html(c, <LeavePage page={pageOf(c, services, null)} token={token} done={false} />)
  })
  app.post(followUrls.leave(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    if (!(await leaveByLink(services, token))) throw notFound()
    if (!(await cameFromPage(c))) return c.text(followingTexts(c.get('lang')).leave.plain)
    return html(c, <LeavePage page={pageOf(c, services, null)} token={token} done />)
  })
}

/** A mail server sends `List-Unsubscribe=One-Click`, or whatever it likes: the link alone counts. */
async function cameFromPage(c: WebContext): Promise<boolean> {
  try {
    return textField(await readForm(c), 'nga') === 'faqja'
  } catch {
    return false
  }
}

async function follow(c: WebContext, services: Services, sources: readonly SearchSource[]): Promise<Response> {
  const lang = c.get('lang')
  const form = await readForm(c)
  const wish = await viewWish(services, lang, sources, selectionFields(form))
  if (!wish) throw notFound()
  const citizen = citizenOf(c)
  const parsed = readFollowForm(lang, form, citizen !== null)
  if (!parsed.ok) return showForm(c, services, wish, { typed: parsed.typed, errors: parsed.errors, status: 422 })
  const { email, pace } = parsed.value
  const t = followingTexts(lang).form.errors
  const typed = { adresa: email ?? '', 'sa-shpesh': pace }
  const wanted = { selection: wish.resolved, name: wish.name, pace, lang }
  if (citizen !== null) {
    const outcome = await followSignedIn(services, wanted, citizen)
    if (outcome === 'too-many')
      return showForm(c, services, wish, { typed, errors: { 'sa-shpesh': t.full }, status: 422 })
    return redirect(c, `${followUrls.own()}?bere=follow`)
  }
  const outcome = await askToFollow(services, wanted, { email: email ?? '', address: c.get('address') })
  if (outcome === 'too-many') return showForm(c, services, wish, { typed, errors: { adresa: t.tooMany }, status: 429 })
  return redirect(c, followUrls.sent())
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

function showForm(c: WebContext, services: Services, wish: WishView, again?: Again): Promise<Response> {
  const { typed, errors, status } = again ?? { typed: {}, errors: {}, status: 200 }
  const signedInAs = citizenOf(c)?.email ?? null
  const page = pageOf(c, services, null)
  return html(c, <FollowPage page={page} wish={wish} typed={typed} errors={errors} signedInAs={signedInAs} />, {
    status,
  })
}

export function citizenOf(c: WebContext): Citizen | null {
  const visitor = c.get('visitor')
  return visitor?.kind === 'citizen' ? visitor : null
}
