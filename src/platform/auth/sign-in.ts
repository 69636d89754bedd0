import { createHmac, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { isTooMany, type Limit } from '../http/rate-limits.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { countRefused, forgetRefused, networkDigest, shutUntil, type Way } from './lock-out.ts'
import { networkOf } from './lock-out-rules.ts'
import { keyFor } from './sealed.ts'
import { insertCodeRefusal, insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSession } from './session-queries.ts'
import { ownerOf, startSession } from './sessions.ts'
import {
  confirmContact,
  findAskedEmail,
  findSignInAccount,
  insertCode,
  listLiveCodes,
  takeTry,
  useCodes,
  type LiveCode,
} from './sign-in-queries.ts'
import { en } from './texts.en.ts'
import { sq, type AuthTexts } from './texts.sq.ts'
import type { Visitor } from './visitor.ts'

const TEXTS: InEveryLanguage<AuthTexts> = { sq, en }

export const CODE_MINUTES = 10
const CODE_TRIES = 5

/**
 * Per network address the limits are wide: a whole village may stand behind one. Per e-mail address and network they are
 * narrow, per e-mail address alone wide again: a stranger who asks or guesses from one place uses up their own share, and
 * not that of the person whose address it is. Guesses are bounded besides by `lock-out-rules.ts`.
 */
const LIMITS = {
  askByEmailAndNetwork: { count: 5, minutes: 15 },
  askByEmail: { count: 20, minutes: 15 },
  askByAddress: { count: 60, minutes: 15 },
  tryByEmail: { count: 20, minutes: 15 },
  tryByAddress: { count: 120, minutes: 15 },
} satisfies Record<string, Limit>

export type AskOutcome = { kind: 'sent'; pendingId: string } | { kind: 'refused'; reason: 'too-many' }

/**
 * Sends a code to the address, whoever it belongs to: nothing is looked up, so neither the answer nor its time tells
 * whether an account exists. `pendingId` names the asking and is worth nothing without the code.
 */
export async function askForCode(services: Services, email: string, lang: Lang, address: string): Promise<AskOutcome> {
  if (await isTooMany(services, 'code-address', address, LIMITS.askByAddress)) return tooMany
  const both = `${email} ${networkOf(address)}`
  if (await isTooMany(services, 'code-email-network', both, LIMITS.askByEmailAndNetwork)) return tooMany
  if (await isTooMany(services, 'code-email', email, LIMITS.askByEmail)) return tooMany
  const texts = TEXTS[lang]
  const pendingId = await services.db.begin(async (tx) => {
    const { id, code } = await makeCode(tx, services, email, networkDigest(services, address))
    const body = texts.codeLetter(code, CODE_MINUTES, services.settings.url)
    const letter = { recipient: email, lang, subject: texts.codeSubject, body }
    await queueLetter(tx, services, { institutionId: null, kind: 'service', ...letter })
    return id
  })
  return { kind: 'sent', pendingId }
}

/**
 * A code without a letter, for whoever runs the machine: the first administrator signs in before any mail works. It is
 * typed in a browser that has asked for one; a second factor is needed all the same.
 */
export const codeWithoutLetter = (services: Services, email: string): Promise<string> =>
  services.db.begin(async (tx) => (await makeCode(tx, services, email, null)).code)

async function makeCode(
  tx: Transaction,
  services: Services,
  email: string,
  askedFrom: Buffer | null,
): Promise<{ id: string; code: string }> {
  const createdAt = services.clock.now()
  const expiresAt = minutesBefore(createdAt, -CODE_MINUTES)
  const id = randomUUID()
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  await insertCode(tx, { id, email, digest: digestOf(services, id, code), askedFrom, createdAt, expiresAt })
  return { id, code }
}

const tooMany = { kind: 'refused', reason: 'too-many' } as const

/** The space of six digits is small: a keyed digest, tied to its row, cannot be reversed from a copy of the database. */
function digestOf(services: Services, id: string, code: string): Buffer {
  return createHmac('sha256', keyFor(services.settings, 'sign-in code')).update(`${id}\n${code}`).digest()
}

/** The address to which this browser had a code sent, to show above the field; null when that is too long ago. */
export async function pendingEmail({ db, clock }: Services, pendingId: string): Promise<string | null> {
  return findAskedEmail(db, pendingId, minutesBefore(clock.now(), CODE_MINUTES))
}

export type Attempt = {
  pendingId: string
  code: string
  lang: Lang
  address: string
  agent: string
  /** Who this browser was until now: that session ends with the new one. */
  before: Visitor | null
}

export type SignInOutcome =
  | { kind: 'signed-in'; grant: SessionGrant; next: 'second-factor' | 'first-second-factor' | 'done' }
  | { kind: 'refused'; reason: 'wrong-code' | 'dead-code' | 'too-many' }
  | { kind: 'refused'; reason: 'shut'; until: Date }

/**
 * `dead-code`: none is alive, whether it expired, was used, had five tries or never was. A new one must be asked for.
 * `shut`: too many refusals in a row with this address, from this network.
 */
export async function signInWithCode(services: Services, attempt: Attempt): Promise<SignInOutcome> {
  const email = await pendingEmail(services, attempt.pendingId)
  if (email === null) return { kind: 'refused', reason: 'dead-code' }
  if (await isTooMany(services, 'try-address', attempt.address, LIMITS.tryByAddress)) return tooMany
  if (await isTooMany(services, 'try-email', email, LIMITS.tryByEmail)) return tooMany
  const way: Way = { what: 'code', email, address: attempt.address }
  const shut = await shutUntil(services, way)
  if (shut !== null) return { kind: 'refused', reason: 'shut', until: shut }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<SignInOutcome> => {
    const tries = await takeTry(tx, attempt.pendingId, CODE_TRIES, now)
    const live = tries ? await listLiveCodes(tx, attempt.pendingId, email, now) : []
    if (!live.some((code) => isRight(services, code, attempt.code))) {
      return refuse(tx, services, way, attempt.lang, live.length === 0 ? 'dead-code' : 'wrong-code')
    }
    const ids = live.map(({ id }) => id)
    await useCodes(tx, ids, now)
    await forgetRefused(tx, services, way)
    return openDoor(tx, services, email, attempt, now)
  })
}

