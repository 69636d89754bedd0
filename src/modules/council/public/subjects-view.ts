import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import { councilPermissions } from '../permissions.ts'
import { councilOfficeUrls, councilUrls } from '../urls.ts'
import { listMeetingSubjects, listMeetingsOfPapers, listPaperSubjects } from './paper-queries.ts'
import { inEvery } from './texts.ts'
import { titleOf } from './title-view.ts'

/** What others may know of a meeting or a paper when they hold its reference. */
export const meetingSubjects: Record<string, SubjectKind> = {
  [MEETING_KIND]: {
    name: inEvery((t) => t.meetingKindName),
    readers: councilPermissions['council.read'],
    documentWriters: councilPermissions['council-meetings.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listMeetingSubjects(db, lang, ids)).map((one): Subject => {
        // Others hold the reference too, and show this title to everybody: of a closed meeting the public one.
        const { title, titleLang } = titleOf(lang, {
          ...one,
          kind: one.meetingKind,
          ownTitle: one.slug === null ? one.title : one.ownTitle,
        })
        return {
          ref: refOf(MEETING_KIND, one.id),
          institutionId: one.institutionId,
          title,
          lang: titleLang,
          officeHref: councilOfficeUrls.meeting(one.id),
          publicHref: one.slug === null ? null : councilUrls.meeting(one.slug),
          // Of a closed meeting nothing lies open, whatever the class of its documents.
          documentsPublic: one.slug !== null && !one.closed,
          ...(one.day === null ? {} : { day: one.day }),
        }
      }),
  },
  [PAPER_KIND]: {
    name: inEvery((t) => t.paperKindName),
    readers: councilPermissions['council.read'],
    documentWriters: councilPermissions['council-meetings.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) => {
      const [papers, meetings] = await Promise.all([
        listPaperSubjects(db, lang, ids),
        listMeetingsOfPapers(db, lang, ids),
      ])
      return papers.map((one): Subject => {
        const through = meetings.filter(({ paperId }) => paperId === one.id)
        return {
          ref: refOf(PAPER_KIND, one.id),
          institutionId: one.institutionId,
          title: one.title,
          lang: one.lang,
          officeHref: councilOfficeUrls.paper(one.id),
          publicHref: one.isPublic ? councilUrls.paper(one.id) : null,
          life: {
            step: 'result',
            on: through[0]?.day ?? one.day,
            // The meetings in which it was dealt with, in the thread of the consultation that it came from.
            beside: through.map((meeting) => ({
              title: [
                titleOf(lang, { ...meeting, kind: meeting.meetingKind }).title,
                meeting.day && formatDate(lang, meeting.day),
              ]
                .filter(Boolean)
                .join(', '),
              href: councilUrls.agendaItem(meeting.slug, meeting.itemId),
            })),
          },
        }
      })
    },
  },
}

/** For the boards that everybody reads: a draft, or what was taken down, has no title there. */
export const publicMeetingTitles = async (
  { db }: Services,
  lang: Lang,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    (await listMeetingSubjects(db, lang, ids)).flatMap((one) =>
      one.slug === null ? [] : [[one.id, titleOf(lang, { ...one, kind: one.meetingKind }).title]],
    ),
  )
