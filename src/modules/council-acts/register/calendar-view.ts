import type { CalendarEntry, CalendarSelection } from '#platform/calendar/calendar-entry.ts'
import type { HomeEntries } from '#platform/door.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { textsIn as actTextsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { listIntoForce } from './choice-queries.ts'
import { listRegister } from './register-queries.ts'
import { shownOf } from './register-view.ts'
import { textsIn } from './texts.ts'

const MOST = 3000
const ON_HOME = 6

/** The days of a year on which acts come into force. Nobody is asked to come: who asks for meetings is shown none. */
export async function calendarOf(
  { db }: Services,
  lang: Lang,
  { from, to, institutionId, attendance, topic, place }: CalendarSelection,
): Promise<readonly CalendarEntry[]> {
  if (attendance !== null) return []
  const found = await listIntoForce(db, lang, { from, to, institutionId, topics: topic, places: place }, MOST)
  return found.map((one) => ({
    uid: `act-${one.id}-into-force`,
    sequence: one.version,
    changedAt: one.changedAt,
    from: one.inForceFrom,
    to: null,
    kind: textsIn(lang).calendar,
    title: [one.number, (lang === 'en' ? one.titleEn : null) ?? one.title].filter(Boolean).join(' · '),
    titleLang: lang === 'en' && one.titleEn === null ? 'sq' : lang,
    href: actUrls.act(one.slug),
    institutionId: one.institutionId,
    institutionName: one.institutionName,
    attendance: null,
    where: null,
    cancelled: false,
  }))
}

const NOTHING_CHOSEN = {
  among: null,
  year: null,
  kind: null,
  nature: null,
  commissionId: null,
  commissionWords: null,
  proposer: null,
  topicId: null,
  placeId: null,
  legality: null,
  force: null,
  number: null,
  words: null,
}

/** The newest acts, for the home page of everyone or of one institution. */
export async function homeEntries(
  { db, clock }: Services,
  lang: Lang,
  institutionId: string | null,
): Promise<HomeEntries> {
  const t = textsIn(lang).home
  const day = civilDateIn('Europe/Tirane', clock.now())
  const selection = { ...NOTHING_CHOSEN, institutionId }
  const rows = await listRegister(db, lang, { selection, day, sort: 'newest', offset: 0, limit: ON_HOME })
  const slug = institutionId === null ? null : rows[0]?.institutionSlug
  return {
    title: t.title,
    allHref: inLanguage(lang, actUrls.register()) + (slug ? `?institucioni=${slug}` : ''),
    allLabel: t.all,
    empty: t.empty,
    items: rows.map((row) => {
      const act = shownOf(lang, row, day)
      return {
        href: act.href,
        title: act.title,
        lang: act.titleLang === undefined ? lang : 'sq',
        quiet: [
          [act.kind, act.number].filter(Boolean).join(' '),
          ...(institutionId === null ? [row.institutionName] : []),
          ...(row.adoptedOn === null ? [] : [t.adopted(formatDate(lang, row.adoptedOn))]),
        ].join(' · '),
        state: row.state === 'announced' ? actTextsIn(lang).forces[act.force] : actTextsIn(lang).states[row.state],
        tone: act.force === 'in-force' ? ('done' as const) : ('plain' as const),
      }
    }),
  }
}
