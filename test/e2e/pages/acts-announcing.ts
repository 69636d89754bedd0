import { announcingUrls as urls } from '#modules/council-acts/announcing/urls.ts'
import { givenActText, givenRelation } from '#modules/council-acts/reading/testing.ts'
import { relationUrls } from '#modules/council-acts/relations/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const HIDDEN = { restricted: true, publicTitle: 'Për një ndihmë', restrictedGround: 'Të dhëna personale' }

/** Announcing, relations and states of acts in the office, in every state. */
export const actsAnnouncingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const given = (wish: object = {}) => givenAct(services, { institution: 'bregas', ...wish })
  const [draft, numbered] = [await given({ state: 'draft' }), await given({ state: 'numbered' })]
  await givenActText(services, numbered)
  const [act, changing] = [await given({ inForceFrom: '2026-10-17' }), await given({ inForceFrom: '2026-10-20' })]
  await givenActText(services, act)
  const wish = { other: act, effectiveOn: '2026-10-20', byArticles: '1', ofArticles: '2' }
  const relation = await givenRelation(services, changing, wish)
  const doubt = await givenRelation(services, changing, { other: 'Vendimi nr. 7', kind: 'repeals', state: 'doubt' })
  const individual = await given({ nature: 'individual', ...HIDDEN })
  const stale = { versioni: '999' }
  const secretary = [
    ...[draft, numbered, act, individual].map(({ id }) => ({ path: urls.page(id) })),
    { path: urls.page(NOBODY), status: 404 },
    { path: urls.page(numbered.id), status: 422, fields: { 'shpallur-day': '31', 'shpallur-month': '2' } },
    { path: urls.forceDay(individual.id), status: 422, fields: { 'dita-fuqi-neni': '' } },
    { path: urls.notifications(individual.id), status: 422, fields: { marresi: 'x' } },
    { path: urls.postings(act.id), status: 422, fields: { 'vendi-afishimit': '' } },
    { path: urls.restriction(act.id), status: 422, fields: { 'titulli-kufizuar': '' } },
    { path: urls.opening(individual.id), status: 422, fields: { 'arsyeja-hapjes': '' } },
    { path: urls.correction(act.id), status: 422, fields: { titulli: '' } },
    { path: urls.suspension(act.id), status: 422, fields: { 'arsyeja-pezullimit': '' } },
    { path: relationUrls.doubts() },
    { path: relationUrls.page(draft.id) },
    { path: relationUrls.page(act.id) },
    { path: `${relationUrls.page(changing.id)}?kerkimi=${act.serial}` },
    { path: relationUrls.page(changing.id), status: 422, fields: { lloji: '', nenet: '2' } },
    {
      path: relationUrls.confirm(changing.id, doubt),
      status: 409,
      fields: { ...stale, lloji: 'repeals', fjale: 'Vendimi' },
    },
    { path: relationUrls.drop(changing.id, relation), status: 422, fields: { arsyeja: 'x' } },
    { path: relationUrls.states(draft.id) },
    { path: relationUrls.states(act.id) },
    { path: relationUrls.states(act.id), status: 422, fields: { pse: 'consolidated' } },
  ]
  return { secretary, auditor: [{ path: urls.page(individual.id) }, { path: relationUrls.page(changing.id) }] }
}
