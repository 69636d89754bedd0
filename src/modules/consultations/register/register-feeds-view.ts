import type { Lang } from '#platform/i18n/language.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { atomOf } from '#platform/lists/atom-rules.ts'
import { icalOf } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { listRegister, type RegisterRow, type RegisterWish } from './register-queries.ts'
import { addressOfRegister, type RegisterQuestion } from './register-question-rules.ts'
import { registerStateAt } from './register-rules.ts'
import { registerUrls as urls } from './urls.ts'

const FEED_ROWS = 100
const CALENDAR_ROWS = 500

type Asked = { services: Services; lang: Lang; question: RegisterQuestion; wish: RegisterWish }

/** The rows of the register that were published last, whatever its order on the page. */
export async function viewRegisterFeed({ services, lang, question, wish }: Asked): Promise<string> {
  const { settings, db } = services
  const t = textsIn(lang)
  const query = addressOfRegister({ ...question, sort: 'newest' })
  const newest = { ...wish, sort: 'newest', rising: false, key: null, back: false, limit: FEED_ROWS } as const
  const rows = await listRegister(db, lang, newest)
  const self = settings.url + inLanguage(lang, urls.file('atom')) + query
  return atomOf({
    id: self,
    title: t.register.title,
    subtitle: t.register.lead,
    author: 'Kuvend',
    lang,
    // The day, so that the feed of an empty register is the same twice.
    updated: newestOf(rows) ?? new Date(Math.floor(wish.now.getTime() / 86_400_000) * 86_400_000),
    self,
    alternate: settings.url + inLanguage(lang, urls.list()) + query,
    entries: rows.map((row) => ({
      id: settings.url + row.url,
      title: row.title,
      lang: row.shownLang === lang ? undefined : row.shownLang,
      updated: row.changedAt,
      published: row.publishedAt,
      href: settings.url + inLanguage(lang, row.url),
      author: row.institutionName,
      summary: summaryOf(lang, row, wish.now),
    })),
  })
}

const newestOf = (rows: readonly RegisterRow[]): Date | null =>
  rows.reduce<Date | null>((newest, { changedAt }) => (newest && newest > changedAt ? newest : changedAt), null)

const summaryOf = (lang: Lang, row: RegisterRow, now: Date): string =>
  [
    row.number === null ? null : textsIn(lang).register.numberOf(row.number),
    textsIn(lang).actKinds[row.actKind],
    textsIn(lang).register.states[registerStateAt(row, now)],
  ]
    .filter(Boolean)
    .join(' · ')

/** The closing days of the selection; of what is cancelled the day stays, and says so. */
export async function viewRegisterCalendar({ services, lang, question, wish }: Asked): Promise<string> {
  const { settings, db } = services
  const t = textsIn(lang).register
  const last = { ...wish, sort: 'closing', rising: false, key: null, back: false, limit: CALENDAR_ROWS } as const
  const rows = await listRegister(db, lang, last)
  const host = new URL(settings.url).host
  return icalOf({
    name: t.calendarName,
    lang,
    url: settings.url + inLanguage(lang, urls.file('ics')) + addressOfRegister({ ...question, sort: 'newest' }),
    events: rows.flatMap((row) =>
      row.closesOn === null
        ? []
        : [
            {
              // The same event as in the calendar of the year.
              uid: `consultation-${row.id}-closes@${host}`,
              sequence: row.version,
              stamp: row.changedAt,
              at: { day: row.closesOn },
              summary: t.closesSummary(row.title),
              description: row.institutionName,
              url: settings.url + inLanguage(lang, row.url),
              cancelled: row.state === 'cancelled',
            },
          ],
    ),
  })
}
