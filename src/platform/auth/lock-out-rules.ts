/**
 * Five refusals are what a person needs who mistypes and reads the letter twice; a program needs thousands. After them
 * each further refusal shuts longer, four hours at most: at the end a network has about fifteen guesses a day left,
 * and a person who was shut out by their own hand is back the same working day.
 */
const FREE_REFUSALS = 5
const SHUT_MINUTES = [15, 30, 60, 120, 240] as const

/** A day without refusals makes everybody new. */
export const FORGOTTEN_AFTER_HOURS = 24

/** For how many minutes this many refusals in a row shut the way in; 0: not at all. */
export function minutesShutAfter(refusals: number): number {
  const step = refusals - FREE_REFUSALS
  return step < 0 ? 0 : (SHUT_MINUTES[Math.min(step, SHUT_MINUTES.length - 1)] ?? 0)
}

/**
 * The network behind an address: an IPv4 address itself, of IPv6 the first 64 bits, for one subscriber has all that
 * follows (RFC 6177). What is no address stands for itself.
 */
export function networkOf(address: string): string {
  const words = address.toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(words)
  if (mapped) return mapped[1] ?? words
  if (!words.includes(':')) return words
  const [front = '', back] = words.split('::')
  const head = front === '' ? [] : front.split(':')
  const tail = back ? back.split(':') : []
  const gap = back === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const parts = [...head, ...gap, ...tail].slice(0, 4)
  return `${parts.map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
