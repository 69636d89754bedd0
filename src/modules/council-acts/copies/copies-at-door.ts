import type { DeadlineKind } from '#platform/deadlines/deadline-kind.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { actPermissions as may } from '../permissions.ts'
import { countAskersDue, countWaitingCopies, findCopiesById, forgetAskers } from './copy-queries.ts'
import { COPY_RECORD, COPY_SLOT } from './copy-rules.ts'
import { copiesTexts } from './texts.ts'
import type { CopiesTexts } from './texts.sq.ts'
import { copyOfficeUrls } from './urls.ts'

const inEvery = (words: (t: CopiesTexts) => string): InEveryLanguage<string> => ({
  sq: words(copiesTexts('sq')),
  en: words(copiesTexts('en')),
})

/** What others may know of a request: no name of who asked. */
export const copySubjects: Record<string, SubjectKind> = {
  [COPY_RECORD]: {
    name: inEvery((t) => t.kindName),
    readers: may['acts.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await findCopiesById(db, ids)).map((copy) => ({
        ref: refOf(COPY_RECORD, copy.id),
        institutionId: copy.institutionId,
        title: copiesTexts(lang).ofAct(copy.actNumber ?? '', copy.actTitle),
        lang: 'sq',
        officeHref: copyOfficeUrls.one(copy.id),
        publicHref: null,
      })),
  },
}

export const copyDeadlines: Record<string, DeadlineKind> = {
  [COPY_SLOT]: {
    kind: COPY_RECORD,
    words: inEvery((t) => t.clock),
    publicBoard: false,
    readers: may['acts.read'],
    // It ends by the copy itself, or by its refusal.
    ownDeeds: true,
  },
}

/** Requests that wait. */
export async function copyTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const institutions = institutionsWhere(official, may['acts.write'])
  if (institutions?.length === 0) return []
  const count = await countWaitingCopies(db, institutions)
  return count === 0 ? [] : [{ title: copiesTexts(lang).tile, count, href: inLanguage(lang, copyOfficeUrls.list()) }]
}

const today = ({ clock }: Services) => civilDateIn('Europe/Tirane', clock.now())

export const copyRetention: RetentionRule = {
  id: 'council-acts.copies',
  what: inEvery((t) => t.retention.what),
  howLong: inEvery((t) => t.retention.howLong),
  basis: inEvery((t) => t.retention.basis),
  countDue: (services) => countAskersDue(services.db, today(services)),
  forget: (services) => forgetAskers(services.db, today(services)),
}
