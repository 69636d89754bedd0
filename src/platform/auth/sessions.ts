import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { Refused } from '../http/refused.ts'
import type { Services } from '../services.ts'
import { hoursAfter, minutesBefore } from '../time/clock.ts'
import { arrive } from './arrive.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { readCookie, SESSION_COOKIE, type SessionGrant } from './session-cookie.ts'
import {
  closeSession,
  closeSessions,
  findOpenSession,
  insertSession,
  listOpenSessions,
  raiseLevel,
  setLastSeen,
  type Limits,
  type OpenSession,
  type Owner,
  type SessionRow,
} from './session-queries.ts'
import type { Assurance, FirstMeans, SecondMeans } from './means-rules.ts'
import type { StaffMember, Visitor } from './visitor.ts'

/** A long working day; who stays longer signs in again. NIST SP 800-63B-4 gives 24 h and 1 h as upper marks at AAL2;
 * the idle limit is wider, for minutes are typed during meetings of two hours. */
const STAFF_HOURS = 12
const STAFF_IDLE_MINUTES = 120
/** A citizen's session knows an e-mail address and reads what was sent from it; it decides nothing. */
const CITIZEN_HOURS = 30 * 24
const AGENT_LENGTH = 200

type Needs = Pick<Services, 'db' | 'clock' | 'settings'>

/** Who sends this request. One query; a second one at most once a minute, which notes that the session is in use. */
export async function visitorOf(services: Needs, cookieHeader: string | undefined): Promise<Visitor | null> {
  const token = readCookie(services.settings, cookieHeader, SESSION_COOKIE)
  if (token === null) return null
  const now = services.clock.now()
  const row = await findOpenSession(services.db, digestOf(token), limitsOf(services))
  if (row === null) return null
  const before = minutesBefore(now, 1)
  if (row.lastSeenAt <= before) await setLastSeen(services.db, row.id, now, before)
  return asVisitor(row)
}

function asVisitor(row: SessionRow): Visitor | null {
  const { id: sessionId, email, level, name, roles, accountId, contactId } = row
  if (accountId !== null && name !== null) {
    const bodyRoles = row.bodyRoles.length > 0 ? { bodyRoles: row.bodyRoles } : {}
    return { kind: 'staff', sessionId, level, accountId, name, email, roles, ...bodyRoles }
  }
  return contactId === null ? null : { kind: 'citizen', sessionId, contactId, email }
}

const limitsOf = ({ clock, settings }: Pick<Services, 'clock' | 'settings'>): Limits => ({
  now: clock.now(),
  staffSeenAfter: minutesBefore(clock.now(), STAFF_IDLE_MINUTES),
  demo: settings.demo,
})

/** A session in the transaction of the sign-in. The token leaves in the grant and is kept nowhere. */
export async function startSession(
  tx: Transaction,
  person: {
    owner: Owner
    level: 1 | 2
    agent: string
    means?: FirstMeans
    identity?: { providerId: string; assurance: Assurance }
  },
  now: Date,
): Promise<SessionGrant> {
  const token = newToken()
  const staff = 'accountId' in person.owner
  const expiresAt = hoursAfter(now, staff ? STAFF_HOURS : CITIZEN_HOURS)
  const agent = person.agent.slice(0, AGENT_LENGTH)
  const { means = 'code', identity = null } = person
  await insertSession(tx, { ...person, means, identity, agent, digest: digestOf(token), now, expiresAt })
  if (person.level === 2 && 'accountId' in person.owner) await arrive(tx, person.owner.accountId, now)
  return { token, expiresAt, persistent: !staff }
}

/**
 * After a second factor: the same session, another token. Somebody who had planted or read the first one is left with
 * nothing. Throws, and so undoes the deed around it, when the session ended while the code was on its way.
 */
export async function raiseSession(
  tx: Transaction,
  staff: StaffMember,
  means: SecondMeans,
  now: Date,
): Promise<SessionGrant> {
  const token = newToken()
  const raised = await raiseLevel(tx, staff.sessionId, digestOf(token), means, now)
  if (raised === null) throw new Refused(401, 'not-signed-in')
  await arrive(tx, staff.accountId, now)
  return { token, expiresAt: raised.expiresAt, persistent: false }
}

/** 256 random bits: cannot be guessed, so a plain digest protects it at rest. */
const newToken = (): string => randomBytes(32).toString('base64url')
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const ownerOf = (visitor: Visitor): Owner =>
  visitor.kind === 'staff' ? { accountId: visitor.accountId } : { contactId: visitor.contactId }

export type ListedSession = OpenSession & { current: boolean }

export async function listSessions(services: Needs, visitor: Visitor): Promise<ListedSession[]> {
  const sessions = await listOpenSessions(services.db, ownerOf(visitor), limitsOf(services))
  return sessions.map((session) => ({ ...session, current: session.id === visitor.sessionId }))
}

export async function signOut({ db, clock }: Needs, visitor: Visitor): Promise<void> {
  const now = clock.now()
  await db.begin(async (tx) => {
    const ended = await closeSession(tx, ownerOf(visitor), visitor.sessionId, now)
    if (ended && visitor.kind === 'staff') {
      await insertSecurityEvent(tx, { at: now, kind: 'signed-out', accountId: visitor.accountId })
    }
  })
}

/** False when the visitor has no such open session. */
export async function endSession({ db, clock }: Needs, visitor: Visitor, sessionId: string): Promise<boolean> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const ended = await closeSession(tx, ownerOf(visitor), sessionId, now)
    if (ended && visitor.kind === 'staff') {
      await insertSecurityEvent(tx, { at: now, kind: 'session-ended', accountId: visitor.accountId, details: 'one' })
    }
    return ended
  })
}

/** All but the one that asks for it. */
export async function endAllOtherSessions({ db, clock }: Needs, visitor: Visitor): Promise<number> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const ended = await closeSessions(tx, ownerOf(visitor), visitor.sessionId, now)
    if (ended > 0 && visitor.kind === 'staff') {
      await insertSecurityEvent(tx, { at: now, kind: 'session-ended', accountId: visitor.accountId, details: 'others' })
    }
    return ended
  })
}
