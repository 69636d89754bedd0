import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

export type NewInvitation = {
  accountId: string
  institutionId: string | null
  byAccountId: string
  digest: Buffer
  now: Date
  expiresAt: Date
  formId: string
}

export async function insertInvitation(tx: Transaction, invitation: NewInvitation): Promise<void> {
  await tx`
    insert into platform.invitations
      (account_id, institution_id, by_account_id, token_digest, created_at, sent_at, expires_at, form_id)
    values (${invitation.accountId}, ${invitation.institutionId}, ${invitation.byAccountId}, ${invitation.digest},
            ${invitation.now}, ${invitation.now}, ${invitation.expiresAt}, ${invitation.formId})`
}

/** The account that this form has invited already, when it arrives again. */
export async function findInvitedBy(tx: Transaction, formId: string): Promise<string | null> {
  const row = one(
    await tx<{ accountId: string }[]>`select account_id from platform.invitations where form_id = ${formId}`,
  )
  return row?.accountId ?? null
}

export async function setInvitedUntil(tx: Transaction, accountId: string, until: Date): Promise<void> {
  await tx`update platform.accounts set invited_until = ${until} where id = ${accountId}`
}

export type OpenInvitation = {
  id: string
  institutionId: string | null
  sentAt: Date
  timesSent: number
  expiresAt: Date
}

export async function findOpenInvitation(db: Queryable, accountId: string): Promise<OpenInvitation | null> {
  return one(
    await db<OpenInvitation[]>`
      select id, institution_id, sent_at, times_sent, expires_at from platform.invitations
      where account_id = ${accountId} and accepted_at is null and withdrawn_at is null`,
  )
}

/** A new link; the one before opens nothing any more. */
export async function renewInvitation(
  tx: Transaction,
  id: string,
  digest: Buffer,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await tx`
    update platform.invitations
    set token_digest = ${digest}, sent_at = ${now}, times_sent = times_sent + 1, expires_at = ${expiresAt}
    where id = ${id}`
}

export async function closeInvitation(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx`
    update platform.invitations set withdrawn_at = ${now}
    where account_id = ${accountId} and accepted_at is null and withdrawn_at is null`
}

/** Of somebody who has come in time, with both factors. False: nobody was waiting for them, or no longer. */
export async function acceptInvitation(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const come = await tx`
    update platform.accounts set invited_until = null
    where id = ${accountId} and invited_until > ${now}`
  if (come.count === 0) return false
  await tx`
    update platform.invitations set accepted_at = ${now}
    where account_id = ${accountId} and accepted_at is null and withdrawn_at is null`
  return true
}

/** What the page behind the link of the letter shows. */
export type InvitationPaper = {
  email: string
  name: string
  inviter: string
  institution: string | null
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

export async function findInvitationPaper(db: Queryable, digest: Buffer, lang: Lang): Promise<InvitationPaper | null> {
  return one(
    await db<InvitationPaper[]>`
      select account.email, account.name, inviter.name as inviter, invitation.expires_at, invitation.accepted_at,
        invitation.withdrawn_at,
        (select name.name from platform.institution_names as name
         where name.institution_id = invitation.institution_id and name.lang in (${lang}, 'sq')
           and name.valid_from <= current_date
         order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
      from platform.invitations as invitation
      join platform.accounts as account on account.id = invitation.account_id
      left join platform.accounts as inviter on inviter.id = invitation.by_account_id
      where invitation.token_digest = ${digest}`,
  )
}
