import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { forgetRegistrations } from '#platform/registrations/forget-registrations.ts'
import { eraseRegistrationsOf } from '#platform/registrations/personal-registrations.ts'
import { countStanding } from '#platform/registrations/registration-queries.ts'
import { registrationUrls } from '#platform/registrations/urls.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, newestLetterTo, pathIn } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { aRegistration, givenMeeting } from '../testing.ts'
import { meetingUrls, officeUrls } from '../urls.ts'
import { cancelMeeting } from '../writing/announce-meeting.ts'
import { meetingRegistrations as holder } from './meeting-registrations.ts'
import { tellRegistered } from './tell-registered.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const confirm = async (email: string): Promise<string> => {
  const path = pathIn(await newestLetterTo(db, email), '/regjistrimi/')
  expect((await web.post(`${path}/konfirmimi`, {})).status).toBe(303)
  return path
}
const register = (slug: string, email: string, more: Record<string, string> = {}) =>
  web.post(meetingUrls.register(slug), aRegistration(email, more), { headers: { 'x-forwarded-for': email } })
const come = async (slug: string, email: string): Promise<string> => {
  await register(slug, email)
  return confirm(email)
}
const subjectsTo = async (email: string) => (await lettersTo(db, email)).map(({ subject }) => subject)

describe('asking to come', () => {
  it('needs no account: a letter, one button, a seat; opening the link changes nothing', async () => {
    const { id, slug } = await givenMeeting(services)
    expect((await web.get(meetingUrls.register(slug))).status).toBe(200)
    expect((await register(slug, 'ardita@posta.example', { flas: 'po', nevoja: 'Pjerrinë' })).status).toBe(303)
    const path = pathIn(await newestLetterTo(db, 'ardita@posta.example'), '/regjistrimi/')
    expect(await (await web.get(path)).text()).toContain('Ende nuk është konfirmuar')
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 0, waiting: 0 })
    await confirm('ardita@posta.example')
    await web.post(`${path}/konfirmimi`, {})
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 1, waiting: 0 })
    expect((await subjectsTo('ardita@posta.example')).length).toBe(2)
    expect(await (await web.get(path)).text()).toContain('Keni vend')
  })

  it('twice is once, whether the form or the person comes again, and the page says the same', async () => {
    const { id, slug } = await givenMeeting(services)
    const form = aRegistration('dy@posta.example')
    const answers = [await web.post(meetingUrls.register(slug), form), await web.post(meetingUrls.register(slug), form)]
    // The newest letter is the one that counts.
    services.clock.passMinutes(1)
    answers.push(await register(slug, 'dy@posta.example'))
    expect(new Set(answers.map((one) => one.headers.get('location'))).size).toBe(1)
    await confirm('dy@posta.example')
    await register(slug, 'DY@posta.example')
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 1, waiting: 0 })
    const [row] =
      await db`select count(*)::int as count from platform.registrations where subject = ${`meetings.meeting:${id}`}`
    expect(row).toEqual({ count: 1 })
  })

  it('the 31st of 30 waits, and moves up when one withdraws, and is told once', async () => {
    const { id, slug } = await givenMeeting(services, { capacity: 30 })
    const paths: string[] = []
    for (let n = 1; n <= 31; n += 1) {
      services.clock.passMinutes(4)
      paths.push(await come(slug, `nr${n}@posta.example`))
    }
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 30, waiting: 1 })
    expect(await (await web.get(paths[30] ?? '')).text()).toContain('jeni në radhë')
    expect((await web.post(`${paths[4]}/terheqja`, {})).status).toBe(303)
    await web.post(`${paths[4]}/terheqja`, {})
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 30, waiting: 0 })
    const told = (await subjectsTo('nr31@posta.example')).filter((one) => one.startsWith('U lirua një vend'))
    expect(told).toHaveLength(1)
  })

  it('with mistakes gives everything back and changes nothing; a meeting that is over takes nobody', async () => {
    const { id, slug } = await givenMeeting(services)
    const answer = await web.post(
      meetingUrls.register(slug),
      aRegistration('jo adresë', { organizata: 'Shoqata e Lumit' }),
    )
    const page = await answer.text()
    expect([answer.status, page.includes('Shoqata e Lumit'), page.includes('jo adresë')]).toEqual([422, true, true])
    const past = await givenMeeting(services, { inDays: -2 })
    expect((await register(past.slug, 'vone@posta.example')).status).toBe(409)
    expect(await lettersTo(db, 'vone@posta.example')).toEqual([])
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 0, waiting: 0 })
    expect((await web.get(registrationUrls.one('asgje'))).status).toBe(404)
  })
})

