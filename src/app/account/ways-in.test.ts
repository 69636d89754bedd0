import { afterAll, describe, expect, it } from 'vitest'
import { listIdentities, type NewProvider } from '#platform/auth/oidc-queries.ts'
import { addProvider, endProvider } from '#platform/auth/oidc-providers.ts'
import {
  codeInLetter,
  enrolled,
  givenAccount,
  someEmail,
  testServices,
  totpAt,
  type TestServices,
} from '#platform/auth/testing.ts'
import { testDatabase } from '#test/database.ts'
import { startIdentityProvider } from '#test/identity-provider.ts'
import { accountWeb, Browser } from './testing.ts'

const db = await testDatabase()
const operator = [{ role: 'operator', institutionId: null }] as const

const SLUGS = ['asnje', 'larte', 'mesme', 'jashte'] as const
const callbacks = SLUGS.map((slug) => `http://127.0.0.1:3000/hyr/me/${slug}/kthimi`)
const people = [
  { sub: 'ana', email: 'ana@posta.example' },
  { sub: 'pa-vertetim', email: 'pa.vertetim@posta.example', verified: false },
  { sub: 'pa-adrese', name: 'Liri Prove' },
  { sub: 'zyrtar', email: 'zyrtar@prova.example' },
  { sub: 'tjeter', email: 'tjeter@posta.example', name: 'Tjetër Prove' },
]
const provider = await startIdentityProvider(callbacks, people)
afterAll(() => provider.stop())

const settings: Omit<NewProvider, 'slug' | 'officeFrom'> = {
  name: 'Ofruesi prove',
  issuer: provider.issuer,
  clientId: provider.clientId,
  scopes: 'openid email profile',
  levels: { 'urn:prove:low': 'low', 'urn:prove:substantial': 'substantial', 'urn:prove:high': 'high' },
  acrValues: 'urn:prove:high urn:prove:substantial urn:prove:low',
}

/** One provider under four names: what its word is worth is for the operator to say. */
const setUp = testServices(db)
for (const [slug, officeFrom] of [
  ['asnje', null],
  ['larte', 'high'],
  ['mesme', 'substantial'],
] as const) {
  await addProvider(setUp, { ...settings, slug, officeFrom }, provider.clientSecret)
}
await addProvider(setUp, { ...settings, slug: 'jashte', officeFrom: null, issuer: 'http://127.0.0.1:9' }, 'x')

type Way = { slug?: string; acr?: string; person: string }

/** To the provider, through its forms, and back; gives the answer to the return. */
async function through(browser: Browser, { slug = 'asnje', acr = 'urn:prove:low', person }: Way, query = '') {
  const begun = await browser.get(`/hyr/me/${slug}${query}`)
  expect(begun.status).toBe(303)
  return browser.get(await provider.pass(begun.location, person, { acr }))
}

/** An official with an application, signed in at level 2, and the identity linked. */
async function linkedOfficial(services: TestServices, sub: string, slug = 'asnje') {
  await db`delete from platform.external_identities where subject = ${sub}`
  const { id, email } = await givenAccount(services, { roles: [...operator] })
  const { grant, secret } = await enrolled(services, email)
  const browser = new Browser(accountWeb(services))
  browser.cookies.set('kuvend', grant.token)
  expect(await through(browser, { slug, person: sub }, '?qellimi=lidhja')).toMatchObject({
    location: '/llogaria/identitetet/lidhja',
  })
  const page = await browser.get('/llogaria/identitetet/lidhja')
  expect(page.body).toContain(people.find((one) => one.sub === sub)?.email)
  expect(await browser.post('/llogaria/identitetet/lidhja')).toMatchObject({
    location: '/llogaria/identitetet?bere=lidhur',
  })
  return { id, email, secret, browser }
}

