import type { Door } from '#platform/door.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { handOverCases } from '#platform/intake/hand-over-cases.ts'
import { listCasesWith } from '#platform/intake/hand-over-queries.ts'
import { intakeJobs, intakeSchedule } from '#platform/intake/intake-jobs.ts'
import { importCases } from '#platform/intake/import-cases.ts'
import { intakePermissions } from '#platform/intake/intake-permissions.ts'
import { publicIntakeRoutes } from '../../public/intake/write-routes.tsx'
import { lookupRoutes } from '../../public/intake/lookup-routes.tsx'
import { writeTexts } from '../../public/intake/texts.ts'
import { writeUrls } from '../../public/intake/urls.ts'
import { caseEditRoutes } from './case-edit-routes.tsx'
import { caseRoutes } from './case-routes.tsx'
import { clockRoutes } from './clock-routes.tsx'
import { counterRoutes } from './counter-routes.tsx'
import { demonstrateIntake } from './demonstrate-intake.ts'
import { caseDeadlines } from './case-deadlines-view.ts'
import { inboxRoutes } from './inbox-routes.tsx'
import { casePersonalData } from './intake-personal-data.ts'
import { caseSubjects } from './intake-subjects-view.ts'
import { intakeTiles } from './intake-tiles-view.ts'
import { mailRoutes } from './mail-routes.tsx'
import { officeIntakeTexts, type InOffice } from './texts.ts'
import { intakeUrls } from './urls.ts'

const inBoth = <T>(words: (texts: InOffice) => T): InEveryLanguage<T> => ({
  sq: words(officeIntakeTexts('sq')),
  en: words(officeIntakeTexts('en')),
})

/** The door of the papers that come in: by web, mail, post and over the counter, one register for each institution. */
export const intake: Door = {
  name: 'intake',
  permissions: intakePermissions,
  rights: inBoth((texts) => texts.rights),
  changeWords: inBoth((texts) => texts.changeWords),
  subjects: caseSubjects,
  personalData: casePersonalData,
  routes(app, services) {
    publicIntakeRoutes(app, services)
    lookupRoutes(app, services)
    inboxRoutes(app, services)
    counterRoutes(app, services)
    mailRoutes(app, services)
    caseRoutes(app, services)
    caseEditRoutes(app, services)
    clockRoutes(app, services)
  },
  deadlines: caseDeadlines,
  jobs: (services) => intakeJobs(services),
  schedule: intakeSchedule,
  officeTiles: intakeTiles,
  menu: {
    public: [{ href: writeUrls.choose(), label: { sq: writeTexts('sq').menu, en: writeTexts('en').menu } }],
    office: [
      { href: intakeUrls.inbox(), label: inBoth((texts) => texts.menu), roles: intakePermissions['cases.read'] },
    ],
  },
  demonstrate: demonstrateIntake,
  importers: { cases: importCases },
  openWorkOf: async ({ db }, lang, accountId) =>
    (await listCasesWith(db, accountId)).map((one) => ({
      title: officeIntakeTexts(lang).kindOfCase(caseNumber(one)),
      href: intakeUrls.one(one.id),
    })),
  handOver: (tx, _services, order) => handOverCases(tx, order),
}
