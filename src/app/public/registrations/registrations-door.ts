import type { Door } from '#platform/door.ts'
import { doorRoutes } from '../../office/registrations/door-routes.tsx'
import { registrationRoutes } from './registration-routes.tsx'

/** The door of registering: to come, and to speak, wherever a module lends its records to it. */
export const registrationsRoom: Door = {
  name: 'registrations',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes(app, services, doors) {
    const holders = doors.flatMap(({ registrations = [] }) => registrations)
    registrationRoutes(app, { services, holders })
    for (const holder of holders) doorRoutes(app, { services, holder })
  },
}
