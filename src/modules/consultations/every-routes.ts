import type { Door } from '#platform/door.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { officeAnswerRoutes } from './answers/office-answer-routes.tsx'
import { publicAnswerRoutes } from './answers/public-answer-routes.tsx'
import { reasonRoutes } from './answers/reason-routes.tsx'
import { answerWorkRoutes } from './answers/work-routes.tsx'
import { commentRoutes } from './comments/comment-routes.tsx'
import { ownCommentRoutes } from './comments/own-comment-routes.tsx'
import { consultationRoutes } from './consultation-routes.tsx'
import { deskRoutes } from './desk/desk-routes.tsx'
import { draftersRoutes } from './drafters/drafters-routes.tsx'
import { draftRoutes } from './drafting/draft-routes.tsx'
import { effectOfficeRoutes } from './effects/office-routes.tsx'
import { publicEffectRoutes } from './effects/public-effects-routes.tsx'
import { deliveryRoutes } from './entry/delivery-routes.tsx'
import { entryRoutes } from './entry/entry-routes.tsx'
import { thematicGroupRoutes } from './entry/group-routes.tsx'
import { senderRoutes } from './entry/sender-routes.tsx'
import { splitRoutes } from './entry/split-routes.tsx'
import { groupOfficeRoutes } from './groups/group-office-routes.tsx'
import { howGroupedRoute, likeGroupRoutes } from './groups/group-routes.tsx'
import { moderationRoutes } from './moderation/moderation-routes.tsx'
import { monitoringRoutes } from './monitoring/monitoring-routes.tsx'
import { publishedMonitoringRoutes } from './monitoring/published-monitoring-routes.tsx'
import { coLedRoutes } from './notices/co-led-routes.tsx'
import { noticeOfficeRoutes } from './notices/notice-office-routes.tsx'
import { noticeRoutes } from './notices/notice-routes.tsx'
import { stakeholderRoutes } from './notices/stakeholder-routes.tsx'
import { planRoutes } from './plan/plan-routes.tsx'
import { publishedPlanRoutes } from './plan/published-plan-routes.tsx'
import { questionRoutes } from './questions/question-routes.tsx'
import { resultsRoutes } from './questions/results-routes.tsx'
import { complaintRoutes } from './register/complaint-routes.tsx'
import { registerRoutes } from './register/register-routes.tsx'
import { conclusionRoutes } from './report/conclusion-routes.tsx'
import { matrixRoutes } from './report/matrix-routes.tsx'
import { reportRoutes } from './report/report-routes.tsx'
import { paperRoutes } from './telling/papers-routes.tsx'
import { ratingRoutes } from './telling/rating-routes.tsx'
import { satisfactionRoutes } from './telling/satisfaction-routes.tsx'
import { yearReportOfficeRoutes } from './transparency/office-routes.tsx'
import { yearReportRoutes } from './transparency/year-report-routes.tsx'
import { yearOfficeRoutes } from './year/office-routes.tsx'
import { yearRoutes } from './year/year-routes.tsx'

type Routes = (app: WebApp, services: Services, doors: readonly Door[]) => void

/** In an order that counts: words of an address stand before what takes any word (`/konsultime/:slug`). */
export const everyRoute: Routes = (app, services, doors) => {
  first(app, services, doors)
  then(app, services, doors)
}

const first: Routes = (app, services, doors) => {
  ownCommentRoutes(app, services)
  ratingRoutes(app, services)
  satisfactionRoutes(app, services)
  paperRoutes(app, services)
  publicAnswerRoutes(app, services)
  commentRoutes(app, services)
  publishedMonitoringRoutes(app, services)
  publishedPlanRoutes(app, services, doors)
  yearRoutes(app, services, doors)
  yearReportRoutes(app, services)
  howGroupedRoute(app, services)
  registerRoutes(app, services)
  complaintRoutes(app, services)
  consultationRoutes(app, services, doors)
  answerWorkRoutes(app, services)
  officeAnswerRoutes(app, services)
  reasonRoutes(app, services)
  draftersRoutes(app, services)
  draftRoutes(app, services)
  yearOfficeRoutes(app, services)
  yearReportOfficeRoutes(app, services)
}

const then: Routes = (app, services, doors) => {
  monitoringRoutes(app, services)
  planRoutes(app, services)
  questionRoutes(app, services)
  resultsRoutes(app, services)
  matrixRoutes(app, services)
  reportRoutes(app, services)
  conclusionRoutes(app, services)
  deskRoutes(app, services)
  likeGroupRoutes(app, services)
  publicEffectRoutes(app, services)
  effectOfficeRoutes(app, services)
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
}
