import { digestOfToken } from '#platform/auth/private-link.ts'
import { keyFor } from '#platform/auth/sealed.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { icalOf } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { boardTexts } from '../board/board-texts.ts'
import { boardUrls } from '../board/board-urls.ts'
import { FEED_KEY } from './change-feed.ts'
import { findFeed, findFeedOwner, listFeed, type FeedRow } from './feed-queries.ts'
import { feedToken, isFeedToken } from './feed-token-rules.ts'
import { kindsOf, publicTitlesFor, slotWords } from '../board/titles-view.ts'

/** More than anybody has; a calendar program takes the whole file each time. */
const MOST_EVENTS = 500
/** What was missed longer ago is no news for a calendar. */
const KEPT_DAYS = 90

export type FeedView = {
  /** '' as long as there is none. */
  id: string
  since: Date | null
  /** The whole address; null where the key was changed since, and the address is known to nobody any more. */
  address: string | null
}

/** The address of one's own calendar, as its page shows it. */
export async function viewFeed({ db, settings }: Services, lang: Lang, official: Official): Promise<FeedView> {
  const feed = await findFeed(db, official.accountId)
  if (!feed) return { id: '', since: null, address: null }
  const token = feedToken(keyFor(settings, FEED_KEY), feed.id)
  const stands = digestOfToken(token).equals(feed.tokenDigest)
  const path = inLanguage(lang, boardUrls.myCalendar(token))
  return { id: feed.id, since: feed.createdAt, address: stands ? settings.url + path : null }
}

/** The calendar behind an address; null for one that nobody has. */
export async function viewCalendar(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  token: string,
): Promise<string | null> {
  const { db, clock, settings } = services
  if (!isFeedToken(token)) return null
  const now = clock.now()
  const owner = await findFeedOwner(db, digestOfToken(token), now)
  if (!owner) return null
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const rows = await listFeed(db, lang, owner, { since, limit: MOST_EVENTS })
  const kinds = kindsOf(doors)
  const titles = await publicTitlesFor(services, doors, lang, rows)
  const t = boardTexts(lang).feed
  return icalOf({
    name: t.calendarName(owner.name),
    description: t.what,
    lang,
    events: rows.map((row) => ({
      uid: `${row.id}@${new URL(settings.url).host}`,
      sequence: row.version,
      stamp: row.changedAt,
      at: timeOf(row),
      summary: [titles.get(row.subject)?.title, slotWords(kinds, lang, row.slot)].filter(Boolean).join(': '),
      description: row.institution,
      url: settings.url + inLanguage(lang, boardUrls.one(row.id)),
    })),
  })
}

/** The day one works to; where hours count, the instant. */
const timeOf = ({ unit, dueAt, workBy }: FeedRow) => (unit === 'h' ? { moment: dueAt } : { day: workBy })
