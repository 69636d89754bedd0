import { givenRecording } from '#modules/council/recordings/testing.ts'
import { officeRecordingUrls as officeUrls, recordingUrls as urls } from '#modules/council/recordings/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Where meetings are watched, for everybody and in the office. */
export const councilRecordingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const one = await givenRecording(services, { institution: 'bregas' })
  const everybody = [
    { path: urls.library() },
    { path: `${urls.library()}?institucioni=bregas` },
    { path: urls.ofMeeting(one.slug) },
    { path: urls.ofMeeting('asgje'), status: 404 },
  ]
  const office = [
    { path: officeUrls.list(one.meetingId) },
    { path: officeUrls.list(one.meetingId), status: 422, fields: { lloji: 'video', adresa: 'jo' } },
    { path: officeUrls.one(one.meetingId, one.id), status: 422, fields: { [`adresa.${one.id}`]: 'jo' } },
    { path: officeUrls.marks(one.meetingId, one.id), status: 409, fields: { versioni: '77' } },
  ]
  return { anonymous: everybody, secretary: office, auditor: [{ path: officeUrls.list(one.meetingId) }] }
}
