import { listAmendments } from '#modules/council-acts/making/making-queries.ts'
import { givenAdoptedAct } from '#modules/council-acts/making/testing.ts'
import { makingUrls as urls } from '#modules/council-acts/making/urls.ts'
import { actOfficeUrls as office } from '#modules/council-acts/urls.ts'
import { givenAdoptedVote } from '#modules/council/sitting/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Acts in the office, in every state between the vote and the number. */
export const actsMakingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const institution = 'bregas'
  const amendments = [{ article: 'Neni 2', words: 'Tarifa bëhet 150 lekë.' }]
  const given = (until: 'draft' | 'laid' | 'confirmed' | 'numbered') =>
    givenAdoptedAct(services, null, { institution, until, ...(until === 'confirmed' ? {} : { amendments: [] }) })
  const { voteId } = await givenAdoptedVote(services, { institution, amendments })
  const [draft, numbered] = [await given('draft'), await given('numbered')]
  const amended = await givenAdoptedAct(services, null, { institution, until: 'laid', amendments })
  const [amendment] = await listAmendments(program.db, amended.id)
  const key = amendment?.id ?? ''
  const confirmed = await given('confirmed')
  const stale = { versioni: '999' }
  const secretary = [
    { path: office.list() },
    { path: `${office.list()}?gjendja=void&q=asgje&viti=1999` },
    { path: office.adopted() },
    { path: office.adopted(), status: 422, fields: { votimi: voteId } },
    { path: urls.create() },
    { path: urls.create(), status: 422, fields: { titulli: '', mbyllur: 'po' } },
    { path: office.act(draft.id) },
    { path: office.act(confirmed.id) },
    { path: office.act(numbered.id) },
    { path: office.act(NOBODY), status: 404 },
    { path: urls.change(draft.id) },
    { path: urls.change(draft.id), status: 422, fields: { titulli: '' } },
    { path: urls.number(draft.id), status: 409, fields: stale },
    { path: urls.voidNumber(numbered.id), status: 422, fields: { 'arsyeja-anulimit': '' } },
    { path: urls.documents(draft.id), status: 422, fields: { 'titulli-dok': '' } },
    { path: office.amendments(draft.id) },
    { path: office.amendments(amended.id) },
    { path: office.amendments(confirmed.id) },
    { path: office.amendments(amended.id), status: 422, fields: { 'shto-fjalet': '' } },
    { path: urls.takeText(draft.id), status: 422, fields: { burimi: 'asgje' } },
    { path: urls.layText(amended.id), status: 409, fields: stale },
    { path: urls.amendment(amended.id, key), status: 422, fields: { [`si-${key}`]: 'no-words' } },
    { path: urls.confirm(amended.id), status: 409, fields: stale },
    { path: urls.reopen(confirmed.id), status: 422, fields: { 'arsyeja-rihapjes': '' } },
    { path: office.text(draft.id) },
    { path: office.text(amended.id) },
    { path: office.settings() },
    { path: office.settings(), status: 403, fields: {} },
  ]
  return { secretary, auditor: [{ path: office.list() }, { path: office.act(draft.id) }] }
}
