import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { findAccountByEmail, listHeldRoles } from '#platform/auth/account-queries.ts'
import { sendAccessLetters } from '#platform/auth/access-letters.ts'
import { deleteAccessesDue } from '#platform/auth/oversight-queries.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { testDatabase } from '#test/database.ts'
import { codeIn, lettersTo, newestLetterTo, pathIn } from '#test/mailbox.ts'
import { givenPerson, people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { accessLetter } from '../../account/access-mail.ts'
import { accountUrls } from '../../account/account-urls.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const here = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''

let made = 0
const someone = (role: 'clerk' | 'head' | 'data-protection-officer' = 'clerk', institution = 'prova'): TestPerson => ({
  email: `dikush-${++made}@${institution}.example`,
  name: `Liri Prove ${made}`,
  roles: [{ role, institution }],
})

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Record<string, string | string[]>) => web.post(path, fields, { cookie }),
  }
}

const administrator = await as(people.albanianAdministrator)
const auditor = await as(people.auditor)

const invitation = (changes: Record<string, string | string[]> = {}) => ({
  dergesa: randomUUID(),
  institucioni: here,
  emri: 'Mira Prove',
  email: `mira-${++made}@prova.example`,
  detyra: 'Nëpunëse e protokollit',
  roli: ['clerk'],
  ...changes,
})

describe('the list of people', () => {
  it('shows the people of the own institution, found by name, post and role, and nobody of another', async () => {
    const mine = someone()
    const theirs = someone('clerk', 'provas')
    await givenPerson(services, mine)
    await givenPerson(services, theirs)
    const list = await administrator.read(peopleUrls.list())
    expect(list).toContain(mine.name)
    expect(list).not.toContain(theirs.name)
    expect(await administrator.read(`${peopleUrls.list()}?q=${encodeURIComponent(mine.name)}`)).toContain(mine.name)
    expect(await administrator.read(`${peopleUrls.list()}?roli=head&q=${mine.email}`)).toContain(t.list.none)
    const id = await givenPerson(services, theirs)
    expect((await administrator.get(peopleUrls.person(id))).status).toBe(404)
    expect(await (await as(people.operator)).read(`${peopleUrls.list()}?q=${theirs.email}`)).toContain(theirs.name)
  })

  it('is read by the auditor, who finds no deed on any page', async () => {
    const id = await givenPerson(services, someone())
    expect(await auditor.read(peopleUrls.list())).not.toContain(peopleUrls.invite())
    const page = await auditor.read(peopleUrls.person(id))
    expect(page).not.toContain(t.person.deeds)
    expect(page).not.toContain('method="post" action="/zyra/njerezit')
  })
})

describe('inviting', () => {
  it('hands everything back with what to mend, and invites nobody', async () => {
    const before = await db`select count(*) from platform.accounts`
    const sent = {
      ...invitation({ emri: 'M', email: 'pa-adresë', roli: [] }),
      'deri-day': '31',
      'deri-month': '2',
      'deri-year': '2027',
    }
    const answer = await administrator.post(peopleUrls.invite(), sent)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [t.errors.name, t.errors.email, t.errors.roles, t.errors.date]) expect(page).toContain(words)
    expect(page).toContain('value="pa-adresë"')
    expect(page).toContain(`value="${sent.dergesa}"`)
    expect(await db`select count(*) from platform.accounts`).toEqual(before)
  })

  it('leads through letter, code and second factor into the office', async () => {
    const form = invitation()
    const answer = await administrator.post(peopleUrls.invite(), form)
    expect(answer.status).toBe(303)
    const link = pathIn(await newestLetterTo(db, form.email), '/ftesa/')
    const page = await (await web.get(link)).text()
    expect(page).toContain('Bashkia Prova')
    expect(await lettersTo(db, form.email)).toHaveLength(1)
    const asked = await web.post(link, {})
    expect(asked.headers.get('location')).toBe('/hyr/kodi?pastaj=%2Fzyra')
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    // The clock stands still: which of the letters is the newest, their words tell.
    const coded = (await lettersTo(db, form.email)).find(({ subject }) => !subject.startsWith('Ftesë'))
    const code = codeIn(coded ?? { body: '' })
    const entered = await web.post('/hyr/kodi?pastaj=%2Fzyra', { kodi: code, pastaj: '/zyra' }, { cookie })
    expect(entered.headers.get('location')).toMatch(/^\/llogaria\/faktori/)
  })

  it('cannot bring somebody into an institution of others', async () => {
    const there = (await findInstitution(db, 'sq', 'provas'))?.id ?? ''
    const form = invitation({ institucioni: there })
    expect((await administrator.post(peopleUrls.invite(), form)).status).toBe(404)
    expect(await findAccountByEmail(db, form.email)).toBeNull()
  })

  it('answers a link that was withdrawn with a page, and sends no code', async () => {
    const form = invitation()
    await administrator.post(peopleUrls.invite(), form)
    const id = (await findAccountByEmail(db, form.email))?.id ?? ''
    const link = pathIn(await newestLetterTo(db, form.email), '/ftesa/')
    expect((await administrator.post(peopleUrls.withdraw(id), {})).status).toBe(303)
    expect((await web.get(link)).status).toBe(404)
    expect((await web.post(link, {})).status).toBe(404)
    expect(await lettersTo(db, form.email)).toHaveLength(1)
  })
})

