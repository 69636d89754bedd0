import { describe, expect, it } from 'vitest'
import { TestKey } from '#platform/auth/passkey-testing.ts'
import {
  codeInLetter,
  enrolled,
  givenAccount,
  someEmail,
  testServices as servicesOf,
  totpAt,
} from '#platform/auth/testing.ts'
import { testDatabase } from '#test/database.ts'
import { accountWeb, Browser } from './testing.ts'

const db = await testDatabase()
const operator = [{ role: 'operator', institutionId: null }] as const
const LOCAL = { origins: ['http://127.0.0.1:3000', 'http://localhost:3000'] }
const NAMED = { origins: ['http://localhost:3000'] }
const testServices = () => servicesOf(db, LOCAL)

/** An official with an application, in a browser at level 2. */
async function official(services = testServices()) {
  const { id, email } = await givenAccount(services, { roles: [...operator] })
  const { grant, secret } = await enrolled(services, email)
  const browser = new Browser(accountWeb(services))
  browser.cookies.set('kuvend', grant.token)
  services.clock.pass(1)
  return { services, id, email, secret, browser }
}

async function afterCode(services: ReturnType<typeof testServices>, email: string): Promise<Browser> {
  const browser = new Browser(accountWeb(services))
  await db`delete from platform.mail_messages where recipient = ${email}`
  await browser.post('/hyr', { email })
  await browser.post('/hyr/kodi', { kodi: await codeInLetter(services, email) })
  return browser
}

/** What the script of the page does: asks what is to be signed. */
async function challengeOn(browser: Browser, qellimi: string): Promise<string> {
  const { body, status } = await browser.post('/hyr/celesi/sfida', { qellimi })
  return status === 200 ? ((JSON.parse(body) as { challenge?: string }).challenge ?? '') : String(status)
}

async function withKey() {
  const who = await official()
  const key = new TestKey(servicesOf(db, NAMED))
  const made = key.made(await challengeOn(who.browser, 'shtimi'))
  const added = await who.browser.post('/llogaria/celesat', { emri: ' Telefoni  im ', pergjigja: made })
  expect(added).toMatchObject({ status: 303, location: '/llogaria/celesat?bere=shtuar' })
  return { ...who, key }
}

const codesOn = (body: string): string[] =>
  [...body.matchAll(/<code[^>]*>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map(([, code = '']) => code)
const formOn = (body: string): string => /name="dergesa" value="([^"]+)"/.exec(body)?.[1] ?? ''

describe('one’s own passkeys', () => {
  it('are added, listed with name and kind, shown on the account, and removed after a question', async () => {
    const { browser } = await withKey()
    const page = (await browser.get('/llogaria/celesat?bere=shtuar')).body
    expect(page).toContain('Telefoni im')
    expect(page).toContain('i kësaj pajisjeje')
    expect(page).toContain('asnjëherë')
    expect((await browser.get('/llogaria')).body).toContain('U shtua një çelës hyrjeje')
    const remove = /href="(\/llogaria\/celesat\/[0-9a-f-]{36}\/heqja)"/.exec(page)?.[1] ?? ''
    expect((await browser.get(remove)).body).toContain('Hiqni çelësin «Telefoni im»?')
    const { browser: stranger } = await official()
    expect((await stranger.get(remove)).status).toBe(404)
    expect((await stranger.post(remove)).status).toBe(404)
    expect(await browser.post(remove)).toMatchObject({ location: '/llogaria/celesat?bere=hequr' })
    expect((await browser.post(remove)).status).toBe(404)
    expect((await browser.get('/llogaria/celesat')).body).toContain('Nuk keni ende asnjë çelës')
  })

  it('are offered to a browser that runs scripts, under the name for which they are made', async () => {
    const { browser } = await official()
    const page = (await browser.get('/llogaria/celesat')).body
    expect(page).toMatch(/<form[^>]* hidden[^>]*data-passkey="shtimi"[^>]*data-place="localhost"/)
    expect(page).toContain('data-passkey-without')
    const { browser: nowhere } = await official(servicesOf(db))
    expect((await nowhere.get('/llogaria/celesat')).body).not.toContain('data-passkey=')
    expect((await new Browser(accountWeb(servicesOf(db))).get('/hyr')).body).not.toContain('data-passkey=')
  })

  it('come back with what was typed when the name is missing or nothing was made', async () => {
    const { browser } = await official()
    const nameless = await browser.post('/llogaria/celesat', { emri: '', pergjigja: '' })
    expect(nameless).toMatchObject({ status: 422 })
    expect(nameless.body).toContain('href="#emri"')
    const unmade = await browser.post('/llogaria/celesat', { emri: 'Telefoni', pergjigja: '{}' })
    expect(unmade).toMatchObject({ status: 409 })
    expect(unmade.body).toContain('value="Telefoni"')
    expect(await browser.post('/llogaria/celesat', { emri: 'x'.repeat(61) })).toMatchObject({ status: 422 })
  })

  it('are set up as the first factor on the way into the office, in place of the application', async () => {
    const services = testServices()
    const { email } = await givenAccount(services, { roles: [...operator] })
    const browser = await afterCode(services, email)
    expect((await browser.get('/llogaria/faktori?pastaj=%2Fzyra')).body).toContain('/llogaria/celesat?pastaj=%2Fzyra')
    expect((await browser.get('/llogaria/celesat?pastaj=%2Fzyra')).body).toContain('faktori juaj i dytë')
    const made = new TestKey(servicesOf(db, NAMED)).made(await challengeOn(browser, 'shtimi'))
    const added = await browser.post('/llogaria/celesat', { emri: 'USB', pergjigja: made, pastaj: '/zyra' })
    expect(added).toMatchObject({ status: 303, location: '/zyra' })
    expect((await browser.get('/zyra')).status).toBe(200)
    const later = await afterCode(services, email)
    expect((await later.get('/llogaria/faktori')).location).toContain('/hyr/faktori')
    expect((await later.get('/llogaria/celesat')).location).toContain('/hyr/faktori')
    expect((await later.get('/hyr/faktori')).body).toContain('data-passkey="faktori"')
    expect(await challengeOn(later, 'shtimi')).toBe('409')
  })
})

