import { givenAct } from '#modules/council-acts/testing.ts'
import { actOfficeUrls, actUrls } from '#modules/council-acts/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The register of acts with its gaps, for everybody and in the office. */
export const actRegisterPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  for (const serial of [1, 4, 5])
    await givenAct(services, { institution: 'bregas', year: 2013, serial, title: `Për rregullat nr. ${serial}` })
  await givenAct(services, {
    institution: 'bregas',
    year: 2013,
    serial: 6,
    title: 'Ndihmë për një person me emër',
    restricted: true,
    publicTitle: 'Ndihmë për një familje',
    restrictedGround: 'Përmend një person privat',
  })
  const register = actUrls.register()
  const everybody = [
    { path: register },
    { path: `${register}?institucioni=bregas&viti=2013&renditja=numri` },
    { path: `${register}?q=rregullat` },
    { path: `${register}?q=4%2F2013` },
    { path: `${register}?q=x` },
    { path: `${register}?viti=1999` },
    { path: `${register}?faqja=900` },
    { path: `${register}?institucioni=asgje`, status: 404 },
    { path: actUrls.gaps() },
    { path: `${actUrls.gaps()}?institucioni=bregas&viti=2013` },
    { path: `${actUrls.gaps()}?institucioni=asgje`, status: 404 },
  ]
  const gap = { institucioni: 'bregas', viti: '2013', radha: '', boshlleku: '2', versioni: '0', numrat: '2–3' }
  const office = [
    { path: actOfficeUrls.gaps() },
    { path: actOfficeUrls.gaps(), status: 422, fields: { ...gap, fjalet: 'x' } },
    { path: actOfficeUrls.gaps(), status: 409, fields: { ...gap, numrat: '4', fjalet: 'Nuk u përdor.' } },
  ]
  return { anonymous: everybody, secretary: office, auditor: [{ path: actOfficeUrls.gaps() }] }
}
