import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { ACT_RECORD } from './act-rules.ts'
import { actPermissions } from './permissions.ts'
import { textsIn as readingTexts } from './reading/texts.ts'
import { besideUrls } from './reading/urls.ts'
import { listActSubjects, type ActSubject } from './text-record-queries.ts'
import { inEvery } from './texts.ts'
import { actOfficeUrls, actUrls } from './urls.ts'

/** What others may know of an act when they hold its reference. They show its title to everybody: of a public one the public title. */
export const actSubjects: Record<string, SubjectKind> = {
  [ACT_RECORD]: {
    name: inEvery((t) => t.kindName),
    readers: actPermissions['acts.read'],
    documentWriters: actPermissions['acts.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listActSubjects(db, lang, ids)).map((one): Subject => ({
        ref: refOf(ACT_RECORD, one.id),
        institutionId: one.institutionId,
        title: one.publicTitle ?? one.title,
        lang: one.lang,
        officeHref: actOfficeUrls.act(one.id),
        publicHref: one.slug === null ? null : actUrls.act(one.slug),
        documentsPublic: one.open,
        life: {
          step: one.later ? 'later-act' : 'act',
          on: one.adoptedOn,
          beside: one.vote === null ? [] : [besideVote(lang, one.vote)],
        },
      })),
  },
}

/** Who voted how stands beside it in the thread of the matter. */
const besideVote = (lang: Lang, vote: NonNullable<ActSubject['vote']>) => {
  const t = readingTexts(lang).vote
  return {
    title: `${t.title}: ${t.counts(vote.for, vote.against, vote.abstain)}`,
    href: besideUrls.vote(vote.slug, vote.id),
  }
}

/** For the boards that everybody reads: what has no number yet has no title there. */
export const publicActTitles = async (
  { db }: Services,
  lang: Lang,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    (await listActSubjects(db, lang, ids)).flatMap(({ id, publicTitle }) =>
      publicTitle === null ? [] : [[id, publicTitle]],
    ),
  )