describe('changing', () => {
  it('does not write over what somebody else changed meanwhile', async () => {
    const person = someone()
    const id = await givenPerson(services, person)
    const form = {
      emri: 'Liri E Re',
      detyra: 'Arkiviste',
      email: person.email,
      'emri-para': person.name,
      'detyra-para': '',
    }
    expect((await administrator.post(peopleUrls.change(id), form)).status).toBe(303)
    const late = await administrator.post(peopleUrls.change(id), { ...form, emri: 'Liri Tjetër' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Liri E Re')
    expect(await findAccountByEmail(db, person.email)).toMatchObject({ name: 'Liri E Re', post: 'Arkiviste' })
    expect(await administrator.read(peopleUrls.person(id))).toContain(`${person.name} → Liri E Re`)
  })

  it('moves the address only after the new mailbox has pressed the button', async () => {
    const person = someone()
    const id = await givenPerson(services, person)
    const email = `e-re-${++made}@prova.example`
    const words = { emri: person.name, detyra: '', 'emri-para': person.name, 'detyra-para': '' }
    await administrator.post(peopleUrls.change(id), { ...words, email })
    expect(await administrator.read(peopleUrls.person(id))).toContain(email)
    const link = pathIn(await newestLetterTo(db, email), '/llogaria/adresa/')
    expect((await web.get(link)).status).toBe(200)
    expect(await findAccountByEmail(db, email)).toBeNull()
    expect((await web.post(link, {})).status).toBe(200)
    expect(await findAccountByEmail(db, email)).toMatchObject({ id })
    expect((await web.get(link)).status).toBe(404)
  })
})

describe('one’s own absence', () => {
  it('is entered by the official, and marks the substitute everywhere', async () => {
    const [away, stays] = [someone('head'), someone()]
    await givenPerson(services, stays)
    const official = await as(away)
    const page = await official.read(accountUrls.absence())
    expect(page).toContain(stays.name)
    const substitute = (await findAccountByEmail(db, stays.email))?.id ?? ''
    const days = {
      'nga-day': '22',
      'nga-month': '11',
      'nga-year': '2026',
      'deri-day': '24',
      'deri-month': '11',
      'deri-year': '2026',
    }
    const form = { dergesa: randomUUID(), institucioni: here, zevendesuesi: substitute, ...days }
    expect((await official.post(accountUrls.absence(), { ...form, zevendesuesi: '' })).status).toBe(422)
    expect((await official.post(accountUrls.absence(), form)).status).toBe(303)
    const marked = `zëvendëson ${away.name}`
    const inStead = await as(stays)
    expect(await inStead.read('/zyra')).toContain(marked)
    expect(await inStead.read(accountUrls.account)).toContain(marked)
    expect((await inStead.get(peopleUrls.list())).status).toBe(200)
    expect((await web.get(accountUrls.absence())).status).toBe(303)
    expect((await web.get(accountUrls.absence(), { cookie: await web.signedInAs(away, { level: 1 }) })).status).toBe(
      403,
    )
  })
})

describe('the access log', () => {
  it('tells a citizen which office looked at what, never the name of who', async () => {
    const consultation = await givenConsultation(services)
    const email = 'qytetare-qasje@posta.example'
    const comment = await givenComment(services, consultation, { email, body: 'Më telefononi në 069 000 00 00.' })
    const moderator = await as(people.albanianModerator)
    await moderator.get(`/zyra/komente/${comment.id}`)
    await moderator.get(`/zyra/komente/${comment.id}`)
    const cookie = await web.signedInAsCitizen(email)
    const page = await (await web.get(accountUrls.accesses(), { cookie })).text()
    expect(page.match(/<tr class="govuk-table__row">/g)).toHaveLength(2)
    expect(page).toContain('Bashkia Prova')
    expect(page).toContain(comment.code)
    expect(page).not.toContain(people.albanianModerator.name)
    const other = await web.signedInAsCitizen('tjeter@posta.example')
    expect(await (await web.get(accountUrls.accesses(), { cookie: other })).text()).not.toContain(comment.code)
    const watched = await (await as(someone('data-protection-officer'))).read(peopleUrls.accesses())
    expect(watched).toContain(people.albanianModerator.name)
    expect(watched).not.toContain(email)
    const file = await (await auditor.get(peopleUrls.accessesFile())).text()
    expect(file).toContain(`consultations.comment:${comment.id}`)
  })

  it('writes one letter to who asked for it, and none about nothing new', async () => {
    const email = 'qytetare-letra@posta.example'
    const cookie = await web.signedInAsCitizen(email)
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation, { email, body: 'Fjalë për letrat e qasjeve.' })
    const known = new Set((await lettersTo(db, email)).map(({ id }) => id))
    const arrived = async () => (await lettersTo(db, email)).filter(({ id }) => !known.has(id))
    await web.post(accountUrls.accesses(), { njoftimi: 'po' }, { cookie })
    await sendAccessLetters(services, accessLetter)
    expect(await arrived()).toEqual([])
    await (await as(people.albanianModerator)).get(`/zyra/komente/${comment.id}`)
    await sendAccessLetters(services, accessLetter)
    await sendAccessLetters(services, accessLetter)
    const letters = await arrived()
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).not.toContain(comment.code)
  })

  it('is kept as long as the institution sets, and for ever until it does', async () => {
    const officer = await as(someone('data-protection-officer'))
    const later = new Date(services.clock.now().getTime() + 400 * 86_400_000)
    await deleteAccessesDue(db, later)
    const count = async () => (await db`select from platform.accesses where institution_id = ${here}`).length
    expect(await count()).toBeGreaterThan(0)
    const name = `muaj-${here}`
    expect((await officer.post(peopleUrls.accessTerm(), { institucioni: here, [name]: '0' })).status).toBe(422)
    expect((await officer.post(peopleUrls.accessTerm(), { institucioni: here, [name]: '12' })).status).toBe(303)
    await deleteAccessesDue(db, services.clock.now())
    expect(await count()).toBeGreaterThan(0)
    await deleteAccessesDue(db, later)
    expect(await count()).toBe(0)
  })
})

