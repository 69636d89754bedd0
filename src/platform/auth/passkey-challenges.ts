import { createHash, randomBytes } from 'node:crypto'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { insertChallenge, spendChallenge, type ChallengePurpose } from './passkey-queries.ts'

/** Long enough to find the key in a bag and to type its PIN. */
export const CHALLENGE_MINUTES = 5

/** For whom and for what a passkey has to sign: the same browser, the same session, the same deed. */
export type Asking = {
  purpose: ChallengePurpose
  /** What the browser holds in a cookie that no script reads. */
  browser: string
  sessionId: string | null
}

export const newBrowserToken = (): string => randomBytes(32).toString('base64url')
export const isBrowserToken = (words: string | null): words is string => /^[A-Za-z0-9_-]{43}$/.test(words ?? '')

export async function newChallenge({ db, clock }: Services, asking: Asking): Promise<string> {
  const challenge = randomBytes(32).toString('base64url')
  await insertChallenge(db, rowOf(challenge, asking), minutesBefore(clock.now(), -CHALLENGE_MINUTES))
  return challenge
}

/** Whether this challenge was ours to this browser for this deed; from now on it is nobody's. */
export const wasAsked = ({ db, clock }: Services, challenge: string, asking: Asking): Promise<boolean> =>
  spendChallenge(db, rowOf(challenge, asking), clock.now())

const rowOf = (challenge: string, { purpose, browser, sessionId }: Asking) => ({
  challenge,
  purpose,
  sessionId,
  browserDigest: createHash('sha256').update(browser).digest(),
})
