import { givenPlan, given, givenVersion, SMALL_SCOPE } from '#modules/consultations/plan/plan-testing.ts'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { linkPlan } from '#modules/consultations/plan/link-plan.ts'
import { officePlanUrls as urls, planUrls } from '#modules/consultations/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Plans of consultations in every state that has a look of its own. */
export const planPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const institution = 'bregas'
  const measure = 'Ftesat dalin tre javë përpara.'
  const draft = await givenPlan(services, { institution })
  const standing = await givenPlan(services, { institution, published: true, measure })
  await given(services, standing.coordinator, standing.id, {
    section: 1,
    content: { ...SMALL_SCOPE, notes: ['Viti i mbylljes nuk dihet ende.'] },
  })
  await givenVersion(services, standing.coordinator, standing.id)
  const linked = await givenPlan(services, { institution, published: true })
  const consultation = await givenConsultation(services, { institution })
  await linkPlan(services, linked.coordinator, { id: linked.id, consultationId: consultation.id, move: 'link' })
  const sections = [1, 2, 3, 4, 5].map((section) => ({ path: urls.section(draft.id, section) }))
  return {
    anonymous: [
      { path: planUrls.one(standing.id) },
      { path: planUrls.version(standing.id, 1) },
      { path: planUrls.ofConsultation(consultation.slug) },
      { path: planUrls.one(draft.id), status: 404 },
    ],
    official: [
      { path: urls.list() },
      { path: `${urls.list()}?gjendja=taken-down` },
      { path: urls.create() },
      { path: urls.create(), fields: { institucioni: '', titulli: 'Pa', lloji: '' }, status: 422 },
      { path: urls.one(draft.id) },
      { path: urls.one(standing.id) },
      { path: urls.one(linked.id) },
      { path: urls.one(NOBODY), status: 404 },
      ...sections,
      { path: urls.section(draft.id, 1), fields: { versioni: '1', titulli: '', 'audienca-1-lloji': '2' }, status: 422 },
      {
        path: urls.section(draft.id, 1),
        fields: {
          versioni: '1',
          titulli: 'Emër tjetër',
          lloji: 'plan',
          'audienca-1-emri': 'Publiku',
          'audienca-1-lloji': '2',
        },
        status: 409,
      },
      { path: urls.section(draft.id, 2), fields: { versioni: '1', veprimi: 'shto-urdher' } },
      { path: urls.publish(draft.id), fields: { gjendja: '9.9.9.9.9' }, status: 409 },
    ],
  }
}
