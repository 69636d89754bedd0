import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { officeUrls } from '../urls.ts'
import { listDeliverySubjects } from './delivery-queries.ts'
import { listGroupSubjects } from './group-queries.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const nameOf = (kind: 'delivery' | 'group'): InEveryLanguage<string> => ({
  sq: sq.subjects[kind],
  en: en.subjects[kind],
})

/** What others may know of a delivery or a thematic group when they hold its reference. */
export const entrySubjects: Record<string, SubjectKind> = {
  'consultations.delivery': {
    name: nameOf('delivery'),
    readers: may['comments.entered'],
    documentWriters: may['comments.enter'],
    find: async ({ db }: Services, _lang, ids) =>
      (await listDeliverySubjects(db, ids)).map(({ id, institutionId, title, consultationId }) => ({
        ref: refOf('consultations.delivery', id),
        institutionId,
        title,
        lang: 'sq',
        officeHref: officeUrls.delivery(consultationId, id),
        publicHref: null,
      })),
  },
  'consultations.thematic-group': {
    name: nameOf('group'),
    readers: may['comments.entered'],
    documentWriters: [],
    find: async ({ db }: Services, _lang, ids) =>
      (await listGroupSubjects(db, ids)).map(({ id, institutionId, name }) => ({
        ref: refOf('consultations.thematic-group', id),
        institutionId,
        title: name,
        lang: 'sq',
        officeHref: officeUrls.thematicGroup(id),
        publicHref: null,
      })),
  },
}
