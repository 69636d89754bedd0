import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { DISPATCH_KIND } from '#platform/dispatch/dispatch-rules.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LETTER_SUBJECT } from '#platform/mail/letter-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject, SubjectKind } from '#platform/subjects/subject.ts'
import { installationPermissions } from '../../installation-permissions.ts'
import { officeUrls } from '../urls.ts'
import { countToPrint, listDispatchesById, listLettersById } from './dispatch-list-queries.ts'
import { mailPermissions } from './permissions.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

/** What others may know of a letter or a paper when they hold its reference. */
export const mailSubjects: Record<string, SubjectKind> = {
  [DISPATCH_KIND]: {
    name: { sq: mailTexts('sq').subjects.dispatch, en: mailTexts('en').subjects.dispatch },
    readers: mailPermissions['dispatches.read'],
    find: async ({ db }, lang, ids): Promise<Subject[]> =>
      (await listDispatchesById(db, lang, ids)).map(({ id, institutionId, title, lang: own }) => ({
        ref: refOf(DISPATCH_KIND, id),
        institutionId,
        title,
        lang: own,
        officeHref: mailUrls.dispatch(id),
        publicHref: null,
      })),
  },
  [LETTER_SUBJECT]: {
    name: { sq: mailTexts('sq').subjects.letter, en: mailTexts('en').subjects.letter },
    readers: installationPermissions['mail.read'],
    find: async ({ db }, _lang, ids): Promise<Subject[]> =>
      (await listLettersById(db, ids)).map(({ id, institutionId, subject, lang }) => ({
        ref: refOf(LETTER_SUBJECT, id),
        institutionId,
        title: subject,
        lang,
        officeHref: officeUrls.letter(id),
        publicHref: null,
      })),
  },
}

/** What waits for paper, for those who print. */
export async function mailTiles({ db }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const roles = mailPermissions['dispatches.write']
  if (!mayAnywhere(official, roles)) return []
  const count = await countToPrint(db, institutionsWhere(official, roles))
  const href = inLanguage(lang, mailUrls.toPrint())
  return count === 0 ? [] : [{ title: mailTexts(lang).tiles.toPrint, count, href }]
}
