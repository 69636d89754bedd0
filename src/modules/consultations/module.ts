import type { Lang } from '#platform/i18n/language.ts'
import type { HomeEntries, Door } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { closeWindows } from './closing/close-windows.ts'
import { COMMENTS_SLOT, CONSULTATION_KIND } from './closing/closing-rules.ts'
import { followMoves, keepMove } from './closing/follow-moves.ts'
import { tellParticipants } from './closing/tell-participants.ts'
import { commentRoutes } from './comments/comment-routes.tsx'
import { eraseUnconfirmedComments } from './comments/erase-unconfirmed-comments.ts'
import { ownCommentRoutes } from './comments/own-comment-routes.tsx'
import { consultationRoutes } from './consultation-routes.tsx'
import { deliveryRoutes } from './entry/delivery-routes.tsx'
import { entryRoutes } from './entry/entry-routes.tsx'
import { thematicGroupRoutes } from './entry/group-routes.tsx'
import { senderRoutes } from './entry/sender-routes.tsx'
import { forgottenSplits } from './entry/forgotten-splits.ts'
import { commentTables } from './entry/take-comments.ts'
import { splitRoutes } from './entry/split-routes.tsx'
import { followedConsultations } from './following/followed-view.ts'
import { consultationTexts } from './consultation-text-holder.ts'
import { demonstrateConsultations } from './demonstrate.ts'
import { draftRoutes } from './drafting/draft-routes.tsx'
import { groupOfficeRoutes } from './groups/group-office-routes.tsx'
import { howGroupedRoute, likeGroupRoutes } from './groups/group-routes.tsx'
import { checkGroups, placeWaiting } from './groups/place-in-groups.ts'
import { homeEntries } from './home-view.ts'
import { importConsultationPlan } from './history/import-consultation-plan.ts'
import { publishedComments, receivedComments } from './ledger/comment-records.ts'
import { publishedCommentGroups } from './ledger/comment-group-records.ts'
import { publishedConsultations } from './ledger/consultation-records.ts'
import { deskRoutes } from './desk/desk-routes.tsx'
import { handOverComments } from './desk/assign-comment.ts'
import { openCommentsOf } from './desk/assignment-view.ts'
import { runBulkDeed } from './desk/run-bulk-deed.ts'
import { sendBulkLetters } from './desk/send-bulk-letters.ts'
import { runUndo } from './desk/undo-bulk-deed.ts'
import { moderationRoutes } from './moderation/moderation-routes.tsx'
import { officeTiles } from './office-tiles-view.ts'
import { commentRetention } from './own-data/comment-retention.ts'
import { eraseCommentAlone, eraseCommentsOf } from './own-data/erase-comments.ts'
import { hideNameOf, newLinksOf, renameIn } from './own-data/personal-comments.ts'
import { viewCommentOfCode, viewCommentOfRef, viewPersonalComments } from './own-data/personal-comments-view.ts'
import { coLedRoutes } from './notices/co-led-routes.tsx'
import { noticeOfficeRoutes } from './notices/notice-office-routes.tsx'
import { noticeRoutes } from './notices/notice-routes.tsx'
import { stakeholderRoutes } from './notices/stakeholder-routes.tsx'
import { stakeholderRetention, stakeholderSubjects } from './notices/stakeholder-subjects-view.ts'
import { stakeholderTable } from './notices/take-stakeholders.ts'
import { noticeUrls } from './notices/urls.ts'
import { forgetStakeholders } from './notices/write-stakeholder.ts'
import { consultationRegisters } from './open-data/consultation-registers.ts'
import { consultationPermissions } from './permissions.ts'
import { followedPlans } from './plan/followed-plans-view.ts'
import { publishedPlans } from './plan/plan-records.ts'
import { planRoutes } from './plan/plan-routes.tsx'
import { planSearch } from './plan/plan-search-view.ts'
import { planSubjects } from './plan/plan-subjects-view.ts'
import { publishedPlanRoutes } from './plan/published-plan-routes.tsx'
import { planTakeDown } from './plan/take-down-plan.ts'
import { PLAN_KIND } from './plan/plan-rules.ts'
import { questionRoutes } from './questions/question-routes.tsx'
import { resultsRoutes } from './questions/results-routes.tsx'
import { consultationSearch } from './search/search-sources.ts'
import { consultationSubjects, publicTitles } from './subjects-view.ts'
import { consultationTakeDowns } from './takedowns/take-down-records.ts'
import { changeValues } from './change-values-texts.ts'
import { historyWords } from './year/history-words-texts.ts'
import { textsIn } from './texts.ts'
import { tellOpenings } from './year/link-planned-act.ts'
import { yearOfficeRoutes } from './year/office-routes.tsx'
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
import { yearRoutes } from './year/year-routes.tsx'
import { PLANNED_ACT_KIND } from './year/year-rules.ts'
import { consultationUrls, officePlanUrls, officeUrls } from './urls.ts'

