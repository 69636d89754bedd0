/** RFC 5321, 4.5.3.1.3: a path holds 256 octets, its angle brackets among them. */
const EMAIL_LENGTH = 254

/** Written in ASCII alone, so that "lower case" means the same here and in the database. */
const SHAPE = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]{2,}$/

/** The one spelling under which an address is known, or null when no letter could reach it. */
export function readEmail(words: string): string | null {
  const email = words.trim().toLowerCase()
  return email.length <= EMAIL_LENGTH && SHAPE.test(email) ? email : null
}
