import { officeRoute } from '#platform/auth/official-gate.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { textUrls } from './urls.ts'
import { WaitingPage } from './waiting-page.tsx'
import { viewWaiting } from './waiting-view.ts'

export function waitingRoutes(app: WebApp, services: Services, holders: readonly TextHolder[]): void {
  const readers = [...new Set(holders.flatMap((holder) => holder.readers))]
  officeRoute(app, 'GET', textUrls.waiting(), readers, async (c, official) => {
    const texts = await viewWaiting(services, holders, official, c.get('lang'))
    return html(c, <WaitingPage page={pageOf(c, services, null)} texts={texts} />)
  })
}
