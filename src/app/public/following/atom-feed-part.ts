import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { AtomFeed } from '#platform/lists/atom-rules.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import type { WishView } from './follow-view.ts'
import type { News } from './news-view.ts'
import { followingTexts } from './texts.ts'

/** A feed in which nothing has happened yet is as old as the program. */
const NOTHING_YET = new Date('2026-11-22T00:00:00Z')

type Feed = { url: string; wish: WishView; news: News; before: string | undefined }

/** One page of a feed. Entries are known by their happening for ever, and never change. */
export function atomFeedOf(lang: Lang, { url, wish, news, before }: Feed): AtomFeed {
  const at = (path: string) => url + inLanguage(lang, path)
  const pageAt = (key: string | null): string => {
    const query = new URLSearchParams(wish.query)
    if (key !== null) query.set('para', key)
    return at(followUrls.atom(query.toString()))
  }
  const isArchive = news.newer !== null
  return {
    id: pageAt(null),
    title: followingTexts(lang).news.feedTitle(wish.name),
    lang,
    updated: news.items[0]?.happenedAt ?? NOTHING_YET,
    self: pageAt(isArchive ? (before ?? null) : null),
    alternate: at(followUrls.news(wish.query)),
    archive: {
      isArchive,
      current: pageAt(null),
      prev: news.older === null ? null : pageAt(news.older),
      next: news.newer === null || news.newer === 'current' ? null : pageAt(news.newer),
    },
    entries: news.items.map(({ id, title, titleLang, happenedAt, href, institution, kind, line }) => ({
      id: `urn:uuid:${id}`,
      title: `${line.words} – ${title}`.replace('. – ', ' – '),
      lang: titleLang === lang ? undefined : titleLang,
      updated: happenedAt,
      published: happenedAt,
      href: at(href),
      author: institution,
      summary: line.words,
      categories: [kind],
    })),
  }
}
