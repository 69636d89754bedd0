import { formatDate } from '#platform/i18n/formats.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { listWaitingMinutes } from './minutes-queries.ts'
import { listMinutesNames, type MinutesName } from './published-queries.ts'
import { inEvery, minutesTexts } from './texts.ts'
import { minutesOfficeUrls, minutesUrls } from './urls.ts'

export const nameOfMinutes = (lang: Lang, { body, day }: Pick<MinutesName, 'body' | 'day'>): string =>
  minutesTexts(lang).nameOf(body, day === null ? '–' : formatDate(lang, day))

/** What others may know of minutes when they hold their reference. */
export const minutesSubjects: Record<string, SubjectKind> = {
  [MINUTES_KIND]: {
    name: inEvery((t) => t.kindName),
    readers: may['council.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listMinutesNames(db, lang, ids)).map((one) => ({
        ref: refOf(MINUTES_KIND, one.id),
        institutionId: one.institutionId,
        title: nameOfMinutes(lang, one),
        lang,
        officeHref: minutesOfficeUrls.one(one.id),
        publicHref: one.publicSlug === null ? null : minutesUrls.one(one.publicSlug),
        // Their papers are those of the meeting.
        documentsPublic: false,
      })),
  },
}

/** Minutes that wait to be written or approved, for whoever writes them. */
export async function minutesTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const institutions = institutionsWhere(official, may['council-minutes.write'])
  if (institutions?.length === 0) return []
  const { length: count } = await listWaitingMinutes(db, institutions, 100)
  return count === 0
    ? []
    : [{ title: minutesTexts(lang).tile, count, href: inLanguage(lang, minutesOfficeUrls.list()) }]
}
