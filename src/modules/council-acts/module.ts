import type { Door } from '#platform/door.ts'
import { publishedActs } from './act-records.ts'
import { actTexts } from './act-text-holder.ts'
import { announcingJobs, announcingSchedule } from './announcing/announcing-at-door.ts'
import { announcingRoutes } from './announcing/announcing-routes.tsx'
import { followMoves } from './announcing/come-into-force.ts'
import { announcingDeadlines } from './announcing/door-view.ts'
import { addresseeRetention } from './announcing/forget-addressees.ts'
import { announcingHistory } from './announcing/history-texts.ts'
import { actTakeDown } from './announcing/take-down-act.ts'
import { actTable } from './archive/act-table.ts'
import { archiveImporters, undoImported } from './archive/archive-importers.ts'
import { archiveJobs } from './archive/archive-jobs.ts'
import { archiveRoutes } from './archive/archive-routes.tsx'
import { archiveSubjects } from './archive/subjects-view.ts'
import { archiveTexts } from './archive/texts.ts'
import { gathered } from '#platform/history/gathered-words-rules.ts'
import { copiesRoutes } from './copies/copies-routes.tsx'
import { copyDeadlines, copyRetention, copySubjects, copyTiles } from './copies/copies-at-door.ts'
import { copiesTexts } from './copies/texts.ts'
import { demonstrateActs } from './demonstration/demonstrate-acts.ts'
import { figureHistory } from './figures/history-texts.ts'
import { figureRoutes } from './figures/figure-routes.tsx'
import { publishedDecisionReports } from './figures/report-records.ts'
import {
  decisionFigureRegister,
  decisionReportSearch,
  decisionReportSubjects,
  decisionReportTakeDown,
  followedDecisionReports,
} from './figures/reports-at-door.ts'
import { ACT_RECORD, DECISION_REPORT_RECORD } from './act-rules.ts'
import { makingHistory } from './making/history-texts.ts'
import { makingTiles } from './making/list-view.ts'
import { makingRoutes } from './making/making-routes.tsx'
import { actPermissions } from './permissions.ts'
import { viewBecauseOfAct } from './reading/because-view.ts'
import { followedActs } from './reading/followed-view.ts'
import { actSearch } from './reading/found-view.ts'
import { legislationOfAct } from './reading/legislation-view.ts'
import { readingRoutes } from './reading/reading-routes.tsx'
import { withdrawnAct } from './reading/withdrawn-view.ts'
import { calendarOf, homeEntries } from './register/calendar-view.ts'
import { publishedGapNotes } from './register/gap-note-records.ts'
import { historyTexts as registerHistory } from './register/history-texts.ts'
import { actRegisters } from './register/register-dataset.ts'
import { registerRoutes } from './register/register-routes.tsx'
import { registerSubjects } from './register/subjects-view.ts'
import { reviewHistory } from './review/history-texts.ts'
import { deskMenu, reviewDeadlines, reviewSubjects } from './review/door-view.ts'
import { reviewTiles } from './review/office-view.ts'
import { publishedTransmittals, publishedVerdicts } from './review/review-records.ts'
import { relationHistory } from './relations/history-texts.ts'
import { relationTiles } from './relations/relation-view.ts'
import { relationRoutes } from './relations/relation-routes.tsx'
import { reviewRegisters } from './review/review-register.ts'
import { reviewRoutes } from './review/review-routes.tsx'
import { signingHistory } from './signing/history-texts.ts'
import { signingRoutes } from './signing/signing-routes.tsx'
import { actSubjects } from './subjects-view.ts'
import { inEvery, textsIn } from './texts.ts'
import { actOfficeUrls, actUrls } from './urls.ts'

/** The door of the acts: from the vote to the text in force. */
export const councilActs: Door = {
  name: 'council-acts',
  permissions: actPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  // Addresses with a word of their own stand before those of one act.
  routes(app, services, doors) {
    reviewRoutes(app, { services })
    archiveRoutes(app, { services })
    figureRoutes(app, { services, doors })
    copiesRoutes(app, { services })
    registerRoutes(app, { services, doors })
    signingRoutes(app, { services, doors })
    announcingRoutes(app, { services })
    relationRoutes(app, { services })
    readingRoutes(app, { services, doors })
    makingRoutes(app, { services, doors })
  },
  subjects: {
    ...actSubjects,
    ...reviewSubjects,
    ...archiveSubjects,
    ...registerSubjects,
    ...copySubjects,
    ...decisionReportSubjects,
  },
  jobs: (services) => ({ ...announcingJobs(services), ...archiveJobs(services) }),
  schedule: announcingSchedule,
  fileImporters: archiveImporters,
  undoImported,
  tables: [actTable],
  deadlines: { ...announcingDeadlines(followMoves), ...reviewDeadlines, ...copyDeadlines },
  personalData: {
    // Whoever asks the office for a copy, or is told of an act, has no contact of their own here.
    ofContact: async () => [],
    linksOf: async () => [],
    erase: async () => 0,
    retention: [addresseeRetention, copyRetention],
  },
  officeTiles: async (services, official, lang) => [
    ...(await makingTiles(services, official, lang)),
    ...(await relationTiles(services, official, lang)),
    ...(await reviewTiles(services, official, lang)),
    ...(await copyTiles(services, official, lang)),
  ],
  changeWords: {
    sq: gathered(
      makingHistory.sq,
      reviewHistory.sq,
      archiveTexts('sq').history,
      signingHistory.sq,
      announcingHistory.sq,
      relationHistory.sq,
      registerHistory.sq,
      copiesTexts('sq').history,
      figureHistory('sq'),
    ),
    en: gathered(
      makingHistory.en,
      reviewHistory.en,
      archiveTexts('en').history,
      signingHistory.en,
      announcingHistory.en,
      relationHistory.en,
      registerHistory.en,
      copiesTexts('en').history,
      figureHistory('en'),
    ),
  },
  texts: [{ ...actTexts, because: viewBecauseOfAct, legislation: legislationOfAct }],
  search: [actSearch, decisionReportSearch],
  followed: [followedActs, followedDecisionReports],
  withdrawnAt: withdrawnAct,
  menu: {
    public: [{ href: actUrls.register(), label: inEvery((t) => t.menu) }],
    office: [
      { href: actOfficeUrls.list(), label: inEvery((t) => t.menu), roles: actPermissions['acts.read'] },
      deskMenu,
    ],
  },
  homeEntries,
  calendar: calendarOf,
  datasets: async () => [...actRegisters, ...reviewRegisters, decisionFigureRegister],
  takedowns: { [ACT_RECORD]: actTakeDown, [DECISION_REPORT_RECORD]: decisionReportTakeDown },
  bonds: ['council_acts.bonds'],
  demonstrate: demonstrateActs,
  records: [publishedActs, publishedTransmittals, publishedVerdicts, publishedDecisionReports, publishedGapNotes],
}
