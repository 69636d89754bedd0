import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { atomOf } from '#platform/lists/atom-rules.ts'
import type { Services } from '#platform/services.ts'
import { actUrls } from '../urls.ts'
import { listRegister, type RegisterWish } from './register-queries.ts'
import { addressOfRegister, type RegisterQuestion } from './register-question-rules.ts'
import { shownOf } from './register-view.ts'
import { textsIn } from './texts.ts'
import { registerUrls } from './urls.ts'

const FEED_ROWS = 100
const DAY_MS = 86_400_000

/** The newest acts that the register shows by these choices. */
export async function viewRegisterFeed(
  { db, settings, clock }: Services,
  lang: Lang,
  question: RegisterQuestion,
  wish: RegisterWish,
): Promise<string> {
  const t = textsIn(lang)
  const query = addressOfRegister({ ...question, sort: 'newest', page: 1 })
  const rows = await listRegister(db, lang, { ...wish, sort: 'newest', offset: 0, limit: FEED_ROWS })
  const self = settings.url + inLanguage(lang, registerUrls.file('atom')) + query
  const newest = rows.map(({ changedAt }) => changedAt.getTime())
  return atomOf({
    id: self,
    title: t.title,
    subtitle: t.lead,
    author: 'Kuvend',
    lang,
    // The day, so that the feed of an empty register is the same twice.
    updated: new Date(newest.length > 0 ? Math.max(...newest) : Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS),
    self,
    alternate: settings.url + inLanguage(lang, actUrls.register()) + query,
    entries: rows.map((row) => {
      const act = shownOf(lang, row, wish.day)
      return {
        id: settings.url + actUrls.act(row.slug),
        title: [act.kind, act.number].filter(Boolean).join(' ') + `: ${act.title}`,
        lang: act.titleLang,
        updated: row.changedAt,
        published: row.publishedAt,
        href: settings.url + act.href,
        author: row.institutionName,
        summary: row.voidReason === null ? (row.summary ?? '') : t.voided(row.voidReason),
      }
    }),
  })
}