const isRight = (services: Services, { id, codeDigest }: LiveCode, code: string): boolean =>
  timingSafeEqual(codeDigest, digestOf(services, id, code))

/** A code that is no more says nothing about who types; only wrong ones count. */
async function refuse(
  tx: Transaction,
  services: Services,
  way: Way,
  lang: Lang,
  reason: 'wrong-code' | 'dead-code',
): Promise<SignInOutcome> {
  const now = services.clock.now()
  await insertCodeRefusal(tx, way.email, now, 'code-refused', reason)
  const until = reason === 'wrong-code' ? await countRefused(tx, services, way, lang) : null
  if (until === null) return { kind: 'refused', reason }
  await insertCodeRefusal(tx, way.email, now, 'locked-out', 'code')
  return { kind: 'refused', reason: 'shut', until }
}

async function openDoor(
  tx: Transaction,
  { settings }: Services,
  email: string,
  { agent, lang, before }: Attempt,
  now: Date,
): Promise<SignInOutcome> {
  const account = await findSignInAccount(tx, email)
  // A demonstration person does not exist outside demonstration mode, not as a citizen either.
  if (account?.demonstration && !settings.demo) return { kind: 'refused', reason: 'dead-code' }
  if (before) await closeSession(tx, ownerOf(before), before.sessionId, now)
  if (account === null) {
    const contactId = await confirmContact(tx, email, lang, now)
    return {
      kind: 'signed-in',
      grant: await startSession(tx, { owner: { contactId }, level: 1, agent }, now),
      next: 'done',
    }
  }
  await insertSecurityEvent(tx, { at: now, kind: 'signed-in', accountId: account.id, details: 'code' })
  const grant = await startSession(tx, { owner: { accountId: account.id }, level: 1, agent }, now)
  return { kind: 'signed-in', grant, next: account.hasSecondFactor ? 'second-factor' : 'first-second-factor' }
}