describe('the way in by a passkey', () => {
  it('opens the office at once, and the old session in this browser ends', async () => {
    const { services, key, browser: before } = await withKey()
    const browser = new Browser(accountWeb(services))
    expect((await browser.get('/hyr')).body).toContain('data-passkey="hyrja"')
    const shown = key.shown(await challengeOn(browser, 'hyrja'))
    const entered = await browser.post('/hyr/celesi', { pergjigja: shown, pastaj: '/zyra' })
    expect(entered).toMatchObject({ status: 303, location: '/hyr?pastaj=%2Fzyra' })
    expect((await browser.get(entered.location)).location).toBe('/zyra')
    expect((await browser.get('/zyra')).status).toBe(200)
    const replayed = await browser.post('/hyr/celesi', { pergjigja: shown })
    expect(replayed.status).toBe(409)
    expect(replayed.body).toContain('Çelësi nuk u pranua')
    expect((await browser.get('/llogaria')).body).toContain('çelës hyrjeje')
    const again = key.shown(await challengeOn(before, 'hyrja'))
    const old = before.cookies.get('kuvend') ?? ''
    await before.post('/hyr/celesi', { pergjigja: again })
    before.cookies.set('kuvend', old)
    expect((await before.get('/llogaria')).status).toBe(303)
  })

  it('without a PIN opens nothing in the office before a code is shown', async () => {
    const { services, key, secret } = await withKey()
    const browser = new Browser(accountWeb(services))
    const shown = key.shown(await challengeOn(browser, 'hyrja'), { verified: false })
    const entered = await browser.post('/hyr/celesi', { pergjigja: shown })
    expect(entered).toMatchObject({ location: '/hyr/faktori' })
    expect(await browser.get('/zyra')).toMatchObject({ status: 403, body: 'second-factor-needed' })
    const same = key.shown(await challengeOn(browser, 'faktori'), { verified: false })
    const refused = await browser.post('/hyr/faktori/celesi', { pergjigja: same })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Duhet një mënyrë tjetër')
    expect(await browser.get('/zyra')).toMatchObject({ status: 403 })
    await browser.post('/hyr/faktori', { kodi: totpAt(secret, services.clock.now()) })
    expect((await browser.get('/zyra')).status).toBe(200)
  })

  it('comes second after the mailed code', async () => {
    const { services, key, email } = await withKey()
    const browser = await afterCode(services, email)
    expect((await browser.get('/hyr/faktori')).body).toContain('data-passkey="faktori"')
    const shown = key.shown(await challengeOn(browser, 'faktori'), { verified: false })
    expect(await browser.post('/hyr/faktori/celesi', { pergjigja: shown })).toMatchObject({ location: '/zyra' })
    expect((await browser.get('/zyra')).status).toBe(200)
    expect((await browser.get('/llogaria')).body).toContain('kod me e-postë, çelës hyrjeje')
  })

  it('gives nobody anything to sign for a deed that is not theirs', async () => {
    const nobody = new Browser(accountWeb(testServices()))
    expect(await challengeOn(nobody, 'shtimi')).toBe('401')
    expect(await challengeOn(nobody, 'konfirmimi')).toBe('401')
    expect(await challengeOn(nobody, 'tjeter')).toBe('404')
  })
})

