import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { ICAL_TYPE } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { addressOf } from './address-part.ts'
import { calendarAsData } from './calendar-data-view.ts'
import { CalendarPage } from './calendar-page.tsx'
import { calendarIcal } from './ical-part.ts'
import { calendarUrls as urls } from './urls.ts'
import { readCalendarQuestion, viewYearCalendar, yearNow } from './year-calendar-view.ts'

/** The calendar of a year: as a page, for programs, and for people's own calendars. */
export function yearCalendarRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const viewOf = (c: WebContext, words: string) => {
    if (!/^(199\d|20\d\d|21\d\d)$/.test(words)) throw notFound()
    return viewYearCalendar(services, doors, c.get('lang'), Number(words), readCalendarQuestion(c.req.query()))
  }
  app.get(urls.current(), (c) => redirect(c, urls.year(yearNow(services))))

  app.get('/kalendari/:file{[0-9]+\\.ics}', async (c) => {
    const view = await viewOf(c, c.req.param('file').replace('.ics', ''))
    const address = urls.ical(view.year) + addressOf(view.question)
    const body = calendarIcal(c.get('lang'), { ...view, address, url: services.settings.url })
    return c.body(body, 200, { 'content-type': ICAL_TYPE, 'cache-control': 'public, max-age=300' })
  })

  app.get('/kalendari/:file{[0-9]+\\.json}', async (c) => {
    const view = await viewOf(c, c.req.param('file').replace('.json', ''))
    return json(c, calendarAsData(view, services.settings.url))
  })

  app.get(urls.year(':year'), async (c) => {
    const view = await viewOf(c, c.req.param('year') ?? '')
    return html(c, <CalendarPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
}
