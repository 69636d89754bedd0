import type { Door } from '#platform/door.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import { letterRecords } from '#platform/letters/letter-records.ts'
import { LETTER_KIND, TEMPLATE_KIND } from '#platform/letters/letter-subject.ts'
import { letterJobs } from '#platform/letters/make-letter-files.ts'
import { handOverDrafts, listDraftsOf } from '#platform/letters/official-letter-queries.ts'
import { verifyRoutes } from '../../public/verify/verify-routes.tsx'
import { demonstrateLetters } from './demonstrate-letters.ts'
import { letterDeedRoutes } from './letter-deed-routes.tsx'
import { letterTiles } from './letter-list-view.ts'
import { letterPersonalData } from './letter-personal-data.ts'
import { letterRoutes } from './letter-routes.tsx'
import { letterSubjects, templateSubjects } from './letter-subjects-view.ts'
import { LETTER_TEXTS, textsIn } from './letters-texts.ts'
import { templateRoutes } from './template-routes.tsx'
import type { LetterTexts } from './texts.sq.ts'
import { letterUrls } from './urls.ts'
import { writeRoutes } from './write-routes.tsx'

const inBoth = <T>(of: (t: LetterTexts) => T): InEveryLanguage<T> => ({
  sq: of(LETTER_TEXTS.sq),
  en: of(LETTER_TEXTS.en),
})

/** The door of the official letters: the papers that go out, their templates, and what everyone may ask of them. */
export const lettersRoom: Door = {
  name: 'letters',
  permissions: letterPermissions,
  rights: inBoth((t) => t.rights),
  routes(app, services, doors) {
    verifyRoutes(app, services, doors)
    // Before the letters: `e-re` and `modelet` are no ids.
    writeRoutes(app, services, doors)
    templateRoutes(app, services)
    letterDeedRoutes(app, services, doors)
    letterRoutes(app, services, doors)
  },
  jobs: letterJobs,
  officeTiles: letterTiles,
  menu: {
    office: [{ href: letterUrls.list(), label: inBoth((t) => t.menu), roles: letterPermissions['letters.read'] }],
  },
  demonstrate: demonstrateLetters,
  subjects: { [LETTER_KIND]: letterSubjects, [TEMPLATE_KIND]: templateSubjects },
  records: [letterRecords],
  personalData: letterPersonalData,
  openWorkOf: async ({ db }, lang, accountId) =>
    (await listDraftsOf(db, accountId)).map(({ id, subjectLine }) => ({
      title: textsIn(lang).subjectTitle(null, subjectLine),
      href: letterUrls.one(id),
    })),
  handOver: (tx, _services, { from, to }) => handOverDrafts(tx, from, to),
  changeWords: inBoth((t) => t.changeWords),
}
