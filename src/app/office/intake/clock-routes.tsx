import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { typedOf } from '#platform/http/form.ts'
import { readForm } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { chooseCaseClock } from '#platform/intake/choose-case-clock.ts'
import { extendCaseClock } from '#platform/intake/extend-case-clock.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { pauseCaseClock, resumeCaseClock } from '#platform/intake/pause-case-clock.ts'
import type { Services } from '#platform/services.ts'
import { readReason, readVersion } from './case-form.ts'
import { answer, casePage, idOf } from './case-routes.tsx'
import { CLOCK_FIELDS, EXTENSION_FIELDS, readClockChoice, readExtension } from './clock-form.ts'
import { intakeUrls } from './urls.ts'

/** The clock of one case: what it runs by, longer, stopped, on again. */
export function clockRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', intakeUrls.clock(':id'), may['cases.keep'], async (c, official) => {
    const form = await readForm(c)
    const choice = readClockChoice(c.get('lang'), form)
    if (!choice.ok) return casePage(c, services, official, { ...choice, status: 422 })
    const order = { caseId: idOf(c), version: readVersion(form), choice: choice.value }
    const outcome = await chooseCaseClock(services, official, order)
    return answer(c, services, official, outcome, 'afati', 'lloji', typedOf(form, CLOCK_FIELDS))
  })

  officeRoute(app, 'POST', intakeUrls.extend(':id'), may['cases.answer'], async (c, official) => {
    const form = await readForm(c)
    const wish = readExtension(c.get('lang'), form)
    if (!wish.ok) return casePage(c, services, official, { ...wish, status: 422 })
    const order = { caseId: idOf(c), version: readVersion(form), ...wish.value }
    const outcome = await extendCaseClock(services, official, order)
    return answer(c, services, official, outcome, 'zgjatur', 'zgjatja-dite', typedOf(form, EXTENSION_FIELDS))
  })

  officeRoute(app, 'POST', intakeUrls.pause(':id'), may['cases.answer'], (c, official) =>
    turn(c, services, official, { field: 'pezullimi', deed: pauseCaseClock, done: 'pezulluar' }),
  )
  officeRoute(app, 'POST', intakeUrls.resume(':id'), may['cases.answer'], (c, official) =>
    turn(c, services, official, { field: 'vijimi', deed: resumeCaseClock, done: 'vijuar' }),
  )
}

type Turn = { field: string; deed: typeof pauseCaseClock; done: string }

async function turn(c: WebContext, services: Services, official: Official, what: Turn): Promise<Response> {
  const { field, deed, done } = what
  const form = await readForm(c)
  const ground = readReason(c.get('lang'), form, field)
  if (!ground.ok) return casePage(c, services, official, { ...ground, status: 422 })
  const order = { caseId: idOf(c), version: readVersion(form), ground: ground.value }
  const outcome = await deed(services, official, order)
  return answer(c, services, official, outcome, done, field, typedOf(form, [field]))
}
