import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { intakePermissions } from '#platform/intake/intake-permissions.ts'
import { listCasesByIds, type CaseDetail } from '#platform/intake/office-case-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Correspondent, Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** What others may know of a case when they hold its reference. Its title says nothing about who wrote. */
export const caseSubjects: Record<string, SubjectKind> = {
  'intake.case': {
    name: { sq: officeIntakeTexts('sq').name, en: officeIntakeTexts('en').name },
    readers: intakePermissions['cases.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]): Promise<Subject[]> =>
      (await listCasesByIds(db, ids)).map((one) => ({
        ref: refOf('intake.case', one.id),
        institutionId: one.institutionId,
        title: officeIntakeTexts(lang).kindOfCase(caseNumber(one)),
        lang,
        officeHref: intakeUrls.one(one.id),
        publicHref: null,
        ...correspondentOf(one),
      })),
  },
  // The list itself, by its institution: who looked through it stands in the log of accesses.
  'intake.list': {
    name: { sq: officeIntakeTexts('sq').listName, en: officeIntakeTexts('en').listName },
    readers: intakePermissions['cases.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]): Promise<Subject[]> => {
      const found = await Promise.all(ids.map((id) => findInstitutionById(db, lang, id)))
      return found
        .filter((one) => one !== null)
        .map((institution) => ({
          ref: refOf('intake.list', institution.id),
          institutionId: institution.id,
          title: `${officeIntakeTexts(lang).listName}, ${institution.name}`,
          lang,
          officeHref: intakeUrls.inbox(),
          publicHref: null,
        }))
    },
  },
}

function correspondentOf(one: CaseDetail): { correspondent?: Correspondent } {
  const { senderName, email, postal, contactId } = one
  if (senderName === null && email === null) return {}
  return { correspondent: { name: senderName ?? email ?? '', email, postal, contactId } }
}
