import { describe, expect, it } from 'vitest'
import { openDatabase } from '#platform/db/database.ts'
import { Refused, type RefusalReason, type RefusalStatus } from '#platform/http/refused.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)

/** What the log was told while a request ran. */
const told: { facts: Record<string, unknown>; message: string }[] = []
const keep = (facts: object, message: string) => void told.push({ facts: { ...facts }, message })
web.services.log = { info: () => {}, warn: keep, error: keep }

const REFUSALS: [RefusalStatus, RefusalReason][] = [
  [401, 'not-signed-in'],
  [403, 'second-factor-needed'],
  [403, 'not-permitted'],
  [403, 'foreign-origin'],
  [404, 'not-found'],
  [409, 'conflict'],
  [413, 'too-large'],
  [415, 'wrong-type'],
  [422, 'unreadable-form'],
  [429, 'too-many'],
  [503, 'unavailable'],
]

web.app.get('/prova/refuzim/:reason', (c) => {
  const found = REFUSALS.find(([, reason]) => reason === c.req.param('reason').replace('.json', ''))
  throw new Refused(...(found ?? [404, 'not-found']))
})
web.app.get('/prova/gabim', () => {
  throw new Error('the secret is 8d1f')
})

// As PostgreSQL says it (class 53, insufficient resources).
web.app.get('/prova/plot', async () => {
  await db.unsafe(`do $$ begin raise exception 'no space left' using errcode = '53100'; end $$`)
  return new Response()
})

describe('error pages', () => {
  it.each(REFUSALS)('answer %i for %s with words of their own in both languages', async (status, reason) => {
    for (const [path, texts, lang] of [
      ['/prova', sq, 'sq'],
      ['/en/prova', en, 'en'],
    ] as const) {
      const response = await web.get(`${path}/refuzim/${reason}`)
      const page = await response.text()
      expect(response.status).toBe(status)
      expect(page).toContain(`<html lang="${lang}"`)
      expect(page).toContain(`<h1>${texts.errors[reason].title}</h1>`)
      expect(page).toContain('content="noindex"')
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('explain each refusal differently', () => {
    const titles = Object.values(sq.errors).map((words) => words.title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('lead whoever lacks the second factor to it', async () => {
    const cookie = await web.signedInAs(people.albanianCoordinator, { level: 1 })
    const response = await web.get('/en/zyra', { cookie })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('href="/en/hyr/faktori"')
  })

  it('say that an unknown address is unknown, with the menu and the way home', async () => {
    const response = await web.get('/nuk-ka')
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain(sq.errors['not-found'].title)
    expect(page).toContain('<a href="/konsultime"')
  })

  it('say nothing of what went wrong inside, but give the number under which the log knows it', async () => {
    told.length = 0
    const response = await web.get('/prova/gabim')
    const page = await response.text()
    expect(response.status).toBe(500)
    expect(page).not.toContain('8d1f')
    const [logged] = told
    const reference = String(logged?.facts.reference)
    expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(logged?.facts.stack).toContain('8d1f')
    expect(page).toContain(`<code>${reference}</code>`)
  })

  it('say that it will be back when the disk of the database is full', async () => {
    told.length = 0
    const response = await web.get('/prova/plot')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.text()).toContain(sq.errors.unreachable.title)
    expect(told[0]?.facts.code).toBe('53100')
  })

  it('are RFC 9457 where a machine asks', async () => {
    const byName = await web.get('/prova/refuzim/not-found.json')
    const byHeader = await web.get('/en/prova/refuzim/too-many', { headers: { accept: 'application/json' } })
    expect(byName.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await byName.json()).toMatchObject({ type: 'about:blank', status: 404, title: sq.errors['not-found'].title })
    expect(await byHeader.json()).toMatchObject({ status: 429, title: en.errors['too-many'].title, reason: 'too-many' })
  })

  it('are pages for browsers, which accept anything', async () => {
    const response = await web.get('/prova/refuzim/conflict', {
      headers: { accept: 'text/html,application/json;q=0.9,*/*' },
    })
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('carry the headers of every page', async () => {
    const response = await web.get('/prova/gabim')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-request-id')).toBeTruthy()
  })

  it('refuse a form from elsewhere in plain words', async () => {
    const response = await web.post('/en/hyr', { email: 'ana@example.org' }, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(en.errors['foreign-origin'].title)
  })
})

describe('without a database', () => {
  // Port 9 (discard) of this machine answers nobody.
  const away = testWeb(openDatabase('postgres://kuvend@127.0.0.1:9/kuvend'))

  it('a page says that it will be back, and that nothing typed is lost', async () => {
    const response = await away.get('/')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('60')
    const page = await response.text()
    expect(page).toContain(sq.errors.unreachable.title)
    expect(page).toContain('ajo që keni shkruar është ende në formular')
  })

  it('so does a page for somebody who is signed in', async () => {
    const response = await away.get('/en/zyra', { cookie: 'kuvend=abc' })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain(en.errors.unreachable.title)
  })

  it('the process is alive and not ready', async () => {
    expect((await away.get('/healthz')).status).toBe(200)
    expect((await away.get('/readyz')).status).toBe(503)
  })
})

describe('with a database', () => {
  it('the process is alive, ready, and gives figures', async () => {
    expect(await (await web.get('/healthz')).text()).toBe('alive\n')
    expect(await (await web.get('/readyz')).text()).toBe('ready\n')
    expect(await (await web.get('/metrics')).text()).toContain('kuvend_http_request_seconds_count')
  })

  it('the process is not ready while migrations wait', async () => {
    const name = '20261122100400_consultations_create.sql'
    await db`delete from public.kuvend_migrations where name = ${name}`
    const response = await web.get('/readyz')
    await db`insert into public.kuvend_migrations (name) values (${name})`
    expect(response.status).toBe(503)
    expect(await response.text()).toBe(`migrations wait: ${name}\n`)
  })
})
