import { describe, expect, it } from 'vitest'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { aCounterForm, caseNow, clerkOf, givenCase, institutionId } from './testing.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = officeIntakeTexts('sq')
const here = await institutionId(services, 'prova')
const cookie = await web.signedInAs(clerkOf('prova'))

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const enter = (changes: Record<string, string | File | File[]> = {}, sending = { cookie }) =>
  web.post(intakeUrls.counter(), { ...aCounterForm(here), ...changes }, sending)

const idIn = (response: Response): string =>
  /hyrjet\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''

const countCases = async () => (await db<{ n: number }[]>`select count(*)::int as n from platform.cases`)[0]?.n ?? 0

describe('a case entered at the counter', () => {
  it('needs a name, what it is about and the words, and gives a receipt with number and code', async () => {
    const response = await enter()
    expect(response.status).toBe(303)
    const page = await (await web.get(response.headers.get('location') ?? '', { cookie })).text()
    const entered = await caseNow(services, idIn(response))
    expect(page).toContain(entered.code)
    expect(page).toContain(caseNumber(entered))
    expect(page).toContain('<svg')
    expect(page).toContain('/ceshtja')
    expect(entered).toMatchObject({ state: 'new', channel: 'counter', registerYear: 2026, email: null })
    expect(entered.enteredAt).toEqual(services.clock.now())
    expect(entered.receivedAt).toEqual(services.clock.now())
  })

  it('whose button was pressed twice is one case; changed words are another', async () => {
    const form = aCounterForm(here)
    const before = await countCases()
    const both = await Promise.all([enter(form), enter(form)])
    expect(new Set(both.map(idIn)).size).toBe(1)
    expect(await countCases()).toBe(before + 1)
    await enter({ ...form, fjalet: 'Edhe llamba e dytë.' })
    expect(await countCases()).toBe(before + 2)
  })

  it('comes back with what was typed when something is missing, and nothing is written', async () => {
    const before = await countCases()
    const response = await enter({ emri: '', fjalet: '', lenda: 'Uji <b>' })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('href="#emri"')
    expect(page).toContain('href="#fjalet"')
    expect(page).toContain('Uji &lt;b&gt;')
    expect(await countCases()).toBe(before)
  })

  it('takes a scan instead of words, from the machine or from the telephone', async () => {
    const scan = new File([PNG], 'letra.png', { type: 'image/png' })
    const response = await enter({ fjalet: '', skanimet: scan, fotografia: new File([PNG], 'foto.png') })
    expect(response.status).toBe(303)
    const page = await (await web.get(intakeUrls.one(idIn(response)), { cookie })).text()
    expect(page).toContain('letra.png')
    expect(page).toContain('foto.png')
    const [document] = await db<{ id: string; role: string; class: string }[]>`
      select id, role, class from platform.documents where subject = ${`intake.case:${idIn(response)}`} limit 1`
    expect(document).toMatchObject({ role: 'scan', class: 'personal' })
    const file = await web.get(intakeUrls.document(idIn(response), document?.id ?? ''), { cookie })
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  })

  it('of which one has an e-mail address gets its receipt by letter too, once', async () => {
    const form = aCounterForm(here, { adresa: 'Arta@Posta.example' })
    await enter(form)
    await enter(form)
    const letters = await lettersTo(db, 'arta@posta.example')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('/ceshtja?numri=')
  })
})

describe('its three dates', () => {
  const day = (name: string, d: string, m: string, y: string) => ({
    [`${name}-day`]: d,
    [`${name}-month`]: m,
    [`${name}-year`]: y,
  })

  it('may lie in the past: received on a day, written before, entered now', async () => {
    const response = await enter({ ...day('pranuar', '20', '11', '2026'), ...day('shkruar', '17', '11', '2026') })
    expect(await caseNow(services, idIn(response))).toMatchObject({
      happenedOn: '2026-11-17',
      receivedTo: 'day',
      filedOn: '2026-11-20',
      enteredAt: services.clock.now(),
    })
  })

  it('by registered post count from the day of posting', async () => {
    const response = await enter({
      rruga: 'paper',
      regjistruar: 'po',
      ...day('pranuar', '20', '11', '2026'),
      ...day('shkruar', '17', '11', '2026'),
    })
    expect(await caseNow(services, idIn(response))).toMatchObject({ channel: 'paper', filedOn: '2026-11-17' })
  })

  it.each([
    ['a day of receipt in the future', day('pranuar', '23', '11', '2026'), 'pranuar'],
    ['a day of writing in the future', day('shkruar', '1', '1', '2027'), 'shkruar'],
    [
      'written after it was received',
      { ...day('pranuar', '1', '11', '2026'), ...day('shkruar', '2', '11', '2026') },
      'shkruar',
    ],
    ['a year of the wrong century', day('pranuar', '1', '11', '0226'), 'pranuar'],
    ['no day at all', day('pranuar', '31', '2', '2026'), 'pranuar'],
    ['registered post without a day of posting', { regjistruar: 'po' }, 'shkruar'],
  ])('are refused: %s', async (_what, fields, at) => {
    const response = await enter(fields)
    expect([response.status, (await response.text()).includes(`href="#${at}"`)]).toEqual([422, true])
  })

  it('put a paper received last December into last year’s register', async () => {
    const response = await enter(day('pranuar', '30', '12', '2025'))
    expect(await caseNow(services, idIn(response))).toMatchObject({ registerYear: 2025, registerNumber: 1 })
  })
})

describe('numbers', () => {
  it('have no gap when many enter at once and some are refused, and each institution counts for itself', async () => {
    const there = await givenCase(services, 'provas')
    expect(there.registerNumber).toBe(1)
    await Promise.all([...Array.from({ length: 12 }, () => enter()), enter({ emri: '' }), enter({ lenda: '' })])
    const rows = await db<{ n: number }[]>`
      select register_number as n from platform.cases where institution_id = ${here} and register_year = 2026 order by 1`
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1))
  })

  it('of the office’s protocol that stand already are warned of, and kept when the clerk insists', async () => {
    const protocol = {
      protokolli: '77',
      'protokolluar-day': '2',
      'protokolluar-month': '11',
      'protokolluar-year': '2026',
    }
    const first = await caseNow(services, idIn(await enter(protocol)))
    const before = await countCases()
    const warned = await enter(protocol)
    const page = await warned.text()
    expect(warned.status).toBe(422)
    expect(page).toContain(t.counter.errors.protocolTaken(caseNumber(first)).split(' ').at(-5) ?? '')
    expect(page).toContain('name="gjithsesi"')
    expect(await countCases()).toBe(before)
    expect((await enter({ ...protocol, gjithsesi: 'po' })).status).toBe(303)
    const found = await (await web.get(`${intakeUrls.inbox()}?q=77`, { cookie })).text()
    expect(found.match(/Nr\. 77 Prot\./g)).toHaveLength(2)
  })
})

it('a clerk of one institution enters nothing for another', async () => {
  const before = await countCases()
  const response = await enter({ institucioni: await institutionId(services, 'provas') })
  expect(response.status).toBe(403)
  expect(await countCases()).toBe(before)
})
