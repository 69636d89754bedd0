import type { Lang } from '#platform/i18n/language.ts'
import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { countStakeholdersDue, listStakeholderSubjects } from './stakeholder-queries.ts'
import { noticeUrls } from './urls.ts'

const KIND = 'consultations.stakeholder'

/** What others may know of a stakeholder when they hold its reference: never to the public. */
export const stakeholderSubjects: Record<string, SubjectKind> = {
  [KIND]: {
    name: { sq: textsIn('sq').notices.stakeholders.title, en: textsIn('en').notices.stakeholders.title },
    readers: may['consultations.write'],
    find: async ({ db }: Services, _lang: Lang, ids: readonly string[]) =>
      (await listStakeholderSubjects(db, ids)).map(({ id, institutionId, name, lang }) => ({
        ref: refOf(KIND, id),
        institutionId,
        title: name,
        lang,
        officeHref: noticeUrls.stakeholder(id),
        publicHref: null,
      })),
  },
}

const [sq, en] = [textsIn('sq').notices.stakeholders.retention, textsIn('en').notices.stakeholders.retention]

/** Its nightly deed stands at the door. */
export const stakeholderRetention: Omit<RetentionRule, 'forget'> = {
  id: 'stakeholders.kept',
  what: { sq: sq.what, en: en.what },
  howLong: { sq: sq.howLong, en: en.howLong },
  basis: { sq: sq.basis, en: en.basis },
  countDue: ({ db, clock }) => countStakeholdersDue(db, clock.now()),
}
