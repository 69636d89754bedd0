import { randomUUID } from 'node:crypto'
import { givenReply, givenYearReport } from '#modules/consultations/transparency/transparency-testing.ts'
import {
  comparisonUrls,
  yearReportOfficeUrls as office,
  yearReportUrls as urls,
} from '#modules/consultations/transparency/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** The yearly reports and the comparison, as everybody reads them and as they are made. */
export const yearReportPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const now = new Date().getUTCFullYear()
  const year = now - 1
  await givenYearReport(services, { institution: 'bregas', year })
  await givenYearReport(services, { institution: 'bregas', year: year - 1, published: false })
  await givenReply(services, 'bregas', year)
  const everybody = [
    { path: urls.list() },
    { path: `${urls.list()}?viti=${year}&vendi=XK` },
    { path: urls.one(year, 'bregas') },
    { path: urls.version(year, 'bregas', 1) },
    { path: urls.one(now, 'bregas') },
    { path: urls.one(1990, 'bregas') },
    { path: urls.one(now + 1, 'bregas'), status: 404 },
    { path: urls.behind(now, 'bregas') },
    { path: urls.behindOne(now, 'bregas', 'closed') },
    { path: comparisonUrls.one(now) },
    { path: `${comparisonUrls.one(year)}?rendit=answered` },
    { path: comparisonUrls.one(1990) },
    { path: comparisonUrls.one(now + 1), status: 404 },
  ]
  const work = [
    { path: office.list() },
    { path: office.one(year, 'bregas') },
    { path: office.one(now, 'bregas') },
    { path: office.reply(year, 'bregas') },
    { path: office.reply(1990, 'bregas') },
  ]
  return {
    anonymous: everybody,
    official: [
      ...work,
      { path: office.one(year, 'bregas'), fields: { 'akte-te-tjera': 'disa', rishikimi: '2' }, status: 422 },
      { path: office.one(year, 'bregas'), fields: { hyrja: 'Viti', rishikimi: '1' }, status: 409 },
      { path: office.publish(year, 'bregas'), fields: { rishikimi: '2', dergesa: randomUUID() }, status: 422 },
      { path: office.publish(now, 'bregas'), fields: { rishikimi: '1', dergesa: randomUUID() }, status: 409 },
      { path: office.reply(year, 'bregas'), fields: { pergjigjja: 'Jo', dergesa: randomUUID() }, status: 422 },
      { path: office.withdraw(1990, 'bregas'), fields: {}, status: 409 },
    ],
    auditor: work,
  }
}
