import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { endAccount, endRole } from './accounts.ts'
import { forgetCookie, SESSION_COOKIE, sessionCookie } from './session-cookie.ts'
import { endAllOtherSessions, endSession, listSessions, signOut, visitorOf } from './sessions.ts'
import { signInWithCode } from './sign-in.ts'
import {
  anAttempt,
  askedBy,
  cookieOf,
  givenAccount,
  signedIn,
  someEmail,
  testServices,
  visitorWith,
} from './testing.ts'
import type { Visitor } from './visitor.ts'
import { entered } from '#test/ledger.ts'
import { bodyRecords } from '../institutions/institution-records.ts'

const db = await testDatabase()
const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const institutionId = institution?.id ?? ''

async function signedInVisitor(services: ReturnType<typeof testServices>, email: string) {
  const { grant } = await signedIn(services, email)
  const visitor = await visitorWith(services, grant)
  if (visitor === null) throw new Error('not signed in')
  return { visitor, grant }
}

describe('a session', () => {
  it('names the citizen behind a cookie, and nobody behind another', async () => {
    const services = testServices(db)
    const email = someEmail()
    const { grant } = await signedIn(services, email)
    expect(await visitorOf(services, cookieOf(services, grant))).toMatchObject({ kind: 'citizen', email })
    expect(await visitorOf(services, `kuvend=${grant.token.slice(0, -1)}`)).toBeNull()
    expect(await visitorOf(services, 'kuvend=')).toBeNull()
    expect(await visitorOf(services, 'other=1')).toBeNull()
    expect(await visitorOf(services, undefined)).toBeNull()
  })

  it('is kept as a digest: the token stands nowhere in the table', async () => {
    const services = testServices(db)
    const { grant } = await signedIn(services, someEmail())
    const rows = await db<{ words: string }[]>`select session::text as words from platform.sessions as session`
    expect(rows.length).toBeGreaterThan(0)
    const hex = Buffer.from(grant.token).toString('hex')
    expect(rows.filter(({ words }) => words.includes(grant.token) || words.includes(hex))).toEqual([])
  })

  it('holds the roles of the moment: one that ended is gone with the next request', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services, { roles: [{ role: 'moderator', institutionId }] })
    const { visitor, grant } = await signedInVisitor(services, email)
    expect(visitor).toMatchObject({ kind: 'staff', level: 1, roles: [{ role: 'moderator', institutionId }] })
    const [role] = await db<{ id: string }[]>`select id from platform.roles where account_id = ${id}`
    services.clock.pass(1)
    expect(await endRole(services, 'command-line', role?.id ?? '')).toEqual({ kind: 'ended' })
    expect(await visitorWith(services, grant)).toMatchObject({ kind: 'staff', roles: [] })
  })

  it('does not widen a role in one body into a role in the institution', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const [body] = await entered(
      db,
      bodyRecords,
      (tx) => tx<{ id: string }[]>`
        insert into platform.bodies (institution_id, kind, name)
        values (${institutionId}, 'commission', 'Komisioni i provës') returning id`,
    )
    await db`
      insert into platform.roles (account_id, institution_id, body_id, role, valid_from)
      values (${id}, ${institutionId}, ${body?.id ?? ''}, 'administrator', ${services.clock.now()})`
    expect((await signedInVisitor(services, email)).visitor).toMatchObject({ kind: 'staff', roles: [] })
  })

  it('keeps two hundred characters of what the browser calls itself', async () => {
    const services = testServices(db)
    const attempt = anAttempt(await askedBy(services, someEmail()), { agent: 'x'.repeat(5000) })
    const outcome = await signInWithCode(services, attempt)
    const visitor = outcome.kind === 'signed-in' ? await visitorWith(services, outcome.grant) : null
    const sessions = visitor && (await listSessions(services, visitor))
    expect(sessions).toMatchObject([{ agent: 'x'.repeat(200), current: true, level: 1 }])
  })
})

