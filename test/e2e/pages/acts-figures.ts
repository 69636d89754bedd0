import { bindToPlan } from '#modules/council-acts/figures/bind-to-plan.ts'
import { givenDecisionReport } from '#modules/council-acts/figures/report-testing.ts'
import { figureOfficeUrls as office, figureUrls as urls } from '#modules/council-acts/figures/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { officialWith } from '#modules/consultations/testing.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The plan beside what was adopted, the acts in numbers, and the yearly reports on decision-making. */
export const actFigurePages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const now = new Date().getUTCFullYear()
  const year = now - 2
  const inBregas = { institution: 'bregas', year }
  const secretary = await officialWith(services, ['council-secretary', 'bregas'])
  const plan = { ...inBregas, published: true, title: 'Rregullat e tregut të numrave', dueFrom: `${year}-03-01` }
  const planned = await givenPlannedAct(services, { ...plan, dueTo: `${year}-03-01` })
  const act = await givenAct(services, { ...inBregas, serial: 901, title: 'Për rregullat e tregut të numrave' })
  const other = await givenAct(services, { ...inBregas, serial: 902, kind: 'regulation' })
  await bindToPlan(services, secretary, act.id, planned.id)
  await givenDecisionReport(services, secretary, inBregas)
  const everybody = [
    { path: urls.plan() },
    { path: urls.planOf('bregas', year) },
    { path: urls.planOf('bregas', 1990) },
    { path: urls.figures() },
    { path: urls.figuresOf('bregas', year) },
    { path: urls.figuresOf('bregas', 1990) },
    { path: urls.reports() },
    { path: urls.report('bregas', year) },
    { path: urls.version('bregas', year, 1) },
    { path: urls.report('bregas', 1990), status: 404 },
  ]
  const work = [
    { path: office.reports() },
    { path: office.report('bregas', year) },
    { path: office.report('bregas', now) },
    { path: office.plan(act.id) },
    { path: office.plan(other.id) },
  ]
  return {
    anonymous: everybody,
    secretary: [
      ...work,
      { path: office.plan(other.id), fields: { hyrja: '' }, status: 422 },
      { path: office.plan(act.id), fields: { hyrja: other.id }, status: 409 },
      { path: office.report('bregas', year), fields: { 'plani-en': 'Late', rishikimi: '2' }, status: 422 },
      { path: office.report('bregas', year), fields: { hyrja: 'Viti', rishikimi: '1' }, status: 409 },
      { path: office.publish('bregas', year), fields: { rishikimi: '2' }, status: 422 },
      { path: office.publish('bregas', now), fields: { rishikimi: '1' }, status: 409 },
    ],
    auditor: work,
  }
}
