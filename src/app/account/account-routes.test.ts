import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { describe, expect, it } from 'vitest'
import { codeInLetter, enrolled, givenAccount, someEmail, testServices, totpAt } from '#platform/auth/testing.ts'
import type { Services } from '#platform/services.ts'
import { testDatabase } from '#test/database.ts'
import { accountWeb, Browser } from './testing.ts'

const db = await testDatabase()
const operator = [{ role: 'operator', institutionId: null }] as const

/** A browser that has typed the address and the mailed code. */
async function afterCode(services: Services, email: string, returnPath = ''): Promise<Browser> {
  const browser = new Browser(accountWeb(services))
  await db`delete from platform.mail_messages where recipient = ${email}`
  await browser.post('/hyr', { email, pastaj: returnPath })
  await browser.post('/hyr/kodi', { kodi: await codeInLetter(services, email), pastaj: returnPath })
  return browser
}

const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const secretOn = (body: string): string => (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', '')

describe('a citizen', () => {
  it('signs in by e-mail address and code, and goes where they were going', async () => {
    const services = testServices(db)
    const email = someEmail()
    const browser = new Browser(accountWeb(services))
    expect((await browser.get('/hyr?pastaj=%2Fkonsultime%3Ffaqja%3D2')).body).toContain('value="/konsultime?faqja=2"')
    const asked = await browser.post('/hyr', { email: ` ${email.toUpperCase()} `, pastaj: '/konsultime?faqja=2' })
    expect(asked).toMatchObject({ status: 303, location: '/hyr/kodi?pastaj=%2Fkonsultime%3Ffaqja%3D2' })
    expect((await browser.get(asked.location)).body).toContain(email)
    const code = await codeInLetter(services, email)
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`
    const entered = await browser.post('/hyr/kodi', { kodi: typed, pastaj: '/konsultime?faqja=2' })
    expect(entered).toMatchObject({ status: 303, location: '/konsultime?faqja=2' })
    expect([...browser.cookies.keys()]).toEqual(['kuvend'])
    expect((await browser.get('/llogaria')).body).toContain(email)
  })

  it('who asked for no code is led to ask for one', async () => {
    const browser = new Browser(accountWeb(testServices(db)))
    expect(await browser.get('/hyr/kodi')).toMatchObject({ status: 303, location: '/hyr' })
    expect(await browser.post('/hyr/kodi', { kodi: '123456' })).toMatchObject({ status: 303, location: '/hyr' })
    expect(await browser.get('/hyr/faktori?pastaj=/zyra')).toMatchObject({ location: '/hyr?pastaj=%2Fzyra' })
    expect(await browser.post('/llogaria/seancat/te-tjerat/mbyllja')).toMatchObject({ status: 401 })
  })

  it('stays in English when they began in English', async () => {
    const services = testServices(db)
    const email = someEmail()
    const browser = new Browser(accountWeb(services))
    expect((await browser.get('/en/hyr')).body).toContain('Get a code')
    expect((await browser.post('/en/hyr', { email })).location).toBe('/en/hyr/kodi')
    const kodi = await codeInLetter(services, email)
    expect((await browser.post('/en/hyr/kodi', { kodi })).location).toBe('/en/llogaria')
  })

  it('gets back what they typed when it was wrong', async () => {
    const services = testServices(db)
    const browser = new Browser(accountWeb(services))
    const wrongEmail = await browser.post('/hyr', { email: 'ana<at>example', pastaj: '/konsultime' })
    expect(wrongEmail.status).toBe(422)
    expect(wrongEmail.body).toContain('value="ana&lt;at&gt;example"')
    expect(wrongEmail.body).toContain('value="/konsultime"')
    expect(wrongEmail.body).toContain('href="#email"')
    await browser.post('/hyr', { email: someEmail() })
    const wrongCode = await browser.post('/hyr/kodi', { kodi: '12 34' })
    expect(wrongCode).toMatchObject({ status: 422 })
    expect(wrongCode.body).toContain('value="12 34"')
  })

  it('is told with 422, 409 and 429 what became of a code', async () => {
    const services = testServices(db)
    const email = someEmail()
    const browser = new Browser(accountWeb(services))
    const statuses: number[] = []
    await browser.post('/hyr', { email })
    const kodi = (await codeInLetter(services, email)) === '000000' ? '000001' : '000000'
    for (let n = 0; n < 11; n++) statuses.push((await browser.post('/hyr/kodi', { kodi })).status)
    expect(statuses).toEqual([...Array.from({ length: 4 }, () => 422), ...Array.from({ length: 7 }, () => 429)])
    await db`delete from platform.lock_outs`
    await db`update platform.sign_in_codes set used_at = now() where email = ${email}`
    expect((await browser.post('/hyr/kodi', { kodi })).status).toBe(409)
  })

  it('is not taken to a foreign place', async () => {
    const services = testServices(db)
    for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
      const email = someEmail()
      const browser = new Browser(accountWeb(services))
      expect((await browser.get(`/hyr?pastaj=${encodeURIComponent(foreign)}`)).body).not.toContain('name="pastaj"')
      expect((await browser.post('/hyr', { email, pastaj: foreign })).location).toBe('/hyr/kodi')
      const kodi = await codeInLetter(services, email)
      expect((await browser.post('/hyr/kodi', { kodi, pastaj: foreign })).location).toBe('/llogaria')
    }
  })

  it('has no way into the office, nor in a circle', async () => {
    const services = testServices(db)
    const browser = await afterCode(services, someEmail())
    expect(await browser.get('/zyra')).toMatchObject({ status: 403, body: 'not-permitted' })
    expect((await browser.get('/hyr?pastaj=%2Fzyra')).status).toBe(200)
    expect(await browser.get('/hyr')).toMatchObject({ status: 303, location: '/llogaria' })
    expect(await browser.get('/llogaria/faktori')).toMatchObject({ status: 303, location: '/llogaria' })
  })

  it('signs out, and the cookie that is left opens nothing', async () => {
    const services = testServices(db)
    const browser = await afterCode(services, someEmail())
    const token = browser.cookies.get('kuvend') ?? ''
    expect(await browser.post('/dil')).toMatchObject({ status: 303, location: '/' })
    expect(browser.cookies.size).toBe(0)
    browser.cookies.set('kuvend', token)
    expect(await browser.get('/llogaria')).toMatchObject({ status: 303, location: '/hyr?pastaj=%2Fllogaria' })
  })

  it('ends one device, or all the others, from any of them', async () => {
    const services = testServices(db)
    const email = someEmail()
    const [first, second, third] = [
      await afterCode(services, email),
      await afterCode(services, email),
      await afterCode(services, email),
    ]
    const page = (await first.get('/llogaria')).body
    const ends = [...page.matchAll(/action="(\/llogaria\/seancat\/[0-9a-f-]{36}\/mbyllja)"/g)].map(([, path]) => path)
    expect(ends).toHaveLength(3)
    await first.post('/llogaria/seancat/te-tjerat/mbyllja')
    expect([(await second.get('/llogaria')).status, (await third.get('/llogaria')).status]).toEqual([303, 303])
    expect((await first.get('/llogaria?bere=te-tjerat')).body).toContain('u mbyllën')
    const stranger = await afterCode(services, someEmail())
    for (const path of ends) expect((await stranger.post(path ?? '')).status).toBe(404)
    expect((await first.get('/llogaria')).status).toBe(200)
  })
})

describe('staff', () => {
  it('with the mailed code alone open nothing in the office and are led to set up the second factor', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services, { roles: [...operator] })
    const browser = await afterCode(services, email, '/zyra')
    expect(await browser.get('/zyra')).toMatchObject({ status: 403, body: 'second-factor-needed' })
    expect((await browser.get('/hyr?pastaj=%2Fzyra')).location).toBe('/llogaria/faktori?pastaj=%2Fzyra')
    expect((await browser.get('/llogaria')).location).toBe('/llogaria/faktori?pastaj=%2Fllogaria')
    expect((await browser.get('/hyr/faktori')).location).toBe('/llogaria/faktori')
  })

  it('set up the second factor and are in, under a new token', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services, { roles: [...operator] })
    const browser = await afterCode(services, email, '/zyra')
    const before = browser.cookies.get('kuvend')
    const { body } = await browser.get('/llogaria/faktori?pastaj=%2Fzyra')
    expect(body).toContain('<svg')
    expect(body).not.toMatch(/ style=/)
    const secret = decodeBase32IgnorePadding(secretOn(body))
    const form = { celesi: hidden(body, 'celesi'), pastaj: hidden(body, 'pastaj') }
    const mistyped = await browser.post('/llogaria/faktori', { ...form, kodi: '1' })
    expect(mistyped.status).toBe(422)
    expect(secretOn(mistyped.body)).toBe(secretOn(body))
    const set = await browser.post('/llogaria/faktori', { ...form, kodi: totpAt(secret, services.clock.now()) })
    expect(set).toMatchObject({ status: 303, location: '/zyra' })
    expect((await browser.get('/zyra')).body).toBe('the office of Ana Shembulli')
    expect(browser.cookies.get('kuvend')).not.toBe(before)
    browser.cookies.set('kuvend', before ?? '')
    expect((await browser.get('/zyra')).status).toBe(303)
  })

  it('with a second factor are asked for it, whatever page they were going to', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services, { roles: [...operator] })
    const { secret } = await enrolled(services, email)
    services.clock.pass(1)
    const browser = await afterCode(services, email)
    expect((await browser.get('/llogaria/faktori')).location).toBe('/hyr/faktori?pastaj=%2Fllogaria%2Ffaktori')
    expect((await browser.post('/hyr/faktori', { kodi: '1' })).status).toBe(422)
    const kodi = totpAt(secret, services.clock.now())
    expect(await browser.post('/hyr/faktori', { kodi })).toMatchObject({ status: 303, location: '/zyra' })
    const replay = await (await afterCode(services, email)).post('/hyr/faktori', { kodi })
    expect(replay.status).toBe(409)
    expect((await browser.get('/llogaria')).body).toContain('operatori i sistemit')
  })

  it('see their roles and what happened, in the words of their country', async () => {
    const services = testServices(db)
    const [kosovo] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'provas'`
    const role = { role: 'consultation-coordinator', institutionId: kosovo?.id ?? '' } as const
    const { email } = await givenAccount(services, { roles: [role] })
    const { grant } = await enrolled(services, email)
    const browser = new Browser(accountWeb(services))
    browser.cookies.set('kuvend', grant.token)
    const { body } = await browser.get('/llogaria')
    expect(body).toContain('<li>zyrtari përgjegjës për konsultim publik, Komuna Provas</li>')
    expect(body).toContain('U dha një rol: zyrtari përgjegjës për konsultim publik, Komuna Provas')
    expect(body).toContain('U vendos faktori i dytë: me aplikacionin e kodeve')
    expect((await browser.get('/en/llogaria')).body).toContain('Municipality of Provas')
  })

  it('who left the set-up page open too long get a new secret and are told', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const browser = await afterCode(services, email)
    const stale = await browser.post('/llogaria/faktori', { celesi: 'AAAA', kodi: '123456' })
    expect(stale.status).toBe(409)
    expect(secretOn(stale.body)).toHaveLength(32)
  })
})

