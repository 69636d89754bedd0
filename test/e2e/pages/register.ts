import { registerUrls as urls } from '#modules/consultations/register/urls.ts'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { threadUrls } from '#platform/links/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The register of drafts and consultations, the thread of a matter, and the complaint about a consultation. */
export const registerPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const albanian = await givenConsultation(services, { institution: 'bregas', basisRule: 'AL-CONS-NOTICE' })
  const kosovar = await givenConsultation(services, { institution: 'fushas' })
  await givenPlannedAct(services, { institution: 'bregas', year: 2037, published: true, consultation: albanian.id })
  const ref = (id: string) => `consultations.consultation:${id}`
  return {
    anonymous: [
      { path: urls.list() },
      { path: `${urls.list()}?institucioni=bregas&renditja=numri` },
      { path: `${urls.list()}?q=zz&gjendja=open` },
      { path: `${urls.list()}?viti=1990&raporti=po` },
      { path: `${urls.list()}?institucioni=askund`, status: 404 },
      { path: urls.complaint(albanian.slug) },
      { path: urls.complaint(kosovar.slug) },
      { path: urls.complaint('bregas-1990-1'), status: 404 },
      { path: threadUrls.of(ref(albanian.id)) },
      { path: threadUrls.of(ref(kosovar.id)) },
      { path: threadUrls.page(), status: 404 },
    ],
  }
}
