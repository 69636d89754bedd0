import type { Door } from '#platform/door.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actRoutes } from './act-routes.tsx'
import { amendmentRoutes } from './amendment-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { settingsRoutes } from './settings-routes.tsx'

export type MakingRoom = { services: Services; doors: readonly Door[] }

/** From the vote to the number, in the office. The address of one act stands behind all that have a word of their own. */
export function makingRoutes(app: WebApp, room: MakingRoom): void {
  listRoutes(app, room)
  settingsRoutes(app, room)
  actRoutes(app, room)
  amendmentRoutes(app, room)
}
