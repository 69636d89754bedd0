import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actReviewRoutes } from './act-review-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { transmittalRoutes } from './transmittal-routes.tsx'

/** The review of legality: letters of the institution, the desk of the authority, what is entered of one act. */
export function reviewRoutes(app: WebApp, { services }: { services: Services }): void {
  transmittalRoutes(app, services)
  deskRoutes(app, services)
  actReviewRoutes(app, services)
}
