import type { Lang } from '#platform/i18n/language.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import { letterRef, TEMPLATE_KIND } from '#platform/letters/letter-subject.ts'
import { listLettersById } from '#platform/letters/official-letter-queries.ts'
import { listTemplatesById } from '#platform/letters/template-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { numberOf } from './letter-list-view.ts'
import { LETTER_TEXTS, textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

/** What others may know of a letter when they hold its reference: what it says of itself, never whom it went to. */
export const letterSubjects: SubjectKind = {
  name: { sq: LETTER_TEXTS.sq.subjectKind, en: LETTER_TEXTS.en.subjectKind },
  readers: letterPermissions['letters.read'],
  find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
    (await listLettersById(db, ids)).map((letter) => ({
      ref: letterRef(letter.id),
      institutionId: letter.institutionId,
      title: textsIn(lang).subjectTitle(numberOf(letter) || null, letter.subjectLine),
      lang,
      officeHref: letterUrls.one(letter.id),
      publicHref: null,
    })),
}

export const templateSubjects: SubjectKind = {
  name: { sq: LETTER_TEXTS.sq.templates.columns.name, en: LETTER_TEXTS.en.templates.columns.name },
  readers: letterPermissions['letters.read'],
  find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
    (await listTemplatesById(db, ids)).map(({ id, institutionId, name }) => ({
      ref: refOf(TEMPLATE_KIND, id),
      institutionId,
      title: name,
      lang,
      officeHref: letterUrls.template(id),
      publicHref: null,
    })),
}