/** The door of the consultations: drafts opened to everyone, and what people say about them. */
export const consultations: Door = {
  name: 'consultations',
  permissions: consultationPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  subjects: { ...plannedActSubjects, ...consultationSubjects, ...stakeholderSubjects, ...planSubjects },
  routes(app, services, doors) {
    ownCommentRoutes(app, services)
    commentRoutes(app, services)
    publishedPlanRoutes(app, services, doors)
    yearRoutes(app, services, doors)
    howGroupedRoute(app, services)
    consultationRoutes(app, services, doors)
    draftRoutes(app, services)
    yearOfficeRoutes(app, services)
    planRoutes(app, services)
    questionRoutes(app, services)
    resultsRoutes(app, services)
    deskRoutes(app, services)
    likeGroupRoutes(app, services)
    groupOfficeRoutes(app, services)
    senderRoutes(app, services)
    entryRoutes(app, services, doors)
    splitRoutes(app, services, doors)
    deliveryRoutes(app, services, doors)
    thematicGroupRoutes(app, services)
    moderationRoutes(app, services)
    noticeRoutes(app, services, doors)
    noticeOfficeRoutes(app, services, doors)
    stakeholderRoutes(app, services)
    coLedRoutes(app, services)
  },
  jobs: (services) => ({
    'consultations.place-in-groups': () => placeWaiting(services),
    'consultations.check-groups': () => checkGroups(services),
    'consultations.erase-unconfirmed-comments': () => eraseUnconfirmedComments(services),
    'consultations.close-windows': () => closeWindows(services),
    'consultations.tell-openings': () => tellOpenings(services),
    'consultations.keep-move': (payload) => keepMove(services, payload),
    'consultations.tell-participants': ({ event }) => tellParticipants(services, String(event)),
    'consultations.bulk-deed': ({ deed }) => runBulkDeed(services, String(deed)),
    'consultations.bulk-undo': ({ deed }) => runUndo(services, String(deed)),
    'consultations.bulk-letters': ({ deed }) => sendBulkLetters(services, String(deed)),
  }),
  schedule: [
    { job: 'consultations.place-in-groups', at: '* * * * *' },
    { job: 'consultations.check-groups', at: '50 2 * * *' },
    { job: 'consultations.erase-unconfirmed-comments', at: '20 2 * * *' },
    { job: 'consultations.close-windows', at: '*/5 * * * *' },
    { job: 'consultations.tell-openings', at: '*/5 * * * *' },
  ],
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
  texts: [consultationTexts],
  search: [...consultationSearch, plannedActSearch, planSearch],
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
  followed: [followedConsultations, followedPlannedActs, followedPlans],
  takedowns: { ...consultationTakeDowns, [PLANNED_ACT_KIND]: plannedActTakeDown, [PLAN_KIND]: planTakeDown },
  records: [
    publishedConsultations,
    publishedPlannedActs,
    publishedPlans,
    publishedComments,
    receivedComments,
    publishedCommentGroups,
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
    retention: [...commentRetention, forgottenSplits, { ...stakeholderRetention, forget: forgetStakeholders }],
  },
  changeWords: {
    sq: { ...historyWords('sq'), values: changeValues('sq') },
    en: { ...historyWords('en'), values: changeValues('en') },
  },
  importers: { 'consultation-plan': importConsultationPlan },
}
