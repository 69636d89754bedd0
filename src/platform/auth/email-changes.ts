import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import { findAccountByEmail, lockAccount, setAccountEmail } from './account-queries.ts'
import { refusalToEndAccount, type GrantRefusal } from './account-rules.ts'
import { managedRoles } from './accounts.ts'
import { findEmailChange, insertEmailChange, setEmailChangeConfirmed } from './email-change-queries.ts'
import { INVITATION_DAYS } from './invitations.ts'
import { notePerson } from './note-person.ts'
import { digestOfToken, newPrivateLink } from './private-link.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import { closeSessions } from './session-queries.ts'
import { isForTheOperator } from './two-people.ts'
import type { Official } from './visitor.ts'

export type EmailChangeLetters = {
  lang: Lang
  /** To the new address, with the link that confirms it. */
  confirm(link: string): { subject: string; body: string }
  /** To the old one, so that nobody's account is moved unseen. */
  warn(newEmail: string): { subject: string; body: string }
}

export type AskEmailOutcome =
  { kind: 'asked' | 'same' } | { kind: 'refused'; reason: GrantRefusal | 'no-such-account' | 'email-taken' }

/** The address stays as it is until somebody has opened the letter to the new one. */
export async function askForEmailChange(
  services: Services,
  by: Official,
  accountId: string,
  newEmail: string,
  letters: EmailChangeLetters,
): Promise<AskEmailOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<AskEmailOutcome> => {
    const account = await lockAccount(tx, accountId)
    if (!account) return { kind: 'refused', reason: 'no-such-account' }
    if (account.email === newEmail) return { kind: 'same' }
    const held = await managedRoles(tx, accountId, now)
    const refusal = refusalToEndAccount(by, held)
    if (refusal) return { kind: 'refused', reason: refusal }
    if (await isForTheOperator(tx, by, accountId, held)) return { kind: 'refused', reason: 'not-permitted' }
    if (await findAccountByEmail(tx, newEmail)) return { kind: 'refused', reason: 'email-taken' }
    const { token, digest } = newPrivateLink()
    const expiresAt = hoursAfter(now, INVITATION_DAYS * 24)
    await insertEmailChange(tx, { accountId, newEmail, digest, byAccountId: by.accountId, now, expiresAt })
    const fields = [{ field: 'email', from: account.email, to: newEmail }]
    await notePerson(tx, by, { at: now, kind: 'account-changed', accountId, details: 'email-asked', fields })
    const { lang } = letters
    const send = (recipient: string, words: { subject: string; body: string }) =>
      queueLetter(tx, services, { institutionId: null, kind: 'service', recipient, lang, ...words })
    await send(newEmail, letters.confirm(`${services.settings.url}/llogaria/adresa/${token}`))
    await send(account.email, letters.warn(newEmail))
    return { kind: 'asked' }
  })
}

export type ConfirmEmailOutcome = { kind: 'confirmed'; email: string } | { kind: 'dead-link' | 'email-taken' }

/** Sessions end: from now on the codes go elsewhere. */
export async function confirmEmailChange(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  token: string,
): Promise<ConfirmEmailOutcome> {
  const now = clock.now()
  return db.begin(async (tx): Promise<ConfirmEmailOutcome> => {
    const change = await findEmailChange(tx, digestOfToken(token), now)
    if (!change || !(await lockAccount(tx, change.accountId))) return { kind: 'dead-link' }
    if (!(await setAccountEmail(tx, change.accountId, change.newEmail))) return { kind: 'email-taken' }
    if (!(await setEmailChangeConfirmed(tx, change.id, now))) return { kind: 'dead-link' }
    await closeSessions(tx, { accountId: change.accountId }, null, now)
    await insertSecurityEvent(tx, { at: now, kind: 'email-changed', accountId: change.accountId })
    return { kind: 'confirmed', email: change.newEmail }
  })
}
