import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { buildWeb } from '#app/web.ts'
import { sessionCookie } from '#platform/auth/session-cookie.ts'
import { startSession } from '#platform/auth/sessions.ts'
import { confirmContact } from '#platform/auth/sign-in-queries.ts'
import type { Database } from '#platform/db/database.ts'
import { openFileStore } from '#platform/files/open-file-store.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { silentLog } from '#platform/logs/logger.ts'
import type { Services } from '#platform/services.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { Clock } from '#platform/time/clock.ts'
import { knowAssets } from '#ui/assets.ts'
import { givenPerson, type TestPerson } from './people.ts'

/** A Sunday noon in winter, in Tirana and in Prishtina. */
export const TEST_NOW = new Date('2026-11-22T11:00:00Z')

export type TestClock = Clock & { set(moment: Date): void; passMinutes(minutes: number): void }

export function testClock(start: Date = TEST_NOW): TestClock {
  let now = start
  return {
    now: () => now,
    set: (moment) => void (now = moment),
    passMinutes: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)),
  }
}

/** Everything a deed needs, with a clock that stands still and a data folder of its own. */
export function testServices(db: Database, settings: Partial<Settings> = {}): Services & { clock: TestClock } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kuvend-web-'))
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
  const all: Settings = {
    url: 'http://kuvend.test',
    origins: ['http://kuvend.test'],
    demo: false,
    secret: Buffer.from('a secret for tests, long enough for every key'),
    ledgerSeed: Buffer.alloc(32, 7),
    trustedProxies: 0,
    dataFolder,
    mailFrom: 'Kuvend <kuvend@kuvend.test>',
    smtpUrl: null,
    s3Url: null,
    ...settings,
  }
  return { db, clock: testClock(), settings: all, files: openFileStore(all), log: silentLog }
}

export type Sending = {
  cookie?: string
  /** What the browser says of where the request comes from; null: nothing. By default our own address. */
  origin?: string | null
  headers?: Record<string, string>
}

export type Fields = Record<string, string | File | readonly (string | File)[]> | URLSearchParams | FormData

export type TestWeb = {
  services: Services & { clock: TestClock }
  app: WebApp
  get(path: string, sending?: Sending): Promise<Response>
  post(path: string, fields: Fields, sending?: Sending): Promise<Response>
  /** The cookie of an official who has signed in, with both factors unless told otherwise. */
  signedInAs(person: TestPerson, options?: { level?: 1 | 2 }): Promise<string>
  /** The cookie of a citizen known by an e-mail address. */
  signedInAsCitizen(email: string): Promise<string>
}

/** The whole web in this process: real middleware, real database, no port. */
export function testWeb(db: Database, settings: Partial<Settings> = {}): TestWeb {
  knowAssets(ASSETS)
  const services = testServices(db, settings)
  const app = buildWeb(services)
  const send = async (path: string, request: RequestInit, { cookie, headers = {} }: Sending) =>
    // The inner address, as behind a proxy: nothing may be compared with it.
    app.request(`http://127.0.0.1:3000${path}`, { ...request, headers: { ...(cookie && { cookie }), ...headers } })
  return {
    services,
    app,
    get: (path, sending = {}) => send(path, {}, sending),
    post: (path, fields, sending = {}) => {
      const origin = sending.origin === undefined ? services.settings.url : sending.origin
      const headers = { ...(origin !== null && { origin }), ...sending.headers }
      return send(path, { method: 'POST', body: bodyOf(fields) }, { ...sending, headers })
    },
    signedInAs: async (person, { level = 2 } = {}) =>
      cookieFor(services, { accountId: await givenPerson(services, person) }, level),
    signedInAsCitizen: async (email) => {
      const contactId = await db.begin((tx) => confirmContact(tx, email, 'sq', services.clock.now()))
      return cookieFor(services, { contactId }, 1)
    },
  }
}

/** As a browser sends it: plain fields in one line, files in parts. */
function bodyOf(fields: Fields): URLSearchParams | FormData {
  if (fields instanceof URLSearchParams || fields instanceof FormData) return fields
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' || value instanceof File ? [value] : value).map((one) => [name, one] as const),
  )
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  if (entries.some(([, value]) => value instanceof File)) return form
  return new URLSearchParams(entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}

async function cookieFor(
  { db, clock, settings }: Services,
  owner: { accountId: string } | { contactId: string },
  level: 1 | 2,
): Promise<string> {
  const now = clock.now()
  const grant = await db.begin((tx) => startSession(tx, { owner, level, agent: 'test' }, now))
  return sessionCookie(settings, grant, now).split(';')[0] ?? ''
}

/** Pages name their assets; tests of pages need none of them built. */
const ASSETS = Object.fromEntries(
  [
    'public.css',
    'office.css',
    'screen.css',
    'public.js',
    'office.js',
    'verify-receipt.js',
    'live.js',
    'sitting.js',
    'verify-receipt.mjs',
    'mark.svg',
    'sans-400.woff2',
    'sans-600.woff2',
    'serif-600.woff2',
  ].map((name) => [name, name]),
)
