import { JURISDICTIONS } from '#law/jurisdiction.ts'
import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { text } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { ICAL_TYPE, icalOf } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { viewHolidayFeed, viewInstitutionFeed } from './calendar-feed-view.ts'
import { clockUrls } from '../urls.ts'

/** What calendar programs ask for again and again. */
export function calendarFeedRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  for (const jurisdiction of JURISDICTIONS) {
    app.get(clockUrls.calendar(jurisdiction), async (c) =>
      text(c, icalOf(await viewHolidayFeed(services, c.get('lang'), jurisdiction)), ICAL_TYPE),
    )
  }
  app.get('/i/:slug/afatet.ics', async (c) => {
    const calendar = await viewInstitutionFeed(services, doors, c.get('lang'), c.req.param('slug'))
    if (!calendar) throw notFound()
    return text(c, icalOf(calendar), ICAL_TYPE)
  })
}
