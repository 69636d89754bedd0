import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { civilDateIn, endOfDay } from '#platform/time/civil-date.ts'
import { COUNCILLOR_KIND, TERM_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { listCouncillorSubjects } from './councillor-queries.ts'
import { AFFILIATION_KIND, PARTY_KIND, PAYMENT_KIND, STAFF_KIND } from './people-rules.ts'
import { publicInEvery, publicTextsIn } from './public-texts.ts'
import { listPublicByIds, listPublicCouncillorIds, type PublicCouncillor } from './published-people-queries.ts'
import { listRegisterSubjects, type RegisterSubject } from './subject-queries.ts'
import { inEvery } from './texts.ts'
import { peopleOfficeUrls, peopleUrls } from './urls.ts'

/** Members, found by name, profession, CV and party. */
export const councillorSearch: SearchSource = {
  subjectKind: COUNCILLOR_KIND,
  kinds: { councillor: { sq: publicTextsIn('sq').search.found, en: publicTextsIn('en').search.found } },
  states: {
    sits: publicInEvery((t) => t.search.states.sits),
    former: publicInEvery((t) => t.search.states.former),
  },
  find: async (db, ids, now) => (await listPublicByIds(db, 'sq', ids)).map((one) => documentOf(one, now)),
  idsAfter: listPublicCouncillorIds,
}

function documentOf(one: PublicCouncillor, now: Date): SearchDocument {
  const today = civilDateIn(one.zone, now)
  const sits = one.fromOn !== null && one.fromOn <= today && (one.toOn === null || one.toOn >= today)
  return {
    subject: one.subject,
    part: '',
    matter: one.subject,
    kind: 'councillor',
    institutionId: one.institutionId,
    lang: 'sq',
    title: one.name,
    heading: null,
    body: [one.profession, one.partyName, one.biography].filter(Boolean).join('\n'),
    translated: null,
    numbers: [],
    href: peopleUrls.one(one.slug),
    publishedAt: one.publishedAt,
    changedAt: one.changedAt,
    day: civilDateIn(one.zone, one.publishedAt),
    state: sits ? 'sits' : 'former',
    topics: [],
    places: [],
    dueOn: null,
    changesAt: sits && one.toOn !== null ? endOfDay(one.toOn, one.zone) : null,
  }
}

const readers = may['council.read']
const documentWriters = may['council-people.write']

/** What others may know of these records when they hold their reference. */
export const peopleSubjects: Record<string, SubjectKind> = {
  [COUNCILLOR_KIND]: {
    name: inEvery((t) => t.kinds.councillor),
    readers,
    documentWriters,
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listCouncillorSubjects(db, ids)).map((one) => ({
        ref: refOf(COUNCILLOR_KIND, one.id),
        institutionId: one.institutionId,
        title: one.title,
        lang: 'sq',
        officeHref: peopleOfficeUrls.one(one.id),
        publicHref: one.slug === null ? null : peopleUrls.one(one.slug),
      })),
  },
  ...Object.fromEntries(
    (
      [
        [TERM_KIND, 'term', 'council.terms', peopleOfficeUrls.term, peopleUrls.elections],
        [
          PARTY_KIND,
          'party',
          'council.parties',
          (id: string) => peopleOfficeUrls.entry('partite', id),
          peopleUrls.elections,
        ],
        [
          PAYMENT_KIND,
          'payment',
          'council.payments',
          (id: string) => peopleOfficeUrls.entry('pagesat', id),
          peopleUrls.payments,
        ],
        [
          STAFF_KIND,
          'staff',
          'council.staff',
          (id: string) => peopleOfficeUrls.entry('sekretaria', id),
          peopleUrls.staff,
        ],
        [
          AFFILIATION_KIND,
          'affiliation',
          'council.affiliations',
          (id: string) => peopleOfficeUrls.entry('anetaresimet', id),
          peopleUrls.affiliations,
        ],
      ] as const
    ).map(([kind, word, table, officeHref, publicHref]) => [
      kind,
      registerSubject({ kind, word, table, officeHref, publicHref }),
    ]),
  ),
}

type Registered = {
  kind: string
  word: 'term' | 'party' | 'payment' | 'staff' | 'affiliation'
  table: RegisterSubject
  officeHref: (id: string) => string
  publicHref: () => string
}

function registerSubject({ kind, word, table, officeHref, publicHref }: Registered): SubjectKind {
  return {
    name: inEvery((t) => t.kinds[word]),
    readers,
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listRegisterSubjects(db, table, ids)).map((one) => ({
        ref: refOf(kind, one.id),
        institutionId: one.institutionId,
        title: one.title,
        lang: 'sq',
        officeHref: officeHref(one.id),
        publicHref: one.public ? publicHref() : null,
      })),
  }
}