describe('a citizen at a provider of identities', () => {
  it('comes in under the address that the provider has verified, and goes where they were going', async () => {
    const browser = new Browser(accountWeb(testServices(db)))
    expect((await browser.get('/hyr')).body).toContain('href="/hyr/me/asnje"')
    const back = await through(browser, { person: 'ana' }, '?pastaj=%2Fkonsultime')
    expect(back).toMatchObject({ status: 303, location: '/hyr?pastaj=%2Fkonsultime' })
    expect(await browser.get(back.location)).toMatchObject({ location: '/konsultime' })
    expect([...browser.cookies.keys()]).toEqual(['kuvend'])
    const account = (await browser.get('/llogaria')).body
    expect(account).toContain('ana@posta.example')
    expect(account).toContain('Ofruesi prove (nivel i ulët sigurie)')
    expect(await browser.get('/zyra')).toMatchObject({ status: 403 })
    const again = new Browser(accountWeb(testServices(db)))
    await through(again, { person: 'ana' })
    expect((await again.get('/llogaria')).body).toContain('ana@posta.example')
    expect(await db`select id from platform.external_identities where subject = 'ana'`).toHaveLength(1)
  })

  it('whose address is not verified, or not told, is known by nobody', async () => {
    for (const person of ['pa-vertetim', 'pa-adrese']) {
      const browser = new Browser(accountWeb(testServices(db)))
      const back = await through(browser, { person })
      expect(back.status).toBe(409)
      expect(back.body).toContain('nuk është lidhur')
      expect(browser.cookies.size).toBe(0)
    }
    expect(await db`select id from platform.contacts where email = 'pa.vertetim@posta.example'`).toHaveLength(0)
  })

  it('links an identity once signed in, sees whose it is before, and takes it away', async () => {
    const services = testServices(db)
    const email = someEmail()
    const browser = new Browser(accountWeb(services))
    await browser.post('/hyr', { email })
    await browser.post('/hyr/kodi', { kodi: await codeInLetter(services, email) })
    await through(browser, { person: 'pa-adrese' }, '?qellimi=lidhja')
    expect((await browser.get('/llogaria/identitetet/lidhja')).body).toContain('Liri Prove')
    await browser.post('/llogaria/identitetet/lidhja')
    const other = new Browser(accountWeb(services))
    await through(other, { person: 'pa-adrese' })
    const account = (await other.get('/llogaria/identitetet')).body
    expect((await other.get('/llogaria')).body).toContain(email)
    const unlink = /action="(\/llogaria\/identitetet\/[0-9a-f-]{36}\/heqja)"/.exec(account)?.[1] ?? ''
    const stranger = new Browser(accountWeb(services))
    await through(stranger, { person: 'ana' })
    expect((await stranger.post(unlink)).status).toBe(404)
    expect(await other.post(unlink)).toMatchObject({ location: '/llogaria/identitetet?bere=hequr' })
    expect((await through(new Browser(accountWeb(services)), { person: 'pa-adrese' })).status).toBe(409)
  })
})

describe('an official at a provider of identities', () => {
  it('is not taken over by an address: the account is linked from inside alone', async () => {
    const services = testServices(db)
    const { id } = await givenAccount(services, { roles: [...operator] })
    await db`update platform.accounts set email = 'zyrtar@prova.example' where id = ${id}`
    const browser = new Browser(accountWeb(services))
    const back = await through(browser, { slug: 'mesme', acr: 'urn:prove:high', person: 'zyrtar' })
    expect(back.status).toBe(409)
    expect(browser.cookies.size).toBe(0)
    expect(await listIdentities(db, { accountId: id })).toEqual([])
  })

  it('links nothing at level 1, nothing with an old proof, nothing that is somebody else’s', async () => {
    const services = testServices(db)
    const { browser, email, secret } = await linkedOfficial(services, 'tjeter')
    services.clock.pass(16)
    const stale = await browser.get('/hyr/me/asnje?qellimi=lidhja')
    expect(stale.location).toBe('/llogaria/konfirmimi?pastaj=%2Fllogaria%2Fidentitetet')
    const half = new Browser(accountWeb(services))
    await half.post('/hyr', { email })
    await half.post('/hyr/kodi', { kodi: await codeInLetter(services, email) })
    expect((await half.get('/hyr/me/asnje?qellimi=lidhja')).location).toBe('/hyr/faktori?pastaj=%2Fllogaria')
    await half.post('/hyr/faktori', { kodi: totpAt(secret, services.clock.now()) })
    await db`delete from platform.external_identities where subject = 'ana'`
    await through(new Browser(accountWeb(services)), { person: 'ana' })
    await through(half, { person: 'ana' }, '?qellimi=lidhja')
    expect(await half.post('/llogaria/identitetet/lidhja')).toMatchObject({ status: 409 })
  })

  it.each([
    ['low, whatever the operator says', 'mesme', 'urn:prove:low', false],
    ['a level that nobody has mapped', 'mesme', 'urn:prove:other', false],
    ['substantial without a word of the operator', 'asnje', 'urn:prove:substantial', false],
    ['high without a word of the operator', 'asnje', 'urn:prove:high', false],
    ['substantial where high is asked for', 'larte', 'urn:prove:substantial', false],
    ['high where high is asked for', 'larte', 'urn:prove:high', true],
    ['substantial where that is enough', 'mesme', 'urn:prove:substantial', true],
    ['high where substantial is enough', 'mesme', 'urn:prove:high', true],
  ])('with %s: the office opens or asks for the second factor', async (_, slug, acr, opens) => {
    const services = testServices(db)
    const { secret } = await linkedOfficial(services, 'tjeter', slug)
    services.clock.pass(1)
    const browser = new Browser(accountWeb(services))
    const back = await through(browser, { slug, acr, person: 'tjeter' }, '?pastaj=%2Fzyra')
    expect(back.status).toBe(303)
    if (!opens) {
      expect(await browser.get('/zyra')).toMatchObject({ status: 403, body: 'second-factor-needed' })
      expect((await browser.get(back.location)).location).toBe('/hyr/faktori?pastaj=%2Fzyra')
      const kodi = totpAt(secret, services.clock.now())
      expect(await browser.post('/hyr/faktori', { kodi })).toMatchObject({ location: '/zyra' })
    }
    expect((await browser.get('/zyra')).body).toBe('the office of Ana Shembulli')
  })

  it('confirms at the provider that it is them, with the level that the office asks for', async () => {
    const services = testServices(db)
    const { browser } = await linkedOfficial(services, 'tjeter', 'mesme')
    services.clock.pass(16)
    const query = '?qellimi=konfirmimi&pastaj=%2Fllogaria%2Fkodet-rezerve'
    expect((await through(browser, { slug: 'mesme', person: 'tjeter' }, query)).status).toBe(409)
    const other = { slug: 'mesme', acr: 'urn:prove:high', person: 'ana' }
    expect((await through(browser, other, query)).status).toBe(409)
    expect((await browser.get('/llogaria/kodet-rezerve')).status).toBe(303)
    const back = await through(browser, { ...other, person: 'tjeter' }, query)
    expect(back).toMatchObject({ status: 303, location: '/llogaria/kodet-rezerve' })
    expect((await browser.get('/llogaria/kodet-rezerve')).status).toBe(200)
  })

  it('is put out with everybody when the operator takes the provider away', async () => {
    const services = testServices(db)
    await addProvider(services, { ...settings, slug: 'iku', officeFrom: null }, null)
    const browser = new Browser(accountWeb(services))
    await through(browser, { person: 'ana' })
    await db`update platform.sessions set provider_id = (select id from platform.identity_providers where slug = 'iku')
             where means = 'oidc' and ended_at is null`
    expect(await endProvider(services, 'iku')).toMatchObject({ kind: 'ended' })
    expect((await browser.get('/llogaria')).status).toBe(303)
    expect((await browser.get('/hyr/me/iku')).status).toBe(404)
    expect(await endProvider(services, 'iku')).toMatchObject({ kind: 'refused' })
  })
})

