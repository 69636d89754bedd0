import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { invitationsRoutes } from './invitations-routes.tsx'
import { invitedRoutes } from './invited-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** All addresses of who is called, who asks to come, and who writes to a councillor. */
export function callingRoutes(app: WebApp, { services }: { services: Services }): void {
  invitedRoutes(app, services)
  writeRoutes(app, services)
  invitationsRoutes(app, services)
  invitationRoutes(app, services)
}
