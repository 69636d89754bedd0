import type { Queryable } from '#platform/db/database.ts'
import type { Letter } from '#platform/mail/mail-queries.ts'

/** Everything written to an address, oldest first, whether it was sent yet or not. */
export function lettersTo(db: Queryable, recipient: string): Promise<Letter[]> {
  return db<Letter[]>`
    select id, institution_id, message_id, kind, recipient, lang, subject, body, state, attempts, last_error, created_at,
           claimed_at, sent_at
    from platform.mail_messages where recipient = ${recipient} order by created_at, id`
}

/** The newest letter to an address; a test that asks for one expects one. */
export async function newestLetterTo(db: Queryable, recipient: string): Promise<Letter> {
  const letter = (await lettersTo(db, recipient)).at(-1)
  if (!letter) throw new Error(`No letter to ${recipient}`)
  return letter
}

/** The addresses in a letter, in the order in which they stand there. */
export const linksIn = (letter: Pick<Letter, 'body'>): string[] =>
  [...(letter.body ?? '').matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[.,;:!?)]+$/, ''))

/** The first link whose address holds `part`, as a path with its query: what an in-process request takes. */
export function pathIn(letter: Pick<Letter, 'body'>, part = '/'): string {
  const link = linksIn(letter).find((one) => new URL(one).pathname.includes(part))
  if (!link) throw new Error(`No link with ${part} in the letter`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

/** The code of six digits in a letter. */
export function codeIn(letter: Pick<Letter, 'body'>): string {
  const code = /(?<!\d)\d{6}(?!\d)/.exec(letter.body ?? '')?.[0]
  if (!code) throw new Error('No code in the letter')
  return code
}