describe('one’s own recovery codes', () => {
  it('are shown once, open the office after the mailed code, and the account tells how many are left', async () => {
    const { services, browser, email } = await official()
    expect((await browser.get('/llogaria')).body).toContain('Nuk keni kode rezervë')
    const form = formOn((await browser.get('/llogaria/kodet-rezerve')).body)
    const made = await browser.post('/llogaria/kodet-rezerve', { dergesa: form })
    const codes = codesOn(made.body)
    expect(codes).toHaveLength(10)
    expect(codesOn((await browser.post('/llogaria/kodet-rezerve', { dergesa: form })).body)).toEqual(codes)
    expect(codesOn((await browser.get('/llogaria/kodet-rezerve')).body)).toEqual([])
    const lost = await afterCode(services, email)
    expect((await lost.get('/hyr/faktori?pastaj=%2Fzyra')).body).toContain('href="/hyr/kodi-rezerve?pastaj=%2Fzyra"')
    expect(await lost.post('/hyr/kodi-rezerve', { kodi: '12' })).toMatchObject({ status: 422 })
    const wrong = await lost.post('/hyr/kodi-rezerve', { kodi: '22222-22222' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.body).toContain('value="22222-22222"')
    expect(await lost.get('/zyra')).toMatchObject({ status: 403 })
    expect(await lost.post('/hyr/kodi-rezerve', { kodi: codes[3] ?? '' })).toMatchObject({ location: '/zyra' })
    expect((await lost.get('/zyra')).status).toBe(200)
    expect((await lost.get('/llogaria')).body).toContain('Kanë mbetur 9')
    const replay = await afterCode(services, email)
    expect(await replay.post('/hyr/kodi-rezerve', { kodi: codes[3] ?? '' })).toMatchObject({ status: 422 })
  })

  it('warn when few are left', async () => {
    const { browser, id } = await official()
    await browser.post('/llogaria/kodet-rezerve', { dergesa: 'x' })
    await db`update platform.recovery_codes set used_at = now() where account_id = ${id} and digest in
             (select digest from platform.recovery_codes where account_id = ${id} limit 7)`
    for (const path of ['/llogaria', '/llogaria/kodet-rezerve']) {
      expect((await browser.get(path)).body).toContain('po mbarojnë')
    }
  })

  it('are not for a citizen, nor for the mailed code alone', async () => {
    const { services, email } = await official()
    const half = await afterCode(services, email)
    expect((await half.get('/llogaria/kodet-rezerve')).location).toBe('/hyr/faktori?pastaj=%2Fllogaria%2Fkodet-rezerve')
    expect((await half.post('/llogaria/kodet-rezerve', { dergesa: 'x' })).location).toContain('/hyr/faktori')
    const citizen = await afterCode(services, someEmail())
    for (const path of ['/llogaria/kodet-rezerve', '/llogaria/celesat', '/llogaria/konfirmimi', '/hyr/kodi-rezerve']) {
      expect((await citizen.get(path)).location).toBe('/llogaria')
    }
  })
})

describe('before a deed that changes the ways in', () => {
  const deeds = ['/llogaria/kodet-rezerve', '/llogaria/celesat', '/llogaria/identitetet', '/llogaria/faktori'] as const

  it('a proof older than a quarter of an hour is asked for again, and leads back', async () => {
    const { services, browser, secret } = await official()
    services.clock.pass(15)
    for (const path of deeds) {
      expect((await browser.get(path)).location).toBe(`/llogaria/konfirmimi?pastaj=${encodeURIComponent(path)}`)
    }
    services.clock.pass(15)
    expect((await browser.post('/llogaria/kodet-rezerve', { dergesa: 'x' })).location).toContain('/llogaria/konfirmimi')
    expect((await browser.get('/llogaria/konfirmimi?pastaj=%2Fllogaria%2Fcelesat')).body).toContain('name="kodi"')
    const form = { pastaj: '/llogaria/celesat' }
    expect(await browser.post('/llogaria/konfirmimi', { ...form, kodi: '12' })).toMatchObject({ status: 422 })
    expect(await browser.post('/llogaria/konfirmimi', { ...form, kodi: '000000' })).toMatchObject({ status: 422 })
    const kodi = totpAt(secret, services.clock.now())
    expect(await browser.post('/llogaria/konfirmimi', { ...form, kodi })).toMatchObject({
      location: '/llogaria/celesat',
    })
    expect((await browser.get('/llogaria/celesat')).status).toBe(200)
    expect(await browser.post('/llogaria/konfirmimi', { ...form, kodi })).toMatchObject({ status: 409 })
  })

  it('a passkey is a proof, and one press for an invented person', async () => {
    const { services, browser, key } = await withKey()
    services.clock.pass(16)
    const shown = key.shown(await challengeOn(browser, 'konfirmimi'))
    const wrong = await browser.post('/llogaria/konfirmimi/celesi', { pergjigja: '{}' })
    expect(wrong.status).toBe(409)
    const answer = { pergjigja: shown, pastaj: '/llogaria/celesat' }
    expect(await browser.post('/llogaria/konfirmimi/celesi', answer)).toMatchObject({ location: '/llogaria/celesat' })
    expect((await browser.post('/llogaria/konfirmimi/demonstrim')).status).toBe(404)
    const demo = servicesOf(db, { demo: true })
    const { id } = await givenAccount(demo, { roles: [...operator], demonstration: true })
    const invented = new Browser(accountWeb(demo))
    await invented.post('/hyr/demonstrim', { llogaria: id })
    demo.clock.pass(16)
    expect((await invented.get('/llogaria/celesat')).status).toBe(303)
    await invented.post('/llogaria/konfirmimi/demonstrim', { pastaj: '/llogaria/celesat' })
    expect((await invented.get('/llogaria/celesat')).status).toBe(200)
  })
})
