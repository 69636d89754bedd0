import { listArchiveLines } from '#modules/council-acts/archive/archive-queries.ts'
import { givenArchive } from '#modules/council-acts/archive/testing.ts'
import { undoArchive } from '#modules/council-acts/archive/undo-archive.ts'
import { archiveUrls as urls } from '#modules/council-acts/archive/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Archives that were taken in and taken back, with doubts and refused rows. */
export const actArchivePages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const [standing, gone] = [await givenArchive(services, 'bregas'), await givenArchive(services, 'bregas')]
  await undoArchive(services, { archiveId: gone.id, by: null, progress: () => {} })
  const lines = await listArchiveLines(program.db, standing.id, 'doubt', null, 10)
  const topic = lines.find(({ reason }) => reason === 'topic-unknown')?.id ?? ''
  const desk = [
    { path: urls.list() },
    { path: urls.list(), status: 422, fields: { institucioni: '' } },
    { path: urls.one(standing.id) },
    { path: `${urls.one(standing.id)}?lloji=refused` },
    { path: urls.one(gone.id) },
    { path: urls.undo(gone.id), status: 409, fields: {} },
    { path: urls.settle(standing.id, topic), status: 422, fields: { si: 'pointed', drejt: '' } },
  ]
  return { secretary: desk, auditor: [{ path: urls.list() }, { path: urls.one(standing.id) }] }
}
