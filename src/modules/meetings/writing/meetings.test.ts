import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { givenConsultation, givenInstitution, staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { findMeeting } from '../meeting-queries.ts'
import { draftDigest } from '../meeting-rules.ts'
import { aMeetingForm, givenHeldMeeting, givenMeeting, givenMeetingDraft } from '../testing.ts'
import { meetingUrls, officeUrls as urls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
const textOf = async (path: string) => (await web.get(path)).text()

describe('a meeting in the office', () => {
  it('is written, published and read by everybody; the form that arrives twice makes one', async () => {
    const { id: institutionId } = await givenInstitution(services, 'prova')
    const form = aMeetingForm(institutionId)
    const answers = [await web.post(urls.create(), form, { cookie }), await web.post(urls.create(), form, { cookie })]
    expect(new Set(answers.map((one) => one.headers.get('location'))).size).toBe(1)
    const id = /takime\/([0-9a-f-]{36})/.exec(answers[0]?.headers.get('location') ?? '')?.[1] ?? ''
    const slug = (await findMeeting(db, id))?.slug ?? ''
    expect((await web.get(meetingUrls.one(slug))).status).toBe(404)
    expect((await web.post(urls.publish(id), { versioni: '1' }, { cookie })).status).toBe(303)
    const page = await textOf(meetingUrls.one(slug))
    expect(page).toContain('15 janar 2027, ora 10:00–12:00')
    expect(page).toContain('Pyetje të banorëve')
    expect(await textOf(meetingUrls.list())).toContain('Takim me banorët e lagjes')
    expect(await textOf(meetingUrls.calendar(slug))).toContain('DTSTART:20270115T090000Z')
    expect((await entriesOf(db, `meetings.meeting:${id}`)).map(({ version }) => version)).toEqual([1])
  })

  it('changed by two officials at once: the second is told, and nothing of theirs is written', async () => {
    const { id, version, institutionId } = await givenMeeting(services)
    const send = (titulli: string) =>
      web.post(
        urls.change(id),
        aMeetingForm(institutionId, { titulli, versioni: String(version), arsyeja: 'Ndryshoi salla' }),
        { cookie },
      )
    expect((await send('Titulli i të parit')).status).toBe(303)
    const second = await send('Titulli i të dytit')
    expect([second.status, (await second.text()).includes('Titulli i të dytit')]).toEqual([409, true])
    expect((await findMeeting(db, id))?.title).toBe('Titulli i të parit')
  })

  it('with mistakes comes back with everything typed, and nothing is written', async () => {
    const { id: institutionId } = await givenInstitution(services, 'prova')
    const before = await db`select id from meetings.meetings`
    const wrong = {
      'dita-1-day': '31',
      'dita-1-month': '2',
      adresa: '',
      vende: 'shumë',
      'moderatori-emri': 'Liri Prove',
    }
    const answer = await web.post(urls.create(), aMeetingForm(institutionId, wrong), { cookie })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of ['Kjo ditë nuk ekziston', 'vendin ku mbahet', 'Liri Prove', 'nga 1 deri në'])
      expect(page).toContain(words)
    expect(await db`select id from meetings.meetings`).toEqual(before)
  })

  it('gives its conclusion as a task once, however often the form arrives', async () => {
    const { id, slug } = await givenHeldMeeting(services)
    const form = {
      dergesa: randomUUID(),
      lloji: 'conclusion',
      fjalet: 'Të hartohet një fletë shpjeguese.',
      roli: 'clerk',
    }
    for (let n = 0; n < 2; n += 1) expect((await web.post(urls.outcomes(id), form, { cookie })).status).toBe(303)
    const tasks = await db`select title, role from platform.tasks where subject = ${`meetings.meeting:${id}`}`
    expect(tasks).toEqual([{ title: 'Të hartohet një fletë shpjeguese.', role: 'clerk' }])
    expect(await textOf(meetingUrls.one(slug))).toContain('Të hartohet një fletë shpjeguese.')
    expect(await (await web.get(urls.one(id), { cookie })).text()).toContain('e hapur')
  })

  it('keeps minutes to itself until they are published, and says so when others have written meanwhile', async () => {
    const { id, slug } = await givenHeldMeeting(services)
    const pare = draftDigest([null, null, null])
    const save = (more: Record<string, string>) => web.post(urls.minutes(id), { pare, ...more }, { cookie })
    expect((await save({ procesverbali: 'U fol për tregun.', si: 'ruaj' })).status).toBe(303)
    expect(await textOf(meetingUrls.one(slug))).not.toContain('U fol për tregun.')
    expect((await save({ procesverbali: 'Fjalë të tjera.', si: 'ruaj' })).status).toBe(409)
    const now = draftDigest(['U fol për tregun.', null, null])
    expect((await save({ pare: now, procesverbali: 'U fol për tregun.', si: 'publiko' })).status).toBe(303)
    expect(await textOf(meetingUrls.data(slug))).toContain('U fol për tregun.')
  })
})

it('written down afterwards, from paper, is a meeting that was held; no notice is told', async () => {
  const { id } = await givenMeetingDraft(services, { inDays: -40, basisRule: 'AL-CONS-MEETING' })
  await web.post(urls.publish(id), { versioni: '1' }, { cookie })
  expect((await findMeeting(db, id))?.state).toBe('held')
  const kinds = await db`select kind from platform.happenings where subject = ${`meetings.meeting:${id}`}`
  expect(kinds).toEqual([{ kind: 'meetings.taken-in' }])
})

it('about a consultation: each leads to the other, and to where comments of the meeting are entered', async () => {
  const consultation = await givenConsultation(services)
  const ref = `consultations.consultation:${consultation.id}`
  const { id, slug } = await givenMeeting(services)
  expect((await web.post(urls.links(id), { me: ref }, { cookie })).status).toBe(303)
  expect(await textOf(meetingUrls.one(slug))).toContain(`/konsultime/${consultation.slug}`)
  const office = await (await web.get(urls.one(id), { cookie })).text()
  expect(office).toContain(`/zyra/konsultime/${consultation.id}/hyrjet/e-re?kanali=meeting`)
  expect((await web.post(urls.links(id), { dokument: 'asgjë' }, { cookie })).status).toBe(422)
})
