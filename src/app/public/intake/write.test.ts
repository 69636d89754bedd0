import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { intakeJobs } from '#platform/intake/intake-jobs.ts'
import { confirmContact } from '#platform/auth/sign-in-queries.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, newestLetterTo, pathIn } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { casePersonalData } from '../../office/intake/intake-personal-data.ts'
import { caseNow, clerkOf, givenCase } from '../../office/intake/testing.ts'
import { writeTexts } from './texts.ts'
import { writeUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = writeTexts('sq')
let writers = 0
const someWriter = () => `qytetare-${++writers}@posta.example`

const aLetter = (changes: Record<string, string> = {}) => ({
  dergesa: randomUUID(),
  emri: 'Lirije Shembull',
  lenda: 'Orari i tregut',
  shkrimi: 'Tregu të hapet më herët.',
  adresa: someWriter(),
  ...changes,
})
const send = (fields: Record<string, string>) => web.post(writeUrls.form('prova'), fields)
const casesOf = (email: string) => db<
  { id: string; state: string; code: string | null; registerNumber: number | null }[]
>`
  select case_row.id, state, code, register_number from platform.cases as case_row
  join platform.case_senders as sender on sender.case_id = case_row.id where sender.email = ${email}`

describe('a letter by the web form', () => {
  it('counts once its writer pressed the button behind the link; opening the link changes nothing', async () => {
    const letter = aLetter()
    expect((await send(letter)).status).toBe(303)
    expect(await casesOf(letter.adresa)).toMatchObject([{ state: 'sent', code: null, registerNumber: null }])
    const link = pathIn(await newestLetterTo(db, letter.adresa), '/shkrimi/')
    for (let n = 0; n < 3; n++) expect((await web.get(link)).status).toBe(200)
    expect(await casesOf(letter.adresa)).toMatchObject([{ state: 'sent' }])
    services.clock.passMinutes(90)
    for (let n = 0; n < 2; n++) expect((await web.post(`${link}/konfirmimi`, {})).status).toBe(303)
    const [one] = await casesOf(letter.adresa)
    expect(one).toMatchObject({ state: 'new' })
    expect(await (await web.get(link)).text()).toContain(one?.code ?? '-')
    const letters = await lettersTo(db, letter.adresa)
    expect(letters).toHaveLength(2)
    expect(letters[1]?.body).toContain(one?.code ?? '-')
    const clerk = await web.signedInAs(clerkOf('prova'))
    expect(await (await web.get('/zyra/hyrjet', { cookie: clerk })).text()).toContain(one?.id)
  })

  it('sent twice by one form is one letter, and what comes back with an error keeps its words', async () => {
    const letter = aLetter()
    await Promise.all([send(letter), send(letter)])
    expect(await casesOf(letter.adresa)).toHaveLength(1)
    expect(await lettersTo(db, letter.adresa)).toHaveLength(1)
    const bad = await send(aLetter({ adresa: 'jo', emri: '' }))
    const page = await bad.text()
    expect(bad.status).toBe(422)
    for (const field of ['emri', 'adresa']) expect(page).toContain(`href="#${field}"`)
    expect(page).toContain('Tregu të hapet më herët.')
  })

  it('that nobody confirms is unseen by the office and gone after seven days', async () => {
    const letter = aLetter()
    await send(letter)
    const link = pathIn(await newestLetterTo(db, letter.adresa), '/shkrimi/')
    services.clock.passMinutes(7 * 1440 + 1)
    expect((await web.post(`${link}/konfirmimi`, {})).status).toBe(409)
    await intakeJobs(services)['intake.erase-unconfirmed']?.({})
    expect(await casesOf(letter.adresa)).toEqual([])
    expect((await web.get(link)).status).toBe(404)
  })

  it('is limited for one address, with the words kept', async () => {
    const adresa = someWriter()
    for (let n = 0; n < 10; n++) expect((await send(aLetter({ adresa }))).status).toBe(303)
    const response = await send(aLetter({ adresa }))
    const page = await response.text()
    expect([response.status, page.includes(t.form.errors.tooMany)]).toEqual([429, true])
    expect(page).toContain('Tregu të hapet më herët.')
  })
})

describe('number and code', () => {
  const look = (numri: string, kodi: string) =>
    web.get(`${writeUrls.lookup()}?${new URLSearchParams({ numri, kodi }).toString()}`)

  it('show how far the case has come, and neither name nor words nor addresses of its writer', async () => {
    const sender = { name: 'Fshehur Shembull', postal: 'Rruga e Fshehtë 7', telephone: '069 000 11 22', email: null }
    const one = await givenCase(services, 'prova', { sender, about: 'Lënda e fshehur', words: 'Fjala rrokullima.' })
    const response = await look(`${one.registerNumber}/2026`, one.code)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain(t.lookup.states.new)
    for (const secret of ['Fshehur', 'Fshehtë', '069 000', 'fshehur', 'rrokullima']) expect(page).not.toContain(secret)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect((await look(` nr. ${one.registerNumber} / 2026`, one.code.toLowerCase().replace('-', ' '))).status).toBe(200)
  })

  it('that do not belong together open nothing, and guessing is limited', async () => {
    const [one, other] = [await givenCase(services, 'prova'), await givenCase(services, 'prova')]
    expect((await look(`${one.registerNumber}/2026`, other.code)).status).toBe(404)
    expect((await look('', 'x')).status).toBe(422)
    let status = 0
    for (let n = 0; n < 130 && status !== 429; n++) status = (await look('1/2026', 'AAAA-AAAA')).status
    expect(status).toBe(429)
  })
})

it('a person sees what is kept of them and has it erased: the number stays, the words and the name go', async () => {
  const email = someWriter()
  const sender = { name: 'Harruar Shembull', postal: null, telephone: null, email }
  const one = await givenCase(services, 'prova', { sender, words: 'Fjala harrueshme.' })
  const contactId = await db.begin((tx) => confirmContact(tx, email, 'sq', services.clock.now()))
  expect(await casePersonalData.ofContact(services, 'sq', contactId, [])).toMatchObject([
    { data: { words: 'Fjala harrueshme.', name: 'Harruar Shembull' } },
  ])
  expect(await db.begin((tx) => casePersonalData.erase(tx, services, contactId, 'citizen'))).toBe(1)
  expect(await caseNow(services, one.id)).toMatchObject({
    registerNumber: one.registerNumber,
    about: null,
    words: null,
    senderName: null,
    email: null,
  })
  const clerk = await web.signedInAs(clerkOf('prova'))
  const page = await (await web.get(`/zyra/hyrjet/${one.id}`, { cookie: clerk })).text()
  for (const word of ['Harruar', 'harrueshme', email]) expect(page).not.toContain(word)
})
