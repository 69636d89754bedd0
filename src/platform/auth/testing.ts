import { generateHOTP } from '@oslojs/otp'
import type { Database } from '../db/database.ts'
import { openFileStore } from '../files/open-file-store.ts'
import { silentLog } from '../logs/logger.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings/settings.ts'
import { addAccount, grantRole } from './accounts.ts'
import { stepAt } from './second-factor-rules.ts'
import { confirmEnrolment, prepareEnrolment } from './second-factor.ts'
import { sessionCookie, type SessionGrant } from './session-cookie.ts'
import { visitorOf } from './sessions.ts'
import { askForCode, signInWithCode, type Attempt, type SignInOutcome } from './sign-in.ts'
import type { RoleGrant, StaffMember, Visitor } from './visitor.ts'

/** A clock that stands still until a test moves it. */
export type TestClock = { now(): Date; pass(minutes: number): void }
export type TestServices = Services & { clock: TestClock }

/** Real services on a real database; demonstration mode is off unless a test says otherwise. */
export function testServices(db: Database, changes: Partial<Settings> = {}): TestServices {
  let moment = new Date('2026-11-21T08:00:00Z')
  const clock = {
    now: () => moment,
    pass: (minutes: number) => {
      moment = new Date(moment.getTime() + minutes * 60_000)
    },
  }
  const settings: Settings = {
    url: 'http://127.0.0.1:3000',
    origins: ['http://127.0.0.1:3000'],
    demo: false,
    secret: Buffer.from('a secret that is long enough for tests'),
    ledgerSeed: Buffer.alloc(32, 7),
    trustedProxies: 0,
    dataFolder: '.kuvend-test',
    mailFrom: 'Kuvend <kuvend@example.org>',
    smtpUrl: null,
    s3Url: null,
    ...changes,
  }
  return { db, clock, settings, files: openFileStore(settings), log: silentLog }
}

let people = 0

/** An address nobody else in the test has. */
export const someEmail = (): string => `person-${++people}@example.org`

/** An account with its roles, as the command line makes it. */
export async function givenAccount(
  services: Services,
  { roles = [], demonstration = false }: { roles?: RoleGrant[]; demonstration?: boolean } = {},
): Promise<{ id: string; email: string }> {
  const email = someEmail()
  const account = { email, name: 'Ana Shembulli', post: 'Koordinatore', demonstration }
  const added = await addAccount(services, 'command-line', account)
  if (added.kind !== 'added') throw new Error(added.reason)
  for (const role of roles) await grantRole(services, 'command-line', added.id, role)
  return { id: added.id, email }
}

/** What the newest letter to somebody says. */
export async function codeInLetter(services: Services, email: string): Promise<string> {
  const letters = await services.db<{ body: string }[]>`
    select body from platform.mail_messages where recipient = ${email} order by created_at desc, id desc`
  const codes = letters.map(({ body }) => /\b\d{6}\b/.exec(body)?.[0] ?? '')
  return codes.find((code) => code !== '') ?? ''
}

export async function askedBy(services: Services, email: string): Promise<{ pendingId: string; code: string }> {
  await services.db`delete from platform.mail_messages where recipient = ${email}`
  const asked = await askForCode(services, email, 'sq', '192.0.2.1')
  if (asked.kind !== 'sent') throw new Error(asked.reason)
  return { pendingId: asked.pendingId, code: await codeInLetter(services, email) }
}

export const anAttempt = (asked: { pendingId: string; code: string }, changes: Partial<Attempt> = {}): Attempt => ({
  ...asked,
  lang: 'sq',
  address: '192.0.2.1',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  before: null,
  ...changes,
})

export async function signedIn(
  services: Services,
  email: string,
): Promise<Extract<SignInOutcome, { kind: 'signed-in' }>> {
  const outcome = await signInWithCode(services, anAttempt(await askedBy(services, email)))
  if (outcome.kind !== 'signed-in') throw new Error(outcome.reason)
  return outcome
}

/** The `Cookie` header that a browser sends after it was given a session. */
export const cookieOf = (services: Services, grant: Pick<SessionGrant, 'token'>): string => {
  const whole = sessionCookie(services.settings, { ...grant, expiresAt: new Date(0), persistent: false }, new Date(0))
  return whole.split(';')[0] ?? ''
}

export const visitorWith = (services: Services, grant: Pick<SessionGrant, 'token'>): Promise<Visitor | null> =>
  visitorOf(services, cookieOf(services, grant))

/** Somebody of staff with the mailed code alone. */
export async function staffAtLevel1(services: Services, email: string): Promise<{ staff: StaffMember; token: string }> {
  const { grant } = await signedIn(services, email)
  const visitor = await visitorWith(services, grant)
  if (visitor?.kind !== 'staff') throw new Error('not an account of staff')
  return { staff: visitor, token: grant.token }
}

/** Sets up a second factor from level 1; the session stands at level 2 afterwards. */
export async function enrolled(
  services: Services,
  email: string,
): Promise<{ staff: StaffMember; grant: SessionGrant; secret: Uint8Array; oldToken: string }> {
  const { staff, token: oldToken } = await staffAtLevel1(services, email)
  const enrolment = await prepareEnrolment(services, staff)
  if (enrolment === null) throw new Error('not allowed to set up')
  const outcome = await confirmEnrolment(services, staff, enrolment, totpAt(enrolment.secret, services.clock.now()))
  if (outcome.kind !== 'set' || outcome.grant === null) throw new Error('not set')
  const visitor = await visitorWith(services, outcome.grant)
  if (visitor?.kind !== 'staff') throw new Error('not signed in')
  return { staff: visitor, grant: outcome.grant, secret: enrolment.secret, oldToken }
}

/** What the application on the telephone shows at a moment, or some steps before or after it. */
export const totpAt = (secret: Uint8Array, moment: Date, steps = 0): string =>
  generateHOTP(secret, BigInt(stepAt(moment) + steps), 6)