describe('security events', () => {
  it('are those of the own institution for an administrator, narrowed and taken as a file', async () => {
    const [mine, theirs] = [someone(), someone('clerk', 'provas')]
    await givenPerson(services, mine)
    await givenPerson(services, theirs)
    const page = await administrator.read(peopleUrls.security())
    expect(page).toContain(mine.name)
    expect(page).not.toContain(theirs.name)
    expect(await administrator.read(`${peopleUrls.security()}?ngjarja=locked-out`)).toContain(t.security.none)
    expect(await administrator.read(`${peopleUrls.security()}?dita=2020-01-01`)).toContain(t.security.none)
    const file = await (await as(people.operator)).get(`${peopleUrls.securityFile()}?q=${theirs.email}`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await file.text()).toContain(theirs.name)
  })
})

it('the last day of a role is the day that was typed', async () => {
  const person = someone()
  const id = await givenPerson(services, person)
  const [role] = await listHeldRoles(db, id, services.clock.now())
  const day = { 'deri-day': '31', 'deri-month': '12', 'deri-year': '2026' }
  expect((await administrator.post(peopleUrls.endRole(id, role?.id ?? ''), day)).status).toBe(303)
  const [ending] = await listHeldRoles(db, id, services.clock.now())
  expect(ending?.validTo?.toISOString()).toBe('2026-12-31T23:00:00.000Z')
  expect(await administrator.read(peopleUrls.person(id))).toContain('31 dhjetor 2026')
})
