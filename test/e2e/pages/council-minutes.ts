import { randomUUID } from 'node:crypto'
import { makeCopy } from '#modules/council/minutes/copies/make-copy.ts'
import { draftMinutes } from '#modules/council/minutes/draft-minutes.ts'
import { givenApprovedMinutes, givenPlayedMeeting } from '#modules/council/minutes/testing.ts'
import { minutesOfficeUrls as urls, minutesUrls } from '#modules/council/minutes/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Minutes at the desk and in public, votes, attendance, copies. */
export const councilMinutesPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const inBregas = { institution: 'bregas' }
  const [account] = await program.db<{ id: string }[]>`select id from platform.accounts limit 1`
  const by = { accountId: account?.id ?? '' }
  const [empty, draft] = [await givenPlayedMeeting(services, inBregas), await givenPlayedMeeting(services, inBregas)]
  await draftMinutes(services, draft.meeting.id, 'program')
  const { meeting, votes, items } = await givenApprovedMinutes(services, by, inBregas)
  const order = { itemId: items[0] ?? null, whole: false, askedBy: 'Qytetari Provë', askedOn: null, by }
  const made = await makeCopy(services, meeting.id, { ...order, formId: randomUUID() })
  const copy = made.kind === 'made' ? made.id : ''
  const [row] = await program.db<{ code: string }[]>`select code from council.certified_copies where id = ${copy}`
  const year = systemClock.now().getUTCFullYear()
  const { id, slug } = meeting
  const everybody = [
    { path: minutesUrls.one(slug) },
    { path: minutesUrls.version(slug, 1) },
    { path: minutesUrls.one('nuk-ka'), status: 404 },
    { path: minutesUrls.votes(slug) },
    { path: minutesUrls.vote(slug, votes.byName) },
    { path: minutesUrls.vote(slug, votes.inside) },
    { path: minutesUrls.vote(slug, NOBODY), status: 404 },
    { path: minutesUrls.allVotes() },
    { path: `${minutesUrls.allVotes()}?institucioni=bregas&viti=${year}&rezultati=adopted` },
    { path: minutesUrls.attendance(slug) },
    { path: minutesUrls.year(year) },
    { path: minutesUrls.check() },
    { path: minutesUrls.checkOf(row?.code ?? '') },
  ]
  const desk = [
    { path: urls.list() },
    { path: urls.one(empty.meeting.id) },
    { path: urls.one(draft.meeting.id) },
    { path: urls.one(draft.meeting.id), status: 409, fields: { versioni: '99', hapja: 'Fjalë' } },
    { path: urls.one(draft.meeting.id), status: 422, fields: { versioni: '1', nenshkrimet: 'Vetëm emri' } },
    { path: urls.preview(draft.meeting.id) },
    { path: `${urls.preview(draft.meeting.id)}?pamja=e-plote` },
    { path: urls.one(id) },
    { path: urls.attendance() },
    { path: urls.copies() },
    { path: urls.copiesOf(id) },
    { path: urls.copiesOf(id), status: 422, fields: { pika: NOBODY } },
    { path: urls.copy(copy) },
  ]
  return { anonymous: everybody, clerk: desk, auditor: [{ path: urls.one(id) }, { path: urls.copies() }] }
}
