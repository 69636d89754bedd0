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
import { followedConsultations } from './following/followed-view.ts'
import { consultationTexts } from './consultation-text-holder.ts'
import { demonstrateConsultations } from './demonstrate.ts'
import { draftRoutes } from './drafting/draft-routes.tsx'
import { homeEntries } from './home-view.ts'
import { importConsultationPlan } from './history/import-consultation-plan.ts'
import { publishedComments, receivedComments } from './ledger/comment-records.ts'
import { publishedConsultations } from './ledger/consultation-records.ts'
import { moderationRoutes } from './moderation/moderation-routes.tsx'
import { officeTiles } from './office-tiles-view.ts'
import { commentRetention } from './own-data/comment-retention.ts'
import { eraseCommentAlone, eraseCommentsOf } from './own-data/erase-comments.ts'
import { hideNameOf, newLinksOf, renameIn } from './own-data/personal-comments.ts'
import { viewCommentOfCode, viewCommentOfRef, viewPersonalComments } from './own-data/personal-comments-view.ts'
import { consultationRegisters } from './open-data/consultation-registers.ts'
import { consultationPermissions } from './permissions.ts'
import { consultationSearch } from './search/search-sources.ts'
import { consultationSubjects, publicTitles } from './subjects-view.ts'
import { consultationTakeDowns } from './takedowns/take-down-records.ts'
import { changeValues } from './change-values-texts.ts'
import { textsIn } from './texts.ts'
import { consultationUrls, officeUrls } from './urls.ts'

/** The door of the consultations: drafts opened to everyone, and what people say about them. */
export const consultations: Door = {
  name: 'consultations',
  permissions: consultationPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  subjects: consultationSubjects,
  routes(app, services) {
    ownCommentRoutes(app, services)
    commentRoutes(app, services)
    consultationRoutes(app, services)
    draftRoutes(app, services)
    moderationRoutes(app, services)
  },
  jobs: (services) => ({
    'consultations.erase-unconfirmed-comments': () => eraseUnconfirmedComments(services),
    'consultations.close-windows': () => closeWindows(services),
    'consultations.keep-move': (payload) => keepMove(services, payload),
    'consultations.tell-participants': ({ event }) => tellParticipants(services, String(event)),
  }),
  schedule: [
    { job: 'consultations.erase-unconfirmed-comments', at: '20 2 * * *' },
    { job: 'consultations.close-windows', at: '*/5 * * * *' },
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
  search: consultationSearch,
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
        href: officeUrls.comments(),
        label: { sq: textsIn('sq').menuComments, en: textsIn('en').menuComments },
        roles: consultationPermissions['comments.read'],
      },
    ],
  },
  demonstrate: demonstrateConsultations,
  followed: [followedConsultations],
  takedowns: consultationTakeDowns,
  records: [publishedConsultations, publishedComments, receivedComments],
  datasets: consultationRegisters,
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
    retention: commentRetention,
  },
  changeWords: {
    sq: { ...textsIn('sq').changeWords, values: changeValues('sq') },
    en: { ...textsIn('en').changeWords, values: changeValues('en') },
  },
  importers: { 'consultation-plan': importConsultationPlan },
}
