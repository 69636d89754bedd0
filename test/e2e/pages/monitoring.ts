import { givenMonitoring, judging, publish, write } from '#modules/consultations/monitoring/monitoring-testing.ts'
import { monitoringUrls, officeMonitoringUrls as urls } from '#modules/consultations/monitoring/urls.ts'
import { givenPlan } from '#modules/consultations/plan/plan-testing.ts'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The monitoring of a consultation in every state that has a look of its own. */
export const monitoringPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const institution = 'bregas'
  const public_ = await givenMonitoring(services, { institution, published: true })
  const corrected = { corrected: 12, reason: 'Lista e takimit të parë u mbajt në letër.', adequate: true }
  await write(services, public_, judging('participants', corrected))
  await publish(services, public_, 'U gjet lista e takimit të parë.')
  const saved = await givenMonitoring(services, { institution, saved: true })
  const unlinked = await givenPlan(services, { institution, published: true })
  const alone = await givenConsultation(services, { institution })
  return {
    anonymous: [
      { path: monitoringUrls.one(public_.id) },
      { path: monitoringUrls.version(public_.id, 1) },
      { path: monitoringUrls.one(saved.id), status: 404 },
    ],
    official: [
      { path: urls.list() },
      { path: urls.one(public_.id) },
      { path: urls.one(saved.id) },
      { path: urls.one(unlinked.id) },
      { path: urls.one(saved.id), fields: { versioni: '1', 'tregues-methods-saktesuar': '4' }, status: 422 },
      { path: urls.one(saved.id), fields: { versioni: '9' }, status: 409 },
      { path: urls.publication(saved.id) },
      { path: urls.publication(public_.id) },
      { path: urls.publication(saved.id), fields: { gjendja: '1.0' }, status: 409 },
      { path: urls.ofConsultation(alone.id) },
    ],
  }
}