describe('the demonstration', () => {
  it('offers its people and lets them in at once', async () => {
    const services = testServices(db, { demo: true })
    const { id } = await givenAccount(services, { roles: [...operator], demonstration: true })
    const browser = new Browser(accountWeb(services))
    expect((await browser.get('/hyr')).body).toContain(`value="${id}"`)
    expect(await browser.post('/hyr/demonstrim', { llogaria: id })).toMatchObject({ status: 303, location: '/zyra' })
    expect((await browser.get('/zyra')).body).toBe('the office of Ana Shembulli')
    expect((await browser.get('/llogaria')).status).toBe(200)
  })

  it('does not exist when it is off', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services, { roles: [...operator], demonstration: true })
    const browser = new Browser(accountWeb(services))
    expect((await browser.get('/hyr')).body).not.toContain(id)
    expect((await browser.post('/hyr/demonstrim', { llogaria: id })).status).toBe(404)
    await browser.post('/hyr', { email })
    const kodi = await codeInLetter(services, email)
    expect((await browser.post('/hyr/kodi', { kodi })).status).toBe(409)
    expect((await browser.get('/zyra')).status).toBe(303)
  })

  it('answers 404 for people it does not have', async () => {
    const services = testServices(db, { demo: true })
    const { id } = await givenAccount(services, { roles: [...operator] })
    const browser = new Browser(accountWeb(services))
    expect((await browser.post('/hyr/demonstrim', { llogaria: id })).status).toBe(404)
    expect((await browser.post('/hyr/demonstrim', { llogaria: 'x' })).status).toBe(404)
  })
})
