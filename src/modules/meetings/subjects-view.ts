import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { listMeetingSubjects } from './meeting-queries.ts'
import { KIND } from './meeting-rules.ts'
import { meetingPermissions } from './permissions.ts'
import { inEvery } from './texts.ts'
import { meetingUrls, officeUrls } from './urls.ts'

/** What others may know of a meeting when they hold its reference. */
export const meetingSubjects: Record<string, SubjectKind> = {
  [KIND]: {
    name: inEvery((t) => t.kindName),
    readers: meetingPermissions['meetings.read'],
    documentWriters: meetingPermissions['meetings.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listMeetingSubjects(db, lang, ids)).map((one) => ({
        ref: refOf(KIND, one.id),
        institutionId: one.institutionId,
        title: one.title,
        lang: one.lang,
        officeHref: officeUrls.one(one.id),
        publicHref: one.slug === null ? null : meetingUrls.one(one.slug),
        ...(one.firstDay === null ? {} : { day: one.firstDay }),
      })),
  },
}

/** For the boards that everybody reads: a draft, or what was taken down, has no title there. */
export const publicTitles = async (
  { db }: Services,
  lang: Lang,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    (await listMeetingSubjects(db, lang, ids)).flatMap(({ id, title, slug }) => (slug === null ? [] : [[id, title]])),
  )