describe('what does not come from where it began', () => {
  const tampered = async (change: (url: URL) => void) => {
    const browser = new Browser(accountWeb(testServices(db)))
    const url = new URL((await browser.get('/hyr/me/asnje')).location)
    change(url)
    const back = await browser.get(await provider.pass(url.href, 'ana', { acr: 'urn:prove:low' }))
    return { back, browser }
  }

  it.each(['state', 'nonce', 'code_challenge'])('another %s is refused', async (name) => {
    const { back, browser } = await tampered((url) => url.searchParams.set(name, 'x'.repeat(43)))
    expect(back.status).toBe(409)
    expect(back.body).toContain('nuk u verifikua')
    expect(browser.cookies.size).toBe(0)
  })

  it('another browser, a bent cookie, too long a wait: nothing opens', async () => {
    const services = testServices(db)
    const browser = new Browser(accountWeb(services))
    const begun = await browser.get('/hyr/me/asnje')
    const back = await provider.pass(begun.location, 'ana')
    const cookie = browser.cookies.get('kuvend-ofruesi') ?? ''
    expect((await new Browser(accountWeb(services)).get(back)).status).toBe(409)
    const bent = new Browser(accountWeb(services))
    bent.cookies.set('kuvend-ofruesi', `${cookie.slice(0, -4)}AAAA`)
    expect((await bent.get(back)).status).toBe(409)
    services.clock.pass(16)
    expect((await browser.get(back)).status).toBe(409)
  })

  it('the same answer twice: the browser’s button leads on, a copied cookie opens nothing', async () => {
    const services = testServices(db)
    const browser = new Browser(accountWeb(services))
    const begun = await browser.get('/hyr/me/asnje')
    const cookie = browser.cookies.get('kuvend-ofruesi') ?? ''
    const back = await provider.pass(begun.location, 'ana')
    expect((await browser.get(back)).status).toBe(303)
    expect(await browser.get(back)).toMatchObject({ status: 303, location: '/llogaria' })
    const thief = new Browser(accountWeb(services))
    thief.cookies.set('kuvend-ofruesi', cookie)
    expect((await thief.get(back)).status).toBe(409)
    expect(thief.cookies.has('kuvend')).toBe(false)
  })

  it('whoever says no at the provider is told so, in their language', async () => {
    const browser = new Browser(accountWeb(testServices(db)))
    const begun = await browser.get('/en/hyr/me/asnje')
    const back = await browser.get(await provider.pass(begun.location, 'ana', { refuse: true }))
    expect(back.status).toBe(409)
    expect(back.body).toContain('Signing in was broken off')
    expect(back.body).toContain('href="/en/hyr"')
  })

  it('a provider that is down says so, and the mailed code works', async () => {
    const browser = new Browser(accountWeb(testServices(db)))
    const down = await browser.get('/hyr/me/jashte?pastaj=%2Fkonsultime')
    expect(down.status).toBe(503)
    expect(down.body).toContain('href="/hyr?pastaj=%2Fkonsultime"')
    expect((await browser.get('/hyr/me/nuk-ka')).status).toBe(404)
  })
})
