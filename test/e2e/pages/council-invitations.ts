import { randomUUID } from 'node:crypto'
import { inviteGuest } from '#modules/council/invitations/change-invitation.ts'
import { listInvitations } from '#modules/council/invitations/invitation-queries.ts'
import { offerRegistration } from '#modules/council/invitations/keep-offer.ts'
import { sendInvitations } from '#modules/council/invitations/send-invitations.ts'
import { invitationOfficeUrls as urls, invitedUrls, publicUrls } from '#modules/council/invitations/urls.ts'
import { givenMeeting } from '#modules/council/convening/testing.ts'
import { givenCouncil } from '#modules/council/people/testing.ts'
import { councilUrls } from '#modules/council/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { newestLetterTo, pathIn } from '../../mailbox.ts'
import { testServices } from '../../web.ts'
import { expectMoved, visitorAt } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** Who is called to a meeting, the page behind the link, registering, and writing to a councillor. */
export const councilInvitationPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const council = await givenCouncil(services, { institution: 'bregas' })
  const hearing = { kind: 'hearing', title: 'Dëgjesë për tarifat', actKind: null, speakerMinutes: 5 } as const
  const meeting = await givenMeeting(services, { bodyId: council.bodyId, mode: 'hybrid', items: [{}, hearing] })
  const [account] = await program.db<{ id: string }[]>`select id from platform.accounts limit 1`
  const by = { accountId: account?.id ?? '' }
  const guest = { name: null, post: 'Kryetari i bashkisë', email: null, postal: 'Sheshi 1', lang: 'sq' } as const
  await inviteGuest(services, meeting.id, { ...guest, formId: randomUUID(), channel: 'letter' }, by)
  await sendInvitations(services, meeting.id, by)
  await offerRegistration(services, meeting.id, { kind: 'attend-and-speak', closesAt: null, capacity: 20 }, by)
  const [one] = await listInvitations(program.db, meeting.id)
  const [member] = council.members
  const own = pathIn(await newestLetterTo(program.db, member?.email ?? ''), '/thirrja/')
  const token = own.split('/').at(-1) ?? ''
  const email = `mbledhja-${Date.now()}@shembull.example`
  const wish = { dergesa: randomUUID(), emri: 'Zefirinë Vjenëse', adresa: email }
  await expectMoved(visitorAt(program).post(councilUrls.register(meeting.slug), wish))
  const everybody = [
    { path: own },
    { path: invitedUrls.page('asgje'), status: 404 },
    { path: invitedUrls.answer(token), status: 422, fields: { pergjigja: 'excused', shenimi: 'x' } },
    { path: councilUrls.register(meeting.slug) },
    { path: councilUrls.register(meeting.slug), status: 422, fields: { emri: '', adresa: 'jo' } },
    { path: publicUrls.registered(meeting.slug) },
    { path: publicUrls.writeTo(member?.slug ?? '') },
    { path: publicUrls.writeTo(member?.slug ?? ''), status: 422, fields: { emri: '' } },
    { path: publicUrls.written(member?.slug ?? '') },
  ]
  const office = [
    { path: urls.list(meeting.id) },
    { path: urls.guests(meeting.id), status: 422, fields: { adresa: 'jo' } },
    { path: urls.one(meeting.id, one?.id ?? '') },
    { path: urls.answer(meeting.id, one?.id ?? ''), status: 422, fields: { shenimi: 'x' } },
    { path: urls.handed(meeting.id, one?.id ?? ''), status: 422, fields: { kujt: '' } },
    { path: urls.offer(meeting.id) },
    { path: urls.offer(meeting.id), status: 422, fields: { vende: 'shumë' } },
    { path: urls.registrations(meeting.id) },
    { path: urls.registrations(meeting.id), status: 422, fields: { emri: '' } },
    { path: urls.door(meeting.id) },
  ]
  return { anonymous: everybody, secretary: office, auditor: [{ path: urls.list(meeting.id) }] }
}