describe('the end of a session', () => {
  it('comes for staff after two hours without use', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { grant } = await signedIn(services, email)
    services.clock.pass(119)
    expect(await visitorWith(services, grant)).not.toBeNull()
    services.clock.pass(119)
    expect(await visitorWith(services, grant)).not.toBeNull()
    services.clock.pass(121)
    expect(await visitorWith(services, grant)).toBeNull()
  })

  it('comes for staff after twelve hours of use', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const { grant } = await signedIn(services, email)
    const seen: boolean[] = []
    for (let hour = 1; hour <= 12; hour++) {
      services.clock.pass(60)
      seen.push((await visitorWith(services, grant)) !== null)
    }
    expect(seen).toEqual([...Array.from({ length: 11 }, () => true), false])
  })

  it('comes for citizens after thirty days, used or not', async () => {
    const services = testServices(db)
    const { grant } = await signedIn(services, someEmail())
    services.clock.pass(30 * 24 * 60 - 1)
    expect(await visitorWith(services, grant)).not.toBeNull()
    services.clock.pass(1)
    expect(await visitorWith(services, grant)).toBeNull()
  })

  it('comes at once when it is ended from another device', async () => {
    const services = testServices(db)
    const email = someEmail()
    const here = await signedInVisitor(services, email)
    const there = await signedInVisitor(services, email)
    expect(await endSession(services, here.visitor, there.visitor.sessionId)).toBe(true)
    expect(await visitorWith(services, there.grant)).toBeNull()
    expect(await visitorWith(services, here.grant)).not.toBeNull()
    expect(await endSession(services, here.visitor, there.visitor.sessionId)).toBe(false)
  })

  it('is for its holder alone to bring about', async () => {
    const services = testServices(db)
    const mine = await signedInVisitor(services, someEmail())
    const theirs = await signedInVisitor(services, someEmail())
    expect(await endSession(services, mine.visitor, theirs.visitor.sessionId)).toBe(false)
    expect(await visitorWith(services, theirs.grant)).not.toBeNull()
  })

  it('comes for all others together, and leaves this one', async () => {
    const services = testServices(db)
    const { email } = await givenAccount(services)
    const here = await signedInVisitor(services, email)
    const others = [await signedInVisitor(services, email), await signedInVisitor(services, email)]
    expect(await endAllOtherSessions(services, here.visitor)).toBe(2)
    expect(await Promise.all(others.map(({ grant }) => visitorWith(services, grant)))).toEqual([null, null])
    expect((await listSessions(services, here.visitor)).map(({ id }) => id)).toEqual([here.visitor.sessionId])
  })

  it('comes with signing out, which is noted for staff', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services)
    const { visitor, grant } = await signedInVisitor(services, email)
    await signOut(services, visitor)
    await signOut(services, visitor)
    expect(await visitorWith(services, grant)).toBeNull()
    const noted = await db`select kind from platform.security_events where account_id = ${id} and kind = 'signed-out'`
    expect(noted).toHaveLength(1)
  })

  it('comes with the end of the account', async () => {
    const services = testServices(db)
    const { id, email } = await givenAccount(services, { roles: [{ role: 'moderator', institutionId }] })
    const { grant } = await signedIn(services, email)
    await endAccount(services, 'command-line', id)
    expect(await visitorWith(services, grant)).toBeNull()
  })
})

describe('noting that a session is in use', () => {
  const lastSeen = async (visitor: Visitor) => {
    const [row] = await db<{ lastSeenAt: Date }[]>`
      select last_seen_at from platform.sessions where id = ${visitor.sessionId}`
    return row?.lastSeenAt
  }

  it('happens at most once a minute', async () => {
    const services = testServices(db)
    const { visitor, grant } = await signedInVisitor(services, someEmail())
    const start = services.clock.now()
    services.clock.pass(0.9)
    await visitorWith(services, grant)
    expect(await lastSeen(visitor)).toEqual(start)
    services.clock.pass(0.1)
    await visitorWith(services, grant)
    expect(await lastSeen(visitor)).toEqual(services.clock.now())
  })
})

describe('the cookie', () => {
  const now = new Date('2026-11-21T08:00:00Z')
  const grant = { token: 'abc', expiresAt: new Date('2026-11-21T09:00:00Z'), persistent: true }

  it('is bound to our host, hidden from scripts and sent over TLS alone', () => {
    expect(sessionCookie({ url: 'https://kuvend.example' }, grant, now)).toBe(
      '__Host-kuvend=abc; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
  })

  it('works without TLS on a machine of one’s own', () => {
    expect(sessionCookie({ url: 'http://127.0.0.1:3000' }, grant, now)).toBe(
      'kuvend=abc; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax',
    )
  })

  it('goes with the browser for staff, and is forgotten when they sign out', () => {
    expect(sessionCookie({ url: 'http://127.0.0.1' }, { ...grant, persistent: false }, now)).not.toContain('Max-Age')
    expect(forgetCookie({ url: 'http://127.0.0.1' }, SESSION_COOKIE)).toContain('Max-Age=0')
  })

  it('is not taken under its plain name where TLS is used', async () => {
    const services = testServices(db, { url: 'https://kuvend.example' })
    const { grant: real } = await signedIn(services, someEmail())
    expect(await visitorOf(services, `kuvend=${real.token}`)).toBeNull()
    expect(await visitorOf(services, `a=b; __Host-kuvend=${real.token}`)).not.toBeNull()
  })
})
