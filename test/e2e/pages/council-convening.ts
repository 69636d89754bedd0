import { listAgenda } from '#modules/council/convening/meeting-queries.ts'
import { givenBody, givenMeeting, givenPaper } from '#modules/council/convening/testing.ts'
import { conveningUrls as urls } from '#modules/council/convening/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const CLOSED = { closed: true, publicTitle: 'Çështje personeli', closedReason: 'Të dhëna personale' }

/** Papers and meetings of the council as the office prepares them. */
export const councilConveningPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const body = await givenBody(services, { institution: 'bregas' })
  const [paper, other] = [await givenPaper(services, body), await givenPaper(services, body)]
  const hearing = { kind: 'hearing', speakerMinutes: 5 } as const
  const convened = await givenMeeting(services, { bodyId: body.id, items: [{ paperId: paper.id }, hearing, CLOSED] })
  const draft = await givenMeeting(services, { bodyId: body.id, state: 'draft', items: 2, inDays: 2 })
  const [item] = await listAgenda(program.db, convened.id)
  const stale = { versioni: '1' }
  const clerk = [
    { path: urls.meetings() },
    { path: `${urls.meetings()}?gjendja=cancelled&viti=2024` },
    { path: urls.create() },
    { path: urls.create(), status: 422, fields: { organi: '', 'dita-day': '31' } },
    { path: urls.meeting(draft.id) },
    { path: urls.meeting(convened.id) },
    { path: urls.meeting(NOBODY), status: 404 },
    { path: urls.change(convened.id) },
    { path: urls.change(convened.id), status: 422, fields: { vendi: 'S' } },
    { path: urls.convene(draft.id), status: 422, fields: { versioni: String(draft.version) } },
    { path: urls.cancel(convened.id), status: 422, fields: { 'arsyeja-anulimit': '' } },
    { path: urls.postpone(convened.id), status: 422, fields: { 'arsyeja-shtyrjes': '' } },
    { path: urls.postings(convened.id), status: 422, fields: { 'vendi-afishimit': '' } },
    { path: urls.documents(convened.id), status: 422, fields: { 'titulli-dok': '' } },
    { path: urls.agenda(draft.id) },
    { path: urls.agenda(convened.id) },
    { path: urls.agenda(convened.id), status: 422, fields: { titulli: '', mbyllur: 'po' } },
    { path: urls.addPapers(convened.id), status: 422, fields: stale },
    { path: urls.order(convened.id), status: 422, fields: stale },
    { path: urls.item(convened.id, item?.id ?? '') },
    { path: urls.item(convened.id, item?.id ?? ''), status: 422, fields: { titulli: '' } },
    { path: urls.withdraw(convened.id, item?.id ?? ''), status: 422, fields: stale },
    { path: urls.papers() },
    { path: `${urls.papers()}?q=asgje` },
    { path: urls.createPaper() },
    { path: urls.createPaper(), status: 422, fields: { titulli: '' } },
    { path: urls.paper(paper.id) },
    { path: urls.paper(other.id) },
    { path: `${urls.paper(paper.id)}?kerkimi=rregullore` },
    { path: urls.changePaper(paper.id) },
    { path: urls.opinions(paper.id), status: 422, fields: { mendimi: '' } },
    { path: urls.links(paper.id), status: 422, fields: { me: 'asgje' } },
    { path: urls.publishPaper(other.id), status: 409, fields: { versioni: '9' } },
  ]
  return { clerk, auditor: [{ path: urls.meetings() }, { path: urls.meeting(convened.id) }] }
}