describe('names of those who come', () => {
  it('stand on no page, in no file and in no record that everybody reads', async () => {
    const { id, slug } = await givenMeeting(services)
    await come(slug, 'fshehte@posta.example')
    const shown = await Promise.all(
      [
        meetingUrls.one(slug),
        `/en${meetingUrls.one(slug)}`,
        meetingUrls.data(slug),
        meetingUrls.calendar(slug),
        meetingUrls.list(),
        '/te-dhena/takimet.csv',
        '/te-dhena/takimet.json',
        '/api/v1/takimet',
      ].map(async (path) => {
        const answer = await web.get(path)
        return [path, answer.status, (await answer.text()).match(/Zefirin|fshehte@/)?.[0] ?? null]
      }),
    )
    expect(shown.filter(([, status, name]) => status !== 200 || name !== null)).toEqual([])
    const rows = await db<{ words: string }[]>`
      select to_jsonb(one)::text as words from platform.changes as one where subject = ${`meetings.meeting:${id}`}
      union all select to_jsonb(one)::text from meetings.published_meetings as one
      union all select to_jsonb(one)::text from platform.happenings as one`
    expect(rows.filter(({ words }) => /Zefirin|fshehte@/.test(words))).toEqual([])
  })

  it('are seen by the office, each look noted; gone a month later, and when the person asks', async () => {
    const { id, slug, institutionId } = await givenMeeting(services, { inDays: 5 })
    await come(slug, 'shihet@posta.example')
    const secretary = await web.signedInAs(staffWith('council-secretary', 'prova'))
    const page = await (await web.get(officeUrls.door(id), { cookie: secretary })).text()
    expect(page).toContain('Zefirinë Vjenëse')
    const noted = await db`select what from platform.accesses where subject = ${`meetings.meeting:${id}`}`
    expect(noted).toEqual([{ what: 'opened' }])
    const elsewhere = await web.signedInAs(staffWith('council-secretary', 'provas'))
    expect((await web.get(officeUrls.door(id), { cookie: elsewhere })).status).toBe(404)
    const [contact] = await db<{ id: string }[]>`select id from platform.contacts where email = 'shihet@posta.example'`
    await db.begin((tx) => eraseRegistrationsOf(tx, services, holder, { contactId: contact?.id ?? '', by: 'citizen' }))
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 0, waiting: 0 })
    await web.post(
      officeUrls.registrations(id),
      { ...aRegistration(''), kanali: 'phone', telefoni: '+355 69 000 0000' },
      { cookie: secretary },
    )
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 1, waiting: 0 })
    const now = services.clock.now()
    services.clock.passMinutes(37 * 24 * 60)
    expect(await forgetRegistrations(services, holder)).toBeGreaterThan(0)
    services.clock.set(now)
    expect(await countStanding(db, `meetings.meeting:${id}`)).toEqual({ confirmed: 0, waiting: 0 })
    expect(institutionId).toBeTruthy()
  })
})

it('a cancelled meeting tells everybody registered, once, however often the job runs', async () => {
  const { id, slug, version } = await givenMeeting(services)
  for (const email of ['nje@posta.example', 'tjeter@posta.example']) await come(slug, email)
  await register(slug, 'pakonfirmuar@posta.example')
  const reason = 'Salla u mbyll për punime.'
  expect(await cancelMeeting(services, id, { by: 'command-line', seen: version, reason })).toBe('done')
  const [event] = await db<{ id: string }[]>`
    select id::text from meetings.meeting_events where meeting_id = ${id} and kind = 'cancelled'`
  await tellRegistered(services, event?.id ?? '')
  await tellRegistered(services, event?.id ?? '')
  for (const email of ['nje@posta.example', 'tjeter@posta.example']) {
    const letters = (await lettersTo(db, email)).filter(({ subject }) => subject.startsWith('U anulua'))
    expect(letters.map(({ body }) => body?.includes(reason))).toEqual([true])
  }
  expect((await subjectsTo('pakonfirmuar@posta.example')).filter((one) => one.includes('anulua'))).toEqual([])
  expect(await (await web.get(meetingUrls.one(slug))).text()).toContain(reason)
  expect((await register(slug, 'pas@posta.example')).status).toBe(409)
})
