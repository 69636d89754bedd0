import { randomUUID } from 'node:crypto'
import { calendarUrls } from '#app/public/calendar/urls.ts'
import { dropPlannedAct } from '#modules/consultations/year/move-planned-act.ts'
import { yearOfficeUrls as urls, yearUrls } from '#modules/consultations/year/urls.ts'
import { givenPlannedAct, givenYearPlan } from '#modules/consultations/year/year-testing.ts'
import { givenDraft } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** The yearly plan as everybody reads it, its work in the office, and the calendar of the year. */
export const yearPlanPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const of = { institution: 'bregas', year: 2035 }
  const standing = await givenPlannedAct(services, {
    ...of,
    dueFrom: '2035-03-01',
    dueTo: '2035-03-01',
    published: true,
  })
  const dropped = await givenPlannedAct(services, { ...of, title: 'Rregullore e hequr nga plani', published: true })
  await dropPlannedAct(services, dropped.official, dropped.id, 'U bashkua me një rregullore tjetër')
  const draft = await givenPlannedAct(services, { ...of, title: 'Rregullore ende e papublikuar' })
  const empty = await givenYearPlan(services, 'bregas', 2036)
  const consultation = await givenDraft(services, { institution: 'bregas' })
  const everybody = [
    { path: yearUrls.plan(2035) },
    { path: `${yearUrls.plan(2035)}?gjendja=dropped&institucioni=bregas` },
    { path: yearUrls.plan(new Date().getUTCFullYear()) },
    { path: yearUrls.plan(1990) },
    { path: yearUrls.plan('sivjet'), status: 404 },
    { path: standing.href },
    { path: dropped.href },
    { path: `${yearUrls.plan(2035)}/bregas-9999`, status: 404 },
    { path: calendarUrls.year(new Date().getUTCFullYear()) },
    { path: `${calendarUrls.year(2035)}?ku=internet` },
    { path: calendarUrls.year(1990) },
  ]
  const work = [
    { path: urls.list() },
    { path: urls.plan(standing.planId) },
    { path: urls.plan(empty.id) },
    { path: urls.plan(NOBODY), status: 404 },
    { path: urls.act(standing.id) },
    { path: urls.act(dropped.id) },
    { path: urls.act(draft.id) },
    { path: urls.link(consultation.id) },
  ]
  return {
    anonymous: everybody,
    official: [
      ...work,
      { path: urls.list(), fields: { institucioni: '', viti: '35' }, status: 422 },
      { path: urls.newAct(empty.id) },
      {
        path: urls.newAct(empty.id),
        fields: { titulli: 'Pa', koha: 'së shpejti', dergesa: randomUUID() },
        status: 422,
      },
      { path: urls.change(standing.id) },
      { path: urls.change(standing.id), fields: { titulli: '', koha: '13', versioni: '1' }, status: 422 },
      { path: urls.drop(standing.id), fields: { arsyeja: 'pse' }, status: 422 },
      { path: urls.adopt(standing.id), fields: { akti: '' }, status: 422 },
      { path: urls.adopt(dropped.id), fields: ADOPTED, status: 409 },
      { path: urls.publish(empty.id), fields: {}, status: 409 },
      { path: urls.link(consultation.id), fields: { akti: NOBODY }, status: 422 },
    ],
    auditor: work,
  }
}

const ADOPTED = { 'miratuar-day': '1', 'miratuar-month': '2', 'miratuar-year': '2026', akti: 'Vendim nr. 4' }
