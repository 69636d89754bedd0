import { aRegistration, givenHeldMeeting, givenMeeting, givenMeetingDraft } from '#modules/meetings/testing.ts'
import { meetingUrls, officeUrls as urls } from '#modules/meetings/urls.ts'
import { registrationUrls } from '#platform/registrations/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { newestLetterTo, pathIn } from '../../mailbox.ts'
import { testServices } from '../../web.ts'
import { expectMoved, visitorAt } from '../visitor.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Meetings in every state that has a look of its own, for everybody and in the office. */
export const meetingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const inBregas = { institution: 'bregas' }
  const [draft, ahead, held] = [
    await givenMeetingDraft(services, inBregas),
    await givenMeeting(services, { ...inBregas, capacity: 1 }),
    await givenHeldMeeting(services, inBregas),
  ]
  const email = `takimi-${Date.now()}@shembull.example`
  await expectMoved(visitorAt(program).post(meetingUrls.register(ahead.slug), aRegistration(email)))
  const own = pathIn(await newestLetterTo(program.db, email), '/regjistrimi/')
  const everybody = [
    { path: meetingUrls.list() },
    { path: `${meetingUrls.list()}?koha=te-ardhshme&menyra=terren` },
    { path: `${meetingUrls.list()}?institucioni=bregas&lloji=focus-group&koha=te-kaluara` },
    { path: meetingUrls.one(ahead.slug) },
    { path: meetingUrls.one(held.slug) },
    { path: meetingUrls.one('asgje'), status: 404 },
    { path: meetingUrls.register(ahead.slug) },
    { path: meetingUrls.register(ahead.slug), status: 422, fields: { emri: '', adresa: 'jo' } },
    { path: meetingUrls.registered(ahead.slug) },
    { path: own },
    { path: registrationUrls.one('asgje'), status: 404 },
  ]
  const office = [
    { path: urls.list() },
    { path: `${urls.list()}?gjendja=cancelled` },
    { path: urls.create() },
    { path: urls.create(), status: 422, fields: { institucioni: '', titulli: 'Pa' } },
    ...[draft, ahead, held].map(({ id }) => ({ path: urls.one(id) })),
    { path: urls.one(NOBODY), status: 404 },
    { path: urls.change(ahead.id) },
    { path: urls.change(ahead.id), status: 422, fields: { titulli: 'Pa' } },
    { path: urls.cancel(ahead.id), status: 422, fields: { 'arsyeja-anulimit': '' } },
    { path: urls.publish(ahead.id), status: 409, fields: { versioni: '2' } },
    { path: urls.writeUp(held.id) },
    { path: urls.writeUp(held.id), status: 422, fields: { 'nr-citizen': 'shumë' } },
    { path: urls.minutes(held.id) },
    { path: urls.minutes(held.id), status: 422, fields: { si: 'publiko', procesverbali: '' } },
    { path: urls.outcomes(held.id), status: 422, fields: { fjalet: '' } },
    { path: urls.links(ahead.id), status: 422, fields: { dokument: 'asgjë' } },
    { path: urls.registrations(ahead.id) },
    { path: urls.registrations(ahead.id), status: 422, fields: { emri: '' } },
    { path: urls.door(ahead.id) },
  ]
  const first = [{ path: urls.list() }, { path: urls.one(held.id) }]
  return { anonymous: everybody, official: office, auditor: first }
}
