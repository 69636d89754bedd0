import { authSchedule } from '#platform/auth/auth-jobs.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import { fileSchedule } from '#platform/documents/sweep-files.ts'
import type { Door } from '#platform/door.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { mailSchedule } from '#platform/mail/mail-jobs.ts'
import type { Services } from '#platform/services.ts'
import { HealthPage } from './health-page.tsx'
import { viewHealth } from './health-view.ts'
import { viewLastCheck } from './last-check-view.ts'
import { healthPermissions as may } from './permissions.ts'

export function healthPageRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', '/zyra/gjendja', may['health.read'], async (c, official) => {
    // It is the state of the whole installation: an auditor of one institution does not see the others' letters counted.
    if (institutionsWhere(official, may['health.read']) !== null) throw new Refused(403, 'not-permitted')
    const ofSubjects = doors.flatMap((door) => door.schedule ?? [])
    const view = await viewHealth(services, [...authSchedule, ...fileSchedule, ...mailSchedule, ...ofSubjects])
    const page = pageOf(c, services, null)
    const check = await viewLastCheck(services, doors, page.lang)
    return html(c, <HealthPage page={page} view={view} check={check} />)
  })
}
