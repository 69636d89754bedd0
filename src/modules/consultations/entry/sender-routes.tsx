import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { senderUrls } from '../urls.ts'
import { viewSender } from './delivery-view.ts'
import { viewMember } from './member-view.ts'
import { MemberPage, SenderPage } from './sender-page.tsx'
import { withdrawMember } from './withdraw-member.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

/** What people outside do with a delivery, by a private link: read all of it; say "not in our name". */
export function senderRoutes(app: WebApp, services: Services): void {
  app.get(senderUrls.member(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    const member = await viewMember(services, c.get('lang'), token)
    if (!member) throw notFound()
    return html(c, <MemberPage page={pageOf(c, services, null)} member={member} token={token} />)
  })

  app.post(senderUrls.notMine(':token'), async (c) => {
    await limitTries(c, services)
    const token = c.req.param('token') ?? ''
    if ((await withdrawMember(services, token)) === 'no-such-member') throw notFound()
    return redirect(c, senderUrls.member(token))
  })

  app.get(senderUrls.delivery(':token'), async (c) => {
    const view = await viewSender(services, c.get('lang'), c.req.param('token') ?? '')
    if (!view) throw notFound()
    return html(c, <SenderPage page={pageOf(c, services, null)} view={view} />)
  })
}

async function limitTries(c: WebContext, services: Services): Promise<void> {
  if (await isTooMany(services, 'own-comment', c.get('address'), TRIES)) throw new Refused(429, 'too-many')
}
