import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { attendanceRoutes } from './attendance/attendance-routes.tsx'
import { copiesRoutes } from './copies/copies-routes.tsx'
import { officeMinutesRoutes } from './office/minutes-routes.tsx'
import { publicMinutesRoutes } from './public/minutes-routes.tsx'
import { votesRoutes } from './votes/votes-routes.tsx'

/** Minutes, votes and attendance. Hung up before the pages of single meetings and councillors. */
export function minutesRoutes(app: WebApp, services: Services): void {
  votesRoutes(app, services)
  attendanceRoutes(app, services)
  publicMinutesRoutes(app, services)
  officeMinutesRoutes(app, services)
  copiesRoutes(app, services)
}
