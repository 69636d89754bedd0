import type { SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { MEETING_KIND, MINUTES_KIND } from '../council-rules.ts'
import { listFoundMinutes, listPublicMinutesIds } from './published-queries.ts'
import { inEvery, minutesTexts } from './texts.ts'
import { minutesUrls } from './urls.ts'

/** Minutes are found by all their words but the annexes. */
export const minutesSearch: SearchSource = {
  subjectKind: MINUTES_KIND,
  kinds: { minutes: { sq: minutesTexts('sq').found, en: minutesTexts('en').found } },
  states: { proposed: inEvery((t) => t.states.proposed), approved: inEvery((t) => t.states.approved) },
  idsAfter: listPublicMinutesIds,
  find: async (db, ids) =>
    (await listFoundMinutes(db, ids)).map((one) => ({
      subject: one.subject,
      part: '',
      matter: refOf(MEETING_KIND, one.id),
      kind: 'minutes',
      institutionId: one.institutionId,
      lang: one.lang,
      title: one.title,
      heading: null,
      body: one.body,
      numbers: [],
      href: minutesUrls.one(one.slug),
      publishedAt: one.publishedAt,
      changedAt: one.changedAt,
      day: one.day ?? civilDateIn(one.zone, one.publishedAt),
      state: one.state,
      topics: one.topics,
      places: one.places,
      dueOn: null,
    })),
}
