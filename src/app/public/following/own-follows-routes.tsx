import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { changeFollows, sendOwnLink } from '#platform/subscriptions/change-follows.ts'
import { readLink } from '#platform/subscriptions/follow-token.ts'
import { viewOwnFollows } from '#platform/subscriptions/own-follows-view.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { readLostForm, readOwnChange } from './follow-form.ts'
import { citizenOf } from './follow-routes.tsx'
import { LostLinkPage } from './follow-steps-page.tsx'
import { OwnFollowsPage } from './own-follows-page.tsx'
import { followingTexts } from './texts.ts'

/** One's own page of what one follows: by the link of a letter, or signed in. */
export function ownFollowsRoutes(app: WebApp, services: Services, sources: readonly SearchSource[]): void {
  const byLink = (c: WebContext) => ownerByLink(services, c.req.param('token') ?? '')
  const signedIn = (c: WebContext) => citizenOf(c)?.contactId ?? null

  app.get(followUrls.own(), async (c) => {
    const contactId = signedIn(c)
    if (contactId === null) return showLost(c, services, {})
    return (await show(c, services, sources, contactId, followUrls.own())) ?? showLost(c, services, {})
  })
  app.post(followUrls.own(), (c) => change(c, services, signedIn(c), followUrls.own()))

  app.get(followUrls.ownBy(':token'), async (c) => {
    const owner = byLink(c)
    const action = followUrls.ownBy(c.req.param('token') ?? '')
    const page = owner && (await show(c, services, sources, owner.contact, action, owner.epoch))
    return page ?? showLost(c, services, { gone: true, status: 404 })
  })
  app.post(followUrls.ownBy(':token'), async (c) => {
    const owner = byLink(c)
    const view = owner && (await viewOwnFollows(services, c.get('lang'), sources, owner.contact))
    const contactId = view && view.follower.linkEpoch === owner?.epoch ? owner.contact : null
    return change(c, services, contactId, followUrls.ownBy(c.req.param('token') ?? ''))
  })

  app.get(followUrls.lost(), (c) => redirect(c, followUrls.own()))
  app.post(followUrls.lost(), (c) => sendLink(c, services))
}

function ownerByLink({ settings }: Services, token: string): { contact: string; epoch: number } | null {
  const link = readLink(settings, token)
  return link?.kind === 'own' ? link : null
}

/** Null: nobody follows by this link any more. */
async function show(
  c: WebContext,
  services: Services,
  sources: readonly SearchSource[],
  contactId: string,
  action: string,
  epoch?: number,
): Promise<Response | null> {
  const lang = c.get('lang')
  const view = await viewOwnFollows(services, lang, sources, contactId)
  if (!view || (epoch !== undefined && view.follower.linkEpoch !== epoch)) return null
  const status = doneWords(followingTexts(lang).own.done, c.req.query('bere'))
  const page = pageOf(c, services, null)
  return html(c, <OwnFollowsPage page={page} view={view} action={inLanguage(lang, action)} status={status} />)
}

async function change(c: WebContext, services: Services, contactId: string | null, back: string): Promise<Response> {
  if (contactId === null) return showLost(c, services, { gone: true, status: 404 })
  const wanted = readOwnChange(await readForm(c))
  if (!wanted) return redirect(c, back)
  const done = await changeFollows(services, contactId, wanted)
  return done ? redirect(c, `${back}?bere=${wanted.what}`) : showLost(c, services, { gone: true, status: 404 })
}

async function sendLink(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const parsed = readLostForm(lang, await readForm(c))
  const t = followingTexts(lang)
  if (!parsed.ok) return showLost(c, services, { ...parsed, status: 422 })
  const sent = await sendOwnLink(services, { email: parsed.value, address: c.get('address'), lang })
  if (sent === 'too-many') {
    const again = { typed: { adresa: parsed.value }, errors: { adresa: t.form.errors.tooMany } }
    return showLost(c, services, { ...again, status: 429 })
  }
  return showLost(c, services, { words: t.lost.sent })
}

type Lost = { typed?: Typed; errors?: FieldErrors; status?: number; words?: string; gone?: boolean }

const showLost = (c: WebContext, services: Services, lost: Lost): Promise<Response> =>
  html(
    c,
    <LostLinkPage
      page={pageOf(c, services, null)}
      typed={lost.typed ?? {}}
      errors={lost.errors ?? {}}
      status={lost.words ?? null}
      gone={lost.gone ?? false}
    />,
    { status: lost.status ?? 200 },
  )
