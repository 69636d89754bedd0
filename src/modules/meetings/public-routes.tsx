import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ICAL_TYPE, icalOf } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { meetingAsData } from './data-view.ts'
import { MeetingListPage } from './meeting-list-page.tsx'
import { readListQuestion, viewMeetingList } from './meeting-list-view.ts'
import { MeetingPage } from './meeting-page.tsx'
import { viewMeeting, viewMeetingDates } from './meeting-view.ts'
import { meetingUrls as urls } from './urls.ts'

/** Meetings as the public reads them: pages, data, and an event for one's own calendar. */
export function publicMeetingRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get(urls.list(), async (c) => {
    const question = readListQuestion(c.req.query())
    const view = await viewMeetingList(services, c.get('lang'), question, c.req.query('pas'))
    return html(c, <MeetingListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })

  app.get('/takime/:file{[a-z0-9-]+\\.json}', async (c) => {
    const view = await viewMeeting(services, doors, c.get('lang'), c.req.param('file').replace('.json', ''))
    if (!view) throw notFound()
    return json(c, meetingAsData(view, services.settings.url))
  })

  app.get('/takime/:file{[a-z0-9-]+\\.ics}', async (c) => {
    const lang = c.get('lang')
    const slug = c.req.param('file').replace('.ics', '')
    const dates = await viewMeetingDates(services, lang, slug)
    if (!dates) throw notFound()
    const { url } = services.settings
    const host = new URL(url).hostname
    const events = dates.events.map((one) => ({
      ...one,
      uid: `${one.uid}@${host}`,
      url: url + inLanguage(lang, urls.one(slug)),
    }))
    const calendar = { name: dates.title, lang, url: url + inLanguage(lang, urls.calendar(slug)), events }
    return text(c, icalOf(calendar), ICAL_TYPE)
  })

  app.get(urls.one(':slug'), async (c) => {
    const view = await viewMeeting(services, doors, c.get('lang'), c.req.param('slug') ?? '')
    if (!view) throw notFound()
    return html(c, <MeetingPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
