import type { Queryable } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import type { FollowedKind, HappeningWords } from '#platform/subscriptions/followed-kind.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn, endOfDay } from '#platform/time/civil-date.ts'
import { icalEventsOf } from './calendar-view.ts'
import { KIND, phaseOn } from './meeting-rules.ts'
import {
  listDatesOf,
  listMeetingWords,
  listPublicIds,
  listPublishedByIds,
  type PublishedMeeting,
} from './published-queries.ts'
import { inEvery, textsIn } from './texts.ts'
import { meetingUrls } from './urls.ts'

/** Found by title and summary, agenda, minutes and what came out of it. */
export const meetingSearch: SearchSource = {
  subjectKind: KIND,
  kinds: { meeting: { sq: textsIn('sq').found, en: textsIn('en').found } },
  states: {
    ahead: inEvery((t) => t.searchStates.ahead),
    over: inEvery((t) => t.searchStates.over),
    postponed: inEvery((t) => t.searchStates.postponed),
    cancelled: inEvery((t) => t.searchStates.cancelled),
  },
  async find(db, ids, now) {
    const [found, words] = await Promise.all([listPublishedByIds(db, 'sq', ids), listMeetingWords(db, ids)])
    const more = new Map(words.map(({ id, words: of }) => [id, of]))
    return found.map((one) => documentOf(one, more.get(one.id) ?? '', now))
  },
  idsAfter: listPublicIds,
}

function documentOf(one: PublishedMeeting, more: string, now: Date): SearchDocument {
  const phase = phaseOn(one, civilDateIn(one.zone, now))
  const ahead = phase === 'ahead' || phase === 'today'
  return {
    subject: one.subject,
    part: '',
    matter: one.subject,
    kind: 'meeting',
    institutionId: one.institutionId,
    lang: one.lang,
    title: one.title,
    heading: null,
    body: [one.summary, one.address, more].filter(Boolean).join('\n'),
    translated: one.titleEn === null ? null : { lang: 'en', title: one.titleEn, body: one.summaryEn ?? '' },
    numbers: [],
    href: meetingUrls.one(one.slug),
    publishedAt: one.publishedAt,
    changedAt: one.changedAt,
    day: one.firstDay ?? civilDateIn(one.zone, one.publishedAt),
    state: phase === 'postponed' || phase === 'cancelled' ? phase : ahead ? 'ahead' : 'over',
    topics: one.topics,
    places: one.places,
    dueOn: null,
    changesAt: ahead && one.lastDay !== null ? endOfDay(one.lastDay, one.zone) : null,
  }
}

const namedIn = (lang: Lang): Record<string, HappeningWords> =>
  Object.fromEntries(Object.entries(textsIn(lang).happenings).map(([kind, words]) => [`meetings.${kind}`, words]))

/** Meetings as people follow them: what happens to them, and their days. */
export const followedMeetings: FollowedKind = {
  subjectKind: KIND,
  happenings: { sq: namedIn('sq'), en: namedIn('en') },
  daysOf: async (db: Queryable, lang, ids) =>
    icalEventsOf(lang, await listDatesOf(db, lang, ids)).map(({ id, ...event }) => ({
      ...event,
      matter: refOf(KIND, id),
    })),
}
