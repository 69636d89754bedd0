import { randomUUID } from 'node:crypto'
import { givenAct } from '#modules/council-acts/testing.ts'
import { enterReturn } from '#modules/council-acts/signing/return-act.ts'
import { givenMayorMayReturn } from '#modules/council-acts/signing/testing.ts'
import { signingUrls as urls } from '#modules/council-acts/signing/urls.ts'
import { actOfficeUrls } from '#modules/council-acts/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Signing of acts in every state that has a look of its own, and the return by the mayor. */
export const actsSigningPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const institution = 'bregas'
  await givenMayorMayReturn(services, institution)
  const [draft, numbered, announced, returned] = [
    await givenAct(services, { institution, state: 'draft' }),
    await givenAct(services, { institution, state: 'numbered' }),
    await givenAct(services, { institution, state: 'announced' }),
    await givenAct(services, { institution, state: 'numbered' }),
  ]
  const order = { returnedOn: '2026-10-06', reasons: 'Bie ndesh me buxhetin e miratuar.', protocol: '118' }
  await enterReturn(services, returned.id, order, { by: 'program', seen: null, formId: randomUUID() })
  const secretary = [
    ...[draft, numbered, announced].map(({ id }) => ({ path: actOfficeUrls.signing(id) })),
    { path: actOfficeUrls.signing(NOBODY), status: 404 },
    { path: actOfficeUrls.signing(numbered.id), status: 422, fields: { kryesuesi: '' } },
    { path: urls.file(numbered.id), status: 422, fields: { menyra: '' } },
    { path: urls.mayorReturn(numbered.id) },
    { path: urls.mayorReturn(announced.id) },
    { path: urls.mayorReturn(returned.id) },
    { path: urls.mayorReturn(numbered.id), status: 422, fields: { arsyet: '' } },
    { path: urls.outcome(returned.id), status: 422, fields: { vendosi: '' } },
  ]
  return { secretary, auditor: [{ path: actOfficeUrls.signing(announced.id) }] }
}
