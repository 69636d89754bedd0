import { givenCouncil } from '#modules/council/people/testing.ts'
import { peopleOfficeUrls as urls, peopleUrls } from '#modules/council/people/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** The people of councils, for everybody and in the office. */
export const councilPeoplePages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const given = await givenCouncil(services, { institution: 'bregas', members: 5, seats: 7 })
  const [first] = given.members
  const [id, slug] = [first?.id ?? '', first?.slug ?? '']
  const [held] = await program.db<{ id: string }[]>`select id from council.mandates where person_id = ${id}`
  const mandate = held?.id ?? ''
  const everybody = [
    { path: peopleUrls.list() },
    { path: `${peopleUrls.list()}?institucioni=bregas&partia=none&mandati=${given.termId}` },
    { path: peopleUrls.one(slug) },
    { path: peopleUrls.one('askush-fare'), status: 404 },
    { path: `${peopleUrls.bodies()}?institucioni=bregas` },
    { path: peopleUrls.body(given.bodyId) },
    { path: `${peopleUrls.body(given.commissionIds[0])}?dita=2020-01-01` },
    { path: peopleUrls.elections() },
    { path: peopleUrls.staff() },
    { path: peopleUrls.payments() },
    { path: peopleUrls.affiliations() },
  ]
  const registers = ['partite', 'sekretaria', 'pagesat', 'anetaresimet'].flatMap((register) => [
    { path: urls.register(register) },
    { path: urls.newEntry(register) },
    { path: urls.newEntry(register), status: 422, fields: { emri: '' } },
  ])
  const office = [
    { path: urls.home() },
    { path: urls.list() },
    { path: `${urls.list()}?gjendja=draft` },
    { path: urls.create() },
    { path: urls.create(), status: 422, fields: { emri: '' } },
    { path: urls.publishMany() },
    { path: urls.publishMany(), status: 422, fields: { tjeter: '1' } },
    { path: urls.one(id) },
    { path: urls.one(NOBODY), status: 404 },
    { path: urls.change(id) },
    { path: urls.change(id), status: 422, fields: { emri: '' } },
    { path: urls.publish(id), status: 409, fields: { versioni: '1' } },
    { path: urls.mandates(id), status: 422, fields: { mandati: '' } },
    { path: urls.endMandate(id, mandate) },
    { path: urls.endMandate(id, mandate), status: 422, fields: { arsyeja: '' } },
    { path: urls.terms() },
    { path: urls.newTerm() },
    { path: urls.newTerm(), status: 422, fields: { titulli: '' } },
    { path: urls.term(given.termId) },
    { path: urls.changeTerm(given.termId) },
    { path: urls.changeTerm(given.termId), status: 422, fields: { vende: 'shumë' } },
    { path: urls.pairs() },
    ...registers,
    { path: urls.entry('partite', given.partyIds[0] ?? '') },
  ]
  return { anonymous: everybody, secretary: office, auditor: [{ path: urls.list() }, { path: urls.one(id) }] }
}
