import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { CalendarPage } from './calendar-page.tsx'
import { calendarUrls } from './calendar-urls.ts'
import { readYear, viewYear, yearAsData } from './calendar-view.ts'

/** The calendar as everyone reads it. Before the routes of single rules: `kalendari` is none of them. */
export function calendarRoutes(app: WebApp, services: Services): void {
  const wanted = (asked: string | undefined) => {
    const year = readYear(asked, services)
    if (year === null) throw notFound()
    return viewYear(services, year)
  }
  app.get(calendarUrls.page(), async (c) => {
    const view = await wanted(c.req.query('viti'))
    return html(c, <CalendarPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(calendarUrls.data(), async (c) => json(c, yearAsData(await wanted(c.req.query('viti')))))
}
