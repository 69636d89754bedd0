import type { Lang } from '#platform/i18n/language.ts'
import type { HomeEntries, Door } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { COMMENTS_SLOT, CONSULTATION_KIND } from './closing/closing-rules.ts'
import { followMoves } from './closing/follow-moves.ts'
import { viewBecause } from './effects/because-view.ts'
import { viewEffectWarnings } from './effects/warnings-view.ts'
import { forgottenSplits } from './entry/forgotten-splits.ts'
import { commentTables } from './entry/take-comments.ts'
import { followedConsultations } from './following/followed-view.ts'
import { everyRoute } from './every-routes.ts'
import { consultationJobs, SCHEDULE } from './run-jobs.ts'
import { consultationTexts } from './consultation-text-holder.ts'
import { viewEffects } from './effects/effects-view.ts'
import { demonstrateConsultations } from './demonstrate.ts'
import { homeEntries } from './home-view.ts'
import { importConsultationPlan } from './history/import-consultation-plan.ts'
import { publishedComments, receivedComments } from './ledger/comment-records.ts'
import { publishedCommentGroups } from './ledger/comment-group-records.ts'
import { publishedAnswers } from './ledger/answer-records.ts'
import { publishedConsultations } from './ledger/consultation-records.ts'
import { handOverComments } from './desk/assign-comment.ts'
import { openCommentsOf } from './desk/assignment-view.ts'
import { answerSearch } from './answers/answer-search-view.ts'
import { ANSWER_KIND } from './answers/answer-rules.ts'
import { answerSubjects } from './answers/answer-subjects-view.ts'
import { answerTakeDown } from './answers/take-down-answer.ts'
import { publishedMonitorings } from './monitoring/monitoring-records.ts'
import { MONITORING_KIND } from './monitoring/monitoring-rules.ts'
import { monitoringSubjects } from './monitoring/monitoring-subjects-view.ts'
import { monitoringTakeDown } from './monitoring/take-down-monitoring.ts'
import { officeTiles } from './office-tiles-view.ts'
import { commentRetention } from './own-data/comment-retention.ts'
import { eraseCommentAlone, eraseCommentsOf } from './own-data/erase-comments.ts'
import { hideNameOf, newLinksOf, renameIn } from './own-data/personal-comments.ts'
import { viewCommentOfCode, viewCommentOfRef, viewPersonalComments } from './own-data/personal-comments-view.ts'
import { stakeholderRetention, stakeholderSubjects } from './notices/stakeholder-subjects-view.ts'
import { stakeholderTable } from './notices/take-stakeholders.ts'
import { noticeUrls } from './notices/urls.ts'
import { forgetStakeholders } from './notices/write-stakeholder.ts'
import { consultationRegisters } from './open-data/consultation-registers.ts'
import { consultationPermissions } from './permissions.ts'
import { followedPlans } from './plan/followed-plans-view.ts'
import { publishedPlans } from './plan/plan-records.ts'
import { planSearch } from './plan/plan-search-view.ts'
import { planSubjects } from './plan/plan-subjects-view.ts'
import { planTakeDown } from './plan/take-down-plan.ts'
import { PLAN_KIND } from './plan/plan-rules.ts'
import { publishedReports } from './report/report-records.ts'
import { REPORT_KIND } from './report/report-rules.ts'
import { reportSearch } from './report/report-search-view.ts'
import { reportSubjects } from './report/report-subjects-view.ts'
import { reportTakeDown } from './report/take-down-report.ts'
import { consultationSearch } from './search/search-sources.ts'
import { consultationSubjects, publicTitles } from './subjects-view.ts'
import { consultationTakeDowns } from './takedowns/take-down-records.ts'
import { changeValues } from './change-values-texts.ts'
import { historyWords } from './year/history-words-texts.ts'
import { ratingRetention } from './telling/rating-retention.ts'
import { textsIn } from './texts.ts'
import {
  followedPlannedActs,
  plannedActSearch,
  plannedActSubjects,
  plannedActTakeDown,
} from './year/planned-acts-at-door.ts'
import { publishedPlannedActs } from './year/act-records.ts'
import { planTables } from './year/take-planned-acts.ts'
import { yearTexts } from './year/texts.ts'
import { yearOfficeUrls } from './year/urls.ts'
import { viewCalendar } from './year/calendar-view.ts'
import { transparencyTexts } from './transparency/texts.ts'
import { yearReportOfficeUrls } from './transparency/urls.ts'
import { publishedYearReplies, publishedYearReports } from './transparency/year-report-records.ts'
import { YEAR_REPLY_KIND, YEAR_REPORT_KIND } from './transparency/year-report-rules.ts'
import {
  followedYearReports,
  yearReplyTakeDown,
  yearReportSearch,
  yearReportSubjects,
  yearReportTakeDown,
} from './transparency/year-reports-at-door.ts'
import { PLANNED_ACT_KIND } from './year/year-rules.ts'
import { consultationUrls, officePlanUrls, officeUrls } from './urls.ts'

