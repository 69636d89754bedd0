import { describe, expect, it } from 'vitest'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb, type TestWeb } from '#test/web.ts'
import { textsOf } from '../account/account-texts.ts'
import { permissions, rightWords } from '../permissions.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const demonstration = testWeb(db, { demo: true, url: 'http://127.0.0.1:3000', origins: ['http://localhost:3000'] })

const as = async (person: TestPerson, path: string, where: TestWeb = web) =>
  where.get(path, { cookie: await where.signedInAs(person) })

const idOf = async (slug: string) => (await findInstitution(db, 'sq', slug))?.id ?? null

async function givenLetter(
  institution: string | null,
  subject: string,
  recipient = 'ana.shembull@example.org',
): Promise<string> {
  const institutionId = institution && (await idOf(institution))
  const body = `Përshëndetje,\n\nHapeni: http://localhost:3000/komenti/abc/konfirmimi\nJo këtë: http://evil.example/x`
  const letter = { institutionId, kind: 'service' as const, recipient, lang: 'sq' as const, subject, body }
  return (await db.begin((tx) => queueLetter(tx, web.services, letter))).id
}

const setState = (id: string, state: string, error: string | null = null) =>
  db`update platform.mail_messages set state = ${state}, last_error = ${error} where id = ${id}`

const stateOf = async (id: string) =>
  (await db<{ state: string }[]>`select state from platform.mail_messages where id = ${id}`)[0]?.state

describe('the gate of the office', () => {
  const everyPage = officeRoutes(web.app).map(({ method, path }) => ({
    method,
    path: path.replaceAll(/:\w+/g, crypto.randomUUID()),
  }))

  it('stands before pages of every module', () => {
    expect(everyPage.some(({ path }) => path === '/zyra')).toBe(true)
    expect(everyPage.some(({ path }) => path.startsWith('/zyra/konsultime'))).toBe(true)
  })

  it('opens nothing to a mailed code alone', async () => {
    const cookie = await web.signedInAs(people.albanianAdministrator, { level: 1 })
    for (const { method, path } of everyPage) {
      const response = method === 'GET' ? await web.get(path, { cookie }) : await web.post(path, {}, { cookie })
      expect([path, response.status]).toEqual([path, 403])
    }
  })

  it('opens nothing to a citizen', async () => {
    const cookie = await web.signedInAsCitizen('ana@example.org')
    for (const { method, path } of everyPage) {
      const response = method === 'GET' ? await web.get(path, { cookie }) : await web.post(path, {}, { cookie })
      expect([path, response.status]).toEqual([path, 403])
    }
  })

  it('opens nothing to nobody: a page leads to the sign-in and back, a deed is refused', async () => {
    for (const { method, path } of everyPage) {
      const response = method === 'GET' ? await web.get(path) : await web.post(path, {})
      expect([path, response.status]).toEqual([path, method === 'GET' ? 303 : 401])
    }
    expect((await web.get('/zyra/posta?pas=1')).headers.get('location')).toBe('/hyr?pastaj=%2Fzyra%2Fposta%3Fpas%3D1')
  })

  it('asks at addresses that lead nowhere too', async () => {
    expect((await web.get('/zyra/askund')).status).toBe(303)
    expect((await as(people.auditor, '/zyra/askund')).status).toBe(404)
  })
})

