import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { ATOM_TYPE } from '#platform/lists/atom-rules.ts'
import { ICAL_TYPE } from '#platform/lists/ical-rules.ts'
import { makeSharePicture } from '#platform/papers/share-picture.ts'
import type { Services } from '#platform/services.ts'
import { councilUrls } from '../urls.ts'
import { viewCalendarFeed, viewChangeFeed, viewMeetingCalendar } from './calendar-view.ts'
import { meetingAsData, paperAsData } from './data-view.ts'
import { HearingsPage } from './hearings-page.tsx'
import { viewHearings } from './hearings-view.ts'
import { MeetingListPage } from './list-page.tsx'
import { readListQuestion, viewMeetingList } from './list-view.ts'
import { MeetingPage } from './meeting-page.tsx'
import { viewMeeting } from './meeting-view.ts'
import { packageRoutes } from './package-routes.tsx'
import { PaperPage } from './paper-page.tsx'
import { viewPaper } from './paper-view.ts'
import { shareFactsOf, shareLineOf } from './share-view.ts'
import { publicUrls, SLUG } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }

/** Meetings and papers of councils as the public reads them: pages, data, calendars, feeds, packages. */
export function publicCouncilRoutes(app: WebApp, { services, doors }: Room): void {
  listRoutes(app, services)
  paperRoutes(app, { services, doors })
  meetingRoutes(app, services)
  packageRoutes(app, services)
}

const queryOf = (c: WebContext): string => new URL(c.req.url).search

function listRoutes(app: WebApp, services: Services): void {
  app.get(councilUrls.meetings(), async (c) => {
    const { muaji: month, pas: after, ...query } = c.req.query()
    const view = await viewMeetingList(services, c.get('lang'), readListQuestion(query), { month, after })
    return html(c, <MeetingListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })

  app.get(publicUrls.calendar(), async (c) =>
    text(c, await viewCalendarFeed(services, c.get('lang'), readListQuestion(c.req.query()), queryOf(c)), ICAL_TYPE),
  )

  app.get(publicUrls.feed(), async (c) =>
    text(c, await viewChangeFeed(services, c.get('lang'), readListQuestion(c.req.query()), queryOf(c)), ATOM_TYPE),
  )

  app.get(councilUrls.hearings(), async (c) => {
    const view = await viewHearings(services, c.get('lang'), c.req.query('institucioni') ?? '')
    return html(c, <HearingsPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
}

function paperRoutes(app: WebApp, { services, doors }: Room): void {
  const find = async (c: WebContext, id: string) => {
    const view = isUuid(id) ? await viewPaper(services, doors, c.get('lang'), id) : null
    if (!view) throw notFound()
    return view
  }
  app.get('/mbledhje/materiale/:file{[0-9a-f-]+\\.json}', async (c) =>
    json(c, paperAsData(await find(c, c.req.param('file').replace('.json', '')), services.settings.url)),
  )
  app.get(councilUrls.paper(':id{[0-9a-f-]+}'), async (c) => {
    const view = await find(c, c.req.param('id') ?? '')
    return html(c, <PaperPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}

function meetingRoutes(app: WebApp, services: Services): void {
  app.get('/mbledhje/:file{[a-z0-9-]+\\.json}', async (c) => {
    const view = await viewMeeting(services, c.get('lang'), c.req.param('file').replace('.json', ''))
    if (!view) throw notFound()
    return json(c, meetingAsData(view, services.settings.url))
  })

  app.get('/mbledhje/:file{[a-z0-9-]+\\.ics}', async (c) => {
    const calendar = await viewMeetingCalendar(services, c.get('lang'), c.req.param('file').replace('.ics', ''))
    if (calendar === null) throw notFound()
    return text(c, calendar, ICAL_TYPE)
  })

  // The picture beside a link that is passed on. It changes with its facts, so it may be kept for an hour and no more.
  app.get(publicUrls.picture(SLUG), async (c) => {
    const view = await viewMeeting(services, c.get('lang'), c.req.param('slug') ?? '')
    const picture = view && (await makeSharePicture(shareFactsOf(c.get('lang'), view)))
    if (!picture) throw notFound()
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
    })
  })

  app.get(councilUrls.meeting(SLUG), async (c) => {
    const lang = c.get('lang')
    const view = await viewMeeting(services, lang, c.req.param('slug') ?? '')
    if (!view) throw notFound()
    const line = shareLineOf(lang, view)
    return html(c, <MeetingPage page={pageOf(c, services, view.institution)} view={view} line={line} />, {
      cache: 'public',
    })
  })
}