/** The door of the consultations: drafts opened to everyone, and what people say about them. */
export const consultations: Door = {
  name: 'consultations',
  permissions: consultationPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  subjects: {
    ...plannedActSubjects,
    ...yearReportSubjects,
    ...answerSubjects,
    ...consultationSubjects,
    ...stakeholderSubjects,
    ...planSubjects,
    ...monitoringSubjects,
    ...reportSubjects,
  },
  routes: everyRoute,
  jobs: (services) => consultationJobs(services, viewEffects),
  schedule: SCHEDULE,
  deadlines: {
    [COMMENTS_SLOT]: {
      kind: CONSULTATION_KIND,
      words: { sq: textsIn('sq').closing.clockWords, en: textsIn('en').closing.clockWords },
      // A window that has run its time is nobody's failing.
      publicBoard: false,
      publicTitles,
      moved: followMoves,
      readers: consultationPermissions['consultations.read'],
      // Its participants are told, and the notice is checked: on its own page.
      ownDeeds: true,
    },
  },
  texts: [{ ...consultationTexts, because: viewBecause, warnings: viewEffectWarnings }],
  bonds: ['consultations.bonds'],
  search: [...consultationSearch, answerSearch, plannedActSearch, planSearch, yearReportSearch, reportSearch],
  officeTiles,
  homeEntries: (services: Services, lang: Lang, institutionId: string | null): Promise<HomeEntries> =>
    homeEntries(services, lang, institutionId),
  menu: {
    public: [{ href: consultationUrls.list(), label: { sq: textsIn('sq').menuList, en: textsIn('en').menuList } }],
    office: [
      {
        href: officeUrls.consultations(),
        label: { sq: textsIn('sq').menuOffice, en: textsIn('en').menuOffice },
        roles: consultationPermissions['consultations.read'],
      },
      {
        href: officePlanUrls.list(),
        label: { sq: textsIn('sq').plans.menu, en: textsIn('en').plans.menu },
        roles: consultationPermissions['plans.read'],
      },
      {
        href: yearOfficeUrls.list(),
        label: { sq: yearTexts('sq').office.menu, en: yearTexts('en').office.menu },
        roles: consultationPermissions['year-plans.read'],
      },
      {
        href: yearReportOfficeUrls.list(),
        label: { sq: transparencyTexts('sq').office.menu, en: transparencyTexts('en').office.menu },
        roles: consultationPermissions['year-reports.read'],
      },
      {
        href: noticeUrls.stakeholders(),
        label: { sq: textsIn('sq').notices.stakeholders.menu, en: textsIn('en').notices.stakeholders.menu },
        roles: consultationPermissions['consultations.write'],
      },
      {
        href: officeUrls.comments(),
        label: { sq: textsIn('sq').menuComments, en: textsIn('en').menuComments },
        roles: consultationPermissions['comments.read'],
      },
    ],
  },
  openWorkOf: openCommentsOf,
  handOver: (tx, _services, order) => handOverComments(tx, order),
  demonstrate: demonstrateConsultations,
  followed: [followedConsultations, followedPlannedActs, followedPlans, followedYearReports],
  takedowns: {
    ...consultationTakeDowns,
    [ANSWER_KIND]: answerTakeDown,
    [PLANNED_ACT_KIND]: plannedActTakeDown,
    [PLAN_KIND]: planTakeDown,
    [MONITORING_KIND]: monitoringTakeDown,
    [YEAR_REPORT_KIND]: yearReportTakeDown,
    [YEAR_REPLY_KIND]: yearReplyTakeDown,
    [REPORT_KIND]: reportTakeDown,
  },
  records: [
    publishedConsultations,
    publishedPlannedActs,
    publishedPlans,
    publishedMonitorings,
    publishedYearReports,
    publishedYearReplies,
    publishedComments,
    receivedComments,
    publishedCommentGroups,
    publishedAnswers,
    publishedReports,
  ],
  datasets: consultationRegisters,
  tables: [stakeholderTable],
  tablesOf: async (services, institutions) => [
    ...(await planTables(services, institutions)),
    ...(await commentTables(services, institutions)),
  ],
  calendar: viewCalendar,
  personalData: {
    ofContact: viewPersonalComments,
    ofCode: viewCommentOfCode,
    ofRef: viewCommentOfRef,
    linksOf: newLinksOf,
    erase: eraseCommentsOf,
    eraseOne: eraseCommentAlone,
    rename: renameIn,
    withdrawConsent: hideNameOf,
    consents: { sq: textsIn('sq').consents, en: textsIn('en').consents },
    retention: [
      ...commentRetention,
      ratingRetention,
      forgottenSplits,
      { ...stakeholderRetention, forget: forgetStakeholders },
    ],
  },
  changeWords: {
    sq: { ...historyWords('sq'), values: changeValues('sq') },
    en: { ...historyWords('en'), values: changeValues('en') },
  },
  importers: { 'consultation-plan': importConsultationPlan },
}
