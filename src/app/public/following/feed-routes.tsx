import { html, pageOf, text } from '#platform/http/render.ts'
import { notFound } from '#platform/http/refused.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ATOM_TYPE, atomOf } from '#platform/lists/atom-rules.ts'
import { ICAL_TYPE, icalOf } from '#platform/lists/ical-rules.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import type { FollowedKind } from '#platform/subscriptions/followed-kind.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { atomFeedOf } from './atom-feed-part.ts'
import { viewWish, type WishView } from './follow-view.ts'
import { NewsPage } from './news-page.tsx'
import { viewDays, viewNews, viewNewsChoices } from './news-view.ts'
import { followingTexts } from './texts.ts'

/** What is new: for people, for feed readers, for calendars. One selection for all three. */
export function feedRoutes(
  app: WebApp,
  services: Services,
  { sources, kinds }: { sources: readonly SearchSource[]; kinds: readonly FollowedKind[] },
): void {
  const wishOf = async (c: WebContext): Promise<WishView> => {
    const wish = await viewWish(services, c.get('lang'), sources, c.req.query())
    if (!wish) throw notFound()
    return wish
  }

  app.get(followUrls.news(), async (c) => {
    const lang = c.get('lang')
    const wish = await wishOf(c)
    const [news, choices] = await Promise.all([
      viewNews(services, lang, kinds, wish.resolved, c.req.query('para')),
      viewNewsChoices(services, lang, sources),
    ])
    const page = pageOf(c, services, null)
    return html(c, <NewsPage page={page} wish={wish} news={news} choices={choices} />, { cache: 'public' })
  })

  app.get(followUrls.atom(), async (c) => {
    const lang = c.get('lang')
    const wish = await wishOf(c)
    const before = c.req.query('para')
    const news = await viewNews(services, lang, kinds, wish.resolved, before)
    const feed = atomFeedOf(lang, { url: services.settings.url, wish, news, before })
    const response = text(c, atomOf(feed), ATOM_TYPE)
    response.headers.set('last-modified', feed.updated.toUTCString())
    return response
  })

  app.get(followUrls.calendar(), async (c) => {
    const lang = c.get('lang')
    const wish = await wishOf(c)
    const calendar = {
      name: followingTexts(lang).news.calendarTitle(wish.name),
      lang,
      url: services.settings.url + inLanguage(lang, followUrls.calendar(wish.query)),
      events: await viewDays(services, lang, kinds, wish.resolved),
    }
    return text(c, icalOf(calendar), ICAL_TYPE)
  })
}
