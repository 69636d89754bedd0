import { basisWords } from '#law/calendar/holiday-texts.ts'
import { dayNumber, weekdayOf } from '#law/days.ts'
import { FIRST_YEAR, LAST_YEAR, holidaysOf, type HolidayOfYear } from '#law/calendar/holidays.ts'
import { ZONE_OF, type Jurisdiction } from '#law/jurisdiction.ts'
import type { Door } from '#platform/door.ts'
import { listCalendarChanges } from '#platform/deadlines/announcements/calendar-queries.ts'
import { explanationTexts, shortDate } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { IcalCalendar, IcalEvent } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { kindsOf, publicTitlesFor, slotWords } from '../../../office/deadlines/board/titles-view.ts'
import { lastCalendarChange, listCalendarDeadlines, type CalendarDeadline } from '../clock-queries.ts'
import { clockTexts } from '../texts.ts'
import { clockUrls } from '../urls.ts'

/** When the tables of holidays were made: what was not changed since carries this stamp, so that the file stays the same. */
const TABLES_MADE = new Date('2026-11-22T00:00:00Z')
const YEARS = { back: 1, ahead: 3 }

/** The holidays around this year, and the days off in their place. */
export async function viewHolidayFeed(
  { db, clock, settings }: Services,
  lang: Lang,
  jurisdiction: Jurisdiction,
): Promise<IcalCalendar> {
  const t = clockTexts(lang)
  const [changes, changedAt] = await Promise.all([
    listCalendarChanges(db, jurisdiction),
    lastCalendarChange(db, jurisdiction),
  ])
  const year = Number(civilDateIn(ZONE_OF[jurisdiction], clock.now()).slice(0, 4))
  const [from, to] = [Math.max(FIRST_YEAR, year - YEARS.back), Math.min(LAST_YEAR, year + YEARS.ahead)]
  const years = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at)
  const stamp = changedAt && changedAt > TABLES_MADE ? changedAt : TABLES_MADE
  const host = new URL(settings.url).hostname
  return {
    name: t.feed.holidays(t.countries[jurisdiction]),
    description: t.feed.holidaysLead,
    lang,
    url: settings.url + inLanguage(lang, clockUrls.calendar(jurisdiction)),
    events: years.flatMap((one) =>
      holidaysOf(jurisdiction, one, changes).flatMap((holiday, at, all) => {
        const before = all.slice(0, at).filter(({ id }) => id === holiday.id).length
        const name = `${jurisdiction.toLowerCase()}-${one}-${holiday.id}${before > 0 ? `-${before + 1}` : ''}`
        return holidayEvents(lang, holiday, { name, host, stamp })
      }),
    ),
  }
}

type Place = { name: string; host: string; stamp: Date }

/** A feast that was announced for another day keeps its name, so that a calendar moves it and does not show it twice. */
function holidayEvents(lang: Lang, holiday: HolidayOfYear, { name, host, stamp }: Place): IcalEvent[] {
  const { feed: t } = clockTexts(lang)
  const { names, date, substitute, estimated, announced, basis } = holiday
  const description = [...(estimated ? [t.estimated] : []), t.basis(basisWords(basis)[lang])].join('\n')
  const sequence = announced ? 1 : 0
  const day: IcalEvent = {
    uid: `${name}@${host}`,
    sequence,
    stamp: announced ? stamp : TABLES_MADE,
    at: { day: date },
    summary: names[lang],
    description,
  }
  if (!substitute) return [day]
  const instead = { weekday: weekdayOf(dayNumber(date)), date: shortDate(lang, date) }
  const summary = `${names[lang]}, ${explanationTexts(lang).why.substitute(instead)}`
  return [day, { ...day, uid: `${name}-off@${host}`, at: { day: substitute }, summary }]
}

/** So many of an institution at most, and those that ended at most so long ago. */
const MOST_EVENTS = 1000
const DAYS_BACK = 365

/** The public deadlines of an institution. Null: there is no such institution. */
export async function viewInstitutionFeed(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
): Promise<IcalCalendar | null> {
  const { db, clock, settings } = services
  const institution = await findInstitution(db, lang, slug)
  if (!institution || institution.standing !== 'member') return null
  const kinds = kindsOf(doors)
  const today = civilDateIn(institution.zone, clock.now())
  const since = startOfDay(addDays(today, -DAYS_BACK), institution.zone)
  const wish = { institutionId: institution.id, slots: Object.keys(kinds), since, limit: MOST_EVENTS }
  const deadlines = await listCalendarDeadlines(db, wish)
  const { feed: t } = clockTexts(lang)
  return {
    name: t.institution(institution.name),
    description: t.institutionLead(institution.name),
    lang,
    url: settings.url + inLanguage(lang, clockUrls.institutionCalendar(slug)),
    events: await deadlineEvents(services, doors, lang, institution, deadlines),
  }
}

/** A private matter is named by its kind alone, and leads nowhere. */
async function deadlineEvents(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  institution: InstitutionSummary,
  deadlines: readonly CalendarDeadline[],
): Promise<IcalEvent[]> {
  const kinds = kindsOf(doors)
  const titles = await publicTitlesFor(services, doors, lang, deadlines)
  const { url } = services.settings
  return deadlines.map(({ id, subject, slot, unit, dueOn, dueAt, state, version, changedAt }) => {
    const { title, href } = titles.get(subject) ?? { title: '', href: null }
    return {
      uid: `deadline-${id}@${new URL(url).hostname}`,
      sequence: version,
      stamp: changedAt,
      at: unit === 'h' ? { moment: dueAt } : { day: dueOn },
      summary: [slotWords(kinds, lang, slot), title].filter(Boolean).join(': '),
      description: institution.name,
      url: href === null ? null : url + inLanguage(lang, href),
      cancelled: state === 'cancelled',
    }
  })
}
