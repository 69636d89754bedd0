import { givenAct } from '#modules/council-acts/testing.ts'
import { givenReview, givenTransmittal } from '#modules/council-acts/review/testing.ts'
import { deskUrls, reviewUrls as urls } from '#modules/council-acts/review/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/**
 * Letters to the authority in each of their states, the review of one act, and the desk of the authority, where the secretary
 * of Bregas sits for this test.
 */
export const actReviewPages: RoomPages = async (program) => {
  const { db } = program
  const services = { ...testServices(db), clock: systemClock }
  const institution = 'bregas'
  const year = systemClock.now().getUTCFullYear()
  const wish = { institution, year: year - 1, adoptedOn: `${year - 1}-10-05` }
  const act = (serial: number) => givenAct(services, { ...wish, serial })
  const [draft, sent, received] = [
    await givenTransmittal(services, { institution, state: 'draft', acts: [await act(901)] }),
    await givenTransmittal(services, { institution, acts: [await act(902), await act(903)] }),
    await givenTransmittal(services, { institution, state: 'received', acts: [await act(904)] }),
  ]
  const [waiting, reviewed] = [await act(905), await act(906)]
  await givenReview(services, reviewed)
  const authority = await db<{ id: string }[]>`
    insert into platform.roles (account_id, role, institution_id, valid_from)
    select distinct held.account_id, 'supervising-authority', other.id, now() - interval '1 hour'
    from platform.roles as held
    join platform.institutions as own on own.id = held.institution_id and own.slug = 'bregas'
    join platform.institutions as other on other.slug = 'fushas'
    where held.role = 'council-secretary' returning id`
  if (authority.length === 0) throw new Error('Bregas has no secretary of its council')
  const at = { institution, authority: 'fushas' }
  const toDesk = await givenTransmittal(services, { ...at, acts: [await act(907)] })
  const known = await act(908)
  const atDesk = await givenTransmittal(services, { ...at, state: 'received', acts: [known] })
  const desk = [
    { path: deskUrls.list() },
    { path: deskUrls.one(toDesk.id) },
    { path: deskUrls.receive(toDesk.id), status: 422, fields: { versioni: '2' } },
    { path: deskUrls.one(atDesk.id) },
    { path: deskUrls.verdicts(atDesk.id), status: 422, fields: { pergjigjja: 'returned', arsyet: '' } },
    { path: deskUrls.act(atDesk.id, known.id) },
    { path: deskUrls.one(NOBODY), status: 404 },
  ]
  const office = [
    { path: urls.list() },
    { path: `${urls.list()}?gjendja=sent&viti=${year}` },
    { path: urls.create() },
    { path: urls.create(), status: 422, fields: { institucioni: waiting.institutionId, organi: '' } },
    { path: urls.one(draft.id) },
    { path: urls.change(draft.id) },
    { path: urls.send(draft.id), status: 422, fields: { versioni: '1', 'dergimi-day': '' } },
    { path: urls.one(sent.id) },
    { path: urls.receive(sent.id), status: 422, fields: { versioni: '2' } },
    { path: urls.withdraw(sent.id), status: 422, fields: { versioni: '2', 'arsyeja-terheqjes': '' } },
    { path: urls.one(received.id) },
    { path: urls.verdicts(received.id), status: 422, fields: { pergjigjja: 'returned', arsyet: '' } },
    { path: urls.one(NOBODY), status: 404 },
    { path: urls.act(waiting.id) },
    { path: urls.act(reviewed.id) },
    { path: urls.verdict(waiting.id), status: 422, fields: { pergjigjja: 'not-needed', arsyet: '' } },
  ]
  return { secretary: [...office, ...desk], auditor: [{ path: urls.list() }, { path: urls.one(sent.id) }] }
}
