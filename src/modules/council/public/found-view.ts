import type { Queryable } from '#platform/db/database.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { FollowedKind, HappeningWords } from '#platform/subscriptions/followed-kind.ts'
import { civilDateIn, endOfDay } from '#platform/time/civil-date.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import { councilUrls } from '../urls.ts'
import { icalEventsOf } from './calendar-view.ts'
import { listOpinions } from './agenda-queries.ts'
import { listPapersByIds, listPublicPaperIds, type PublishedPaper } from './paper-queries.ts'
import { isAhead, phaseOn, type Phase } from './public-rules.ts'
import { listAgendaWords, listPublicIds, listPublishedByIds, type PublishedMeeting } from './published-queries.ts'
import { inEvery, textsIn } from './texts.ts'
import { titleOf } from './title-view.ts'

const states = (name: 'ahead' | 'over' | 'under-way' | 'postponed' | 'cancelled'): InEveryLanguage<string> =>
  inEvery((t) => t.found.meetingStates[name])

/** Found by its title, body and place, and by its agenda as far as that is open. */
export const meetingSearch: SearchSource = {
  subjectKind: MEETING_KIND,
  kinds: { 'council-meeting': { sq: textsIn('sq').found.meeting, en: textsIn('en').found.meeting } },
  states: {
    ahead: states('ahead'),
    over: states('over'),
    'under-way': states('under-way'),
    postponed: states('postponed'),
    cancelled: states('cancelled'),
  },
  async find(db, ids, now) {
    const [found, english, agendas] = await Promise.all([
      listPublishedByIds(db, 'sq', ids),
      listPublishedByIds(db, 'en', ids),
      listAgendaWords(db, ids),
    ])
    const other = new Map(english.map((one) => [one.id, one]))
    const more = new Map(agendas.map((one) => [one.meetingId, one]))
    return found.map((one) => meetingDocument(one, other.get(one.id) ?? one, more.get(one.id), now))
  },
  idsAfter: listPublicIds,
}

function meetingDocument(
  one: PublishedMeeting,
  english: PublishedMeeting,
  agenda: { words: string; wordsEn: string | null } | undefined,
  now: Date,
): SearchDocument {
  const phase = phaseOn(one, civilDateIn(one.zone, now))
  const ahead = isAhead(phase)
  const number = one.numberWords ?? (one.number === null ? null : `${one.number}/${one.numberYear}`)
  const sayings = [one.institutionName, one.bodyName, ...one.together, one.place, one.callReason]
  return {
    subject: one.subject,
    part: '',
    matter: one.subject,
    kind: 'council-meeting',
    institutionId: one.institutionId,
    lang: one.lang,
    title: titleOf('sq', one).title,
    heading: null,
    body: [...sayings, agenda?.words].filter(Boolean).join('\n'),
    translated: one.lang === 'en' ? null : englishOf(english, agenda?.wordsEn ?? null),
    numbers: number === null ? [] : [number],
    href: councilUrls.meeting(one.slug),
    publishedAt: one.publishedAt,
    changedAt: one.changedAt,
    day: one.day ?? civilDateIn(one.zone, one.publishedAt),
    state: stateOf(phase),
    topics: one.topics,
    places: one.places,
    dueOn: null,
    changesAt: ahead && one.day !== null ? endOfDay(one.day, one.zone) : null,
  }
}

const englishOf = (one: PublishedMeeting, agenda: string | null) => ({
  lang: 'en' as const,
  title: titleOf('en', one).title,
  body: [one.bodyName, ...one.together, agenda].filter(Boolean).join('\n'),
})

function stateOf(phase: Phase): string {
  if (phase === 'postponed' || phase === 'cancelled') return phase
  if (phase === 'under-way' || phase === 'suspended') return 'under-way'
  return isAhead(phase) ? 'ahead' : 'over'
}

/** Found by title, number, proposer and summary, and by what commissions said of it. */
export const paperSearch: SearchSource = {
  subjectKind: PAPER_KIND,
  kinds: { 'council-paper': { sq: textsIn('sq').found.paper, en: textsIn('en').found.paper } },
  states: { published: inEvery((t) => t.found.paperState) },
  async find(db, ids) {
    const found = await listPapersByIds(db, 'sq', ids)
    const opinions = await listOpinions(db, 'sq', ids)
    return found.map((one) => {
      const said = opinions.flatMap(({ paperId, bodyName, words }) => (paperId === one.id ? [bodyName, words] : []))
      return paperDocument(one, said.filter(Boolean).join('\n'))
    })
  },
  idsAfter: listPublicPaperIds,
}

const paperDocument = (one: PublishedPaper, opinions: string): SearchDocument => ({
  subject: one.subject,
  part: '',
  matter: one.subject,
  kind: 'council-paper',
  institutionId: one.institutionId,
  lang: one.lang,
  title: one.title,
  heading: null,
  body: [one.summary, one.proposer, one.kindWords, opinions].filter(Boolean).join('\n'),
  translated: one.titleEn === null || one.lang === 'en' ? null : { lang: 'en', title: one.titleEn, body: '' },
  numbers: one.reference === null ? [] : [one.reference],
  href: councilUrls.paper(one.id),
  publishedAt: one.publishedAt,
  changedAt: one.changedAt,
  day: one.datedOn ?? civilDateIn(one.zone, one.publishedAt),
  state: 'published',
  topics: one.topics,
  places: one.places,
  dueOn: null,
})

const namedIn = (lang: Lang): Record<string, HappeningWords> =>
  Object.fromEntries(Object.entries(textsIn(lang).found.happenings).map(([kind, words]) => [`council.${kind}`, words]))

/** Meetings as people follow them: called, changed, called off, their minutes; and their days. */
export const followedCouncilMeetings: FollowedKind = {
  subjectKind: MEETING_KIND,
  happenings: { sq: namedIn('sq'), en: namedIn('en') },
  daysOf: async (db: Queryable, lang, ids) =>
    icalEventsOf(lang, await listPublishedByIds(db, lang, ids)).map(({ id, ...event }) => ({
      ...event,
      matter: refOf(MEETING_KIND, id),
    })),
}
