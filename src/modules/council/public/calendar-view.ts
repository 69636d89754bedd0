import type { CalendarEntry, CalendarSelection } from '#platform/calendar/calendar-entry.ts'
import type { HomeEntries } from '#platform/door.ts'
import { formatDate, formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import { atomOf } from '#platform/lists/atom-rules.ts'
import { icalOf, type IcalEvent } from '#platform/lists/ical-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { councilUrls } from '../urls.ts'
import { filterOf, type ListQuestion } from './list-view.ts'
import { isAhead, phaseOn } from './public-rules.ts'
import {
  findPublishedMeeting,
  listBodyChoices,
  listChangedMeetings,
  listComingMeetings,
  listMeetingsBetween,
  type PublishedMeeting,
} from './published-queries.ts'
import { textsIn } from './texts.ts'
import { titleOf } from './title-view.ts'
import { publicUrls } from './urls.ts'

const ALL = { institutionId: null, bodyId: null, group: null, kind: null, topic: null, place: null }
const MOST = 3000

const ATTENDANCE = { 'in-person': 'field', hybrid: 'both', online: 'online' } as const

/** Meetings among the days of a year. */
export async function calendarOf(
  { db }: Services,
  lang: Lang,
  { attendance, from, to, institutionId, topic, place }: CalendarSelection,
): Promise<readonly CalendarEntry[]> {
  const filter = { ...ALL, institutionId, topic, place }
  const found = await listMeetingsBetween(db, lang, filter, { from, to, limit: MOST })
  return found.flatMap((one) => {
    const takesPlace = ATTENDANCE[one.mode]
    if (one.day === null || (attendance !== null && takesPlace !== 'both' && takesPlace !== attendance)) return []
    const { title, titleLang } = titleOf(lang, one)
    return [
      {
        uid: `council-meeting-${one.id}`,
        sequence: one.version,
        changedAt: one.changedAt,
        from: one.day,
        to: null,
        kind: textsIn(lang).kindOf(one.kind, one.jurisdiction, one.bodyKind),
        title,
        titleLang,
        href: councilUrls.meeting(one.slug),
        institutionId: one.institutionId,
        institutionName: one.institutionName,
        attendance: takesPlace,
        where: one.place,
        cancelled: one.state === 'cancelled',
      },
    ]
  })
}

/** Meetings as events of calendars: with hours where they are known. */
export const icalEventsOf = (lang: Lang, meetings: readonly PublishedMeeting[]): (IcalEvent & { id: string })[] =>
  meetings.flatMap((one) => {
    const at = one.startsAt
      ? { moment: one.startsAt, ...(one.endsAt ? { until: one.endsAt } : {}) }
      : one.day === null
        ? null
        : { day: one.day }
    if (at === null) return []
    return [
      {
        id: one.id,
        uid: `council-meeting-${one.id}`,
        sequence: one.version,
        stamp: one.changedAt,
        at,
        summary: titleOf(lang, one).title + (one.closed ? ` (${textsIn(lang).closedMeeting})` : ''),
        description: one.place,
        url: councilUrls.meeting(one.slug),
        cancelled: one.state === 'cancelled',
      },
    ]
  })

/** Days back and ahead that a calendar one subscribes to holds. */
const SPAN = { back: 400, ahead: 800 }

export async function viewCalendarFeed(
  { db, clock, settings }: Services,
  lang: Lang,
  question: ListQuestion,
  query: string,
): Promise<string> {
  const today = civilDateIn('Europe/Tirane', clock.now())
  const institutions = await listInstitutions(db, lang)
  const filter = filterOf(question, institutions)
  const [found, bodies] = await Promise.all([
    listMeetingsBetween(db, lang, filter, {
      from: addDays(today, -SPAN.back),
      to: addDays(today, SPAN.ahead),
      limit: MOST,
    }),
    question.body === '' ? [] : listBodyChoices(db, lang, filter.institutionId),
  ])
  const name = textsIn(lang).list.feedTitle(nameOf(question, institutions, bodies))
  return icalOf({
    name,
    lang,
    url: settings.url + inLanguage(lang, publicUrls.calendar()) + query,
    events: withHost(settings.url, lang, icalEventsOf(lang, found)),
  })
}

export async function viewMeetingCalendar(
  { db, settings }: Services,
  lang: Lang,
  slug: string,
): Promise<string | null> {
  const meeting = await findPublishedMeeting(db, lang, slug)
  if (!meeting) return null
  return icalOf({
    name: titleOf(lang, meeting).title,
    lang,
    url: settings.url + inLanguage(lang, publicUrls.meetingCalendar(slug)),
    events: withHost(settings.url, lang, icalEventsOf(lang, [meeting])),
  })
}

const withHost = (url: string, lang: Lang, events: readonly (IcalEvent & { id: string })[]): IcalEvent[] => {
  const host = new URL(url).hostname
  return events.map((one) => ({
    ...one,
    uid: `${one.uid}@${host}`,
    url: url + inLanguage(lang, one.url ?? ''),
  }))
}

const IN_FEED = 40

/** What changed last in these meetings, newest first. */
export async function viewChangeFeed(
  { db, clock, settings }: Services,
  lang: Lang,
  question: ListQuestion,
  query: string,
): Promise<string> {
  const institutions = await listInstitutions(db, lang)
  const filter = filterOf(question, institutions)
  const [found, bodies] = await Promise.all([
    listChangedMeetings(db, lang, filter, IN_FEED),
    question.body === '' ? [] : listBodyChoices(db, lang, filter.institutionId),
  ])
  const t = textsIn(lang)
  const self = settings.url + inLanguage(lang, publicUrls.feed()) + query
  return atomOf({
    id: self,
    title: t.list.feedTitle(nameOf(question, institutions, bodies)),
    author: 'Kuvend',
    lang,
    updated: found[0]?.changedAt ?? clock.now(),
    self,
    alternate: settings.url + inLanguage(lang, councilUrls.meetings()) + query,
    entries: found.map((one) => {
      const { title, titleLang } = titleOf(lang, one)
      const phase = phaseOn(one, civilDateIn(one.zone, clock.now()))
      const href = settings.url + inLanguage(lang, councilUrls.meeting(one.slug))
      return {
        id: settings.url + councilUrls.meeting(one.slug),
        title,
        lang: titleLang === lang ? undefined : titleLang,
        updated: one.changedAt,
        published: one.publishedAt,
        href,
        author: one.institutionName,
        summary: [whenOf(lang, one), t.phases[phase], one.closed ? t.closedMeeting : null].filter(Boolean).join('. '),
      }
    }),
  })
}

/** `12 dhjetor 2026, ora 10:00` */
export const whenOf = (
  lang: Lang,
  { day, startsAt, zone }: Pick<PublishedMeeting, 'day' | 'startsAt' | 'zone'>,
): string =>
  day === null
    ? textsIn(lang).unknownDay
    : textsIn(lang).day(formatDate(lang, day), startsAt ? formatHour(startsAt, zone) : null, null)

const nameOf = (
  question: ListQuestion,
  institutions: readonly { slug: string; name: string }[],
  bodies: readonly { id: string; name: string }[],
): string | null => {
  const institution = institutions.find(({ slug }) => slug === question.institution)?.name
  const body = bodies.find(({ id }) => id === question.body)?.name
  return [body, institution].filter(Boolean).join(', ') || null
}

const ON_HOME = 4

/** What the council holds next, for the home page of everyone or of one institution. */
export async function homeEntries(
  { db, clock }: Services,
  lang: Lang,
  institutionId: string | null,
): Promise<HomeEntries> {
  const t = textsIn(lang)
  const now = clock.now()
  const from = civilDateIn('Europe/Tirane', now)
  const found = await listComingMeetings(db, lang, { ...ALL, institutionId }, { from, limit: ON_HOME })
  const list = inLanguage(lang, councilUrls.meetings())
  return {
    title: t.list.home,
    allHref: list,
    allLabel: t.list.title,
    empty: t.list.noneComing,
    items: found.map((one) => {
      const phase = phaseOn(one, civilDateIn(one.zone, now))
      const { title, titleLang } = titleOf(lang, one)
      return {
        href: inLanguage(lang, councilUrls.meeting(one.slug)),
        title,
        lang: titleLang,
        quiet: [whenOf(lang, one), one.place, ...(institutionId === null ? [one.institutionName] : [])]
          .filter(Boolean)
          .join(' · '),
        state: t.phases[phase],
        tone: isAhead(phase) && phase !== 'postponed' ? ('done' as const) : ('warning' as const),
      }
    }),
  }
}