describe('the first page', () => {
  it('says who I am, in the words of my country, and for which institution', async () => {
    const albanian = await (await as(people.albanianCoordinator, '/zyra')).text()
    const kosovar = await (await as(people.kosovarCoordinator, '/zyra')).text()
    expect(albanian).toContain('koordinatori i konsultimit publik, Bashkia Prova')
    expect(kosovar).toContain('zyrtari përgjegjës për konsultim publik, Komuna Provas')
  })

  it('shows what waits in the modules, and the letters to those alone who may read them', async () => {
    const moderator = await (await as(people.albanianModerator, '/en/zyra')).text()
    expect(moderator).toContain('href="/en/zyra/komente?gjendja=waiting"')
    expect(moderator).not.toContain('/zyra/posta"')
    expect(await (await as(people.albanianAdministrator, '/zyra')).text()).toContain('href="/zyra/posta"')
  })

  it('is kept by no cache', async () => {
    expect((await as(people.operator, '/zyra')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('letters outside demonstration mode', () => {
  it('are shown with their recipients masked and without their words', async () => {
    const id = await givenLetter('prova', 'Konfirmoni komentin')
    for (const path of ['/zyra/posta', `/zyra/posta/${id}`]) {
      const page = await (await as(people.albanianAdministrator, path)).text()
      expect(page).toContain('Konfirmoni komentin')
      expect(page).toContain('a…@example.org')
      expect(page).not.toContain('ana.shembull')
      expect(page).not.toContain('/komenti/abc')
    }
  })

  it('are not found by an address that is typed', async () => {
    const page = await (await as(people.albanianAdministrator, '/zyra/posta?adresa=askush')).text()
    expect(page).toContain('Konfirmoni komentin')
  })

  it('stay in their institution', async () => {
    const id = await givenLetter('prova', 'Letër e Provës')
    const sent = await givenLetter(null, 'Kodi juaj i hyrjes')
    expect(await (await as(people.kosovarAdministrator, '/zyra/posta')).text()).not.toContain('Letër e Provës')
    expect((await as(people.kosovarAdministrator, `/zyra/posta/${id}`)).status).toBe(404)
    expect((await as(people.albanianAdministrator, `/zyra/posta/${sent}`)).status).toBe(404)
    expect((await as(people.operator, `/zyra/posta/${sent}`)).status).toBe(200)
  })

  it('are not for those who coordinate or moderate', async () => {
    expect((await as(people.albanianModerator, '/zyra/posta')).status).toBe(403)
    expect((await as(people.albanianCoordinator, '/zyra/posta')).status).toBe(403)
  })

  it('that are uncertain stand first and can be sent again', async () => {
    const id = await givenLetter('prova', 'Letër e pasigurt')
    await setState(id, 'uncertain', '451 <ana.shembull@example.org> lost')
    await givenLetter('prova', 'Letër më e re')
    const cookie = await web.signedInAs(people.albanianAdministrator)
    const list = await (await web.get('/zyra/posta', { cookie })).text()
    expect(list.indexOf('Letër e pasigurt')).toBeLessThan(list.indexOf('Letër më e re'))
    const page = await (await web.get(`/zyra/posta/${id}`, { cookie })).text()
    expect(page).toContain(sq.mail.states.uncertain.explanation)
    expect(page).toContain('451 &lt;a…@example.org&gt; lost')
    expect(page).toContain('Dërgoni përsëri')

    const sent = await web.post(`/zyra/posta/${id}/dergimi`, {}, { cookie })
    expect(sent.status).toBe(303)
    expect(await stateOf(id)).toBe('queued')
    const after = await (await web.get(sent.headers.get('location') ?? '', { cookie })).text()
    expect(after).toContain(sq.mail.sentAgain)
    expect((await web.post(`/zyra/posta/${id}/dergimi`, {}, { cookie })).status).toBe(409)
  })

  it('are sent again by nobody from elsewhere, nor by who may only read', async () => {
    const id = await givenLetter('prova', 'Letër tjetër')
    await setState(id, 'failed')
    const to = `/zyra/posta/${id}/dergimi`
    const of = async (person: TestPerson) => (await web.post(to, {}, { cookie: await web.signedInAs(person) })).status
    expect(await of(people.kosovarAdministrator)).toBe(404)
    expect(await of(people.auditor)).toBe(403)
    expect(await stateOf(id)).toBe('failed')
  })

  it('are paged by key: an older page begins where the newer one ended', async () => {
    for (let n = 1; n <= 25; n++) await givenLetter('provas', `Letra ${n}.`)
    const cookie = await web.signedInAs(people.kosovarAdministrator)
    const first = await (await web.get('/zyra/posta', { cookie })).text()
    const older = /href="(\/zyra\/posta\?pas=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = await (await web.get(older, { cookie })).text()
    const numbers = [first, second].map((page) => [...page.matchAll(/Letra (\d+)\./g)].map(([, n]) => Number(n)))
    expect(numbers[0]).toHaveLength(20)
    expect(new Set(numbers.flat()).size).toBe(25)
    expect(await (await web.get('/zyra/posta?pas=shkarravina', { cookie })).text()).toContain('Letra ')
  })

  it('are not there under a number that is none', async () => {
    expect((await as(people.operator, '/zyra/posta/1')).status).toBe(404)
  })
})

describe('letters in demonstration mode', () => {
  it('are read whole by every person, with links to this site alone', async () => {
    const page = await (await as(people.albanianModerator, '/zyra/posta', demonstration)).text()
    expect(page).toContain('ana.shembull@example.org')
    expect(page).toContain('<a href="/komenti/abc/konfirmimi">http://localhost:3000/komenti/abc/konfirmimi</a>')
    expect(page).toContain('http://evil.example/x')
    expect(page).not.toContain('href="http://evil.example')
  })

  it('are found by address', async () => {
    await givenLetter('prova', 'Për Bekimin', 'bekim@example.org')
    const found = await (await as(people.operator, '/zyra/posta?adresa=Bekim@', demonstration)).text()
    expect(found).toContain('Për Bekimin')
    expect(found).not.toContain('ana.shembull')
    const none = await (await as(people.operator, '/en/zyra/posta?adresa=askush@', demonstration)).text()
    expect(none).toContain(en.mail.noneFound)
  })
})

describe('the table of rights', () => {
  it('has words for every right of every module, in both languages', () => {
    const rights = Object.keys(permissions).toSorted()
    expect(Object.keys(rightWords.sq).toSorted()).toEqual(rights)
    expect(Object.keys(rightWords.en).toSorted()).toEqual(rights)
  })

  it('shows who has each right, as the program has it', async () => {
    const page = await (await as(people.auditor, '/en/zyra/te-drejtat')).text()
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*Send a letter again.*?<\/tr>/s.exec(page)?.[0] ?? ''
    const roles = textsOf('en').roles
    const named = ROLES.filter((role) => row.includes(roles[role]))
    expect(named.toSorted()).toEqual([...(permissions['mail.send-again'] ?? [])].toSorted())
  })

  it('shows what one role may do, and nothing else', async () => {
    const page = await (await as(people.auditor, '/en/zyra/te-drejtat?roli=clerk')).text()
    const shown = Object.entries(permissions).filter(([right]) => page.includes(`>${rightWords.en[right] ?? ''}</th>`))
    const held = Object.entries(permissions).filter(([, holders]) => holders.includes('clerk'))
    expect(shown.map(([right]) => right).toSorted()).toEqual(held.map(([right]) => right).toSorted())
  })
})

it('the gallery of components is there for everyone in the office', async () => {
  expect((await as(people.albanianModerator, '/zyra/pamja')).status).toBe(200)
})
