import type { Door } from '#platform/door.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { agendaRoutes } from './agenda-routes.tsx'
import { besideRoutes } from './beside-routes.tsx'
import { meetingRoutes } from './meeting-routes.tsx'
import { paperRoutes } from './paper-routes.tsx'

/** Papers, meetings and their agenda in the office. */
export function conveningRoutes(app: WebApp, room: { services: Services; doors: readonly Door[] }): void {
  meetingRoutes(app, room.services)
  agendaRoutes(app, room.services)
  besideRoutes(app, room.services)
  paperRoutes(app, room)
}
