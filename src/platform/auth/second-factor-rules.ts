import { generateHOTP } from '@oslojs/otp'
import { timingSafeEqual } from 'node:crypto'

/** RFC 6238: 30 seconds a step, 6 digits, SHA-1, as every authenticator application has it. */
export const STEP_SECONDS = 30
export const DIGITS = 6

/** RFC 6238, 5.2: one step either way for clocks that differ and people who type slowly. */
const STEPS_AROUND = 1

export const stepAt = (moment: Date): number => Math.floor(moment.getTime() / 1000 / STEP_SECONDS)

/** The latest step near this moment to which the code belongs, or null. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  for (let step = stepAt(now) + STEPS_AROUND; step >= stepAt(now) - STEPS_AROUND; step--) {
    if (timingSafeEqual(Buffer.from(generateHOTP(secret, BigInt(step), DIGITS)), Buffer.from(code))) return step
  }
  return null
}

/**
 * Whoever has shown a mailed code alone may set up the very first second factor, and never exchange one: otherwise the
 * mailbox alone would be enough.
 */
export const refusalToSetUp = (level: 1 | 2, confirmed: boolean): 'second-factor-needed' | null =>
  confirmed && level === 1 ? 'second-factor-needed' : null
