import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import {
  insertAccount,
  lockAccount,
  lockAccountByEmail,
  setAccountEnded,
  setAccountReopened,
  listHeldRoles,
  type AccountRow,
} from './account-queries.ts'
import { refusalToEndAccount, refusalToGrant, type GrantRefusal } from './account-rules.ts'
import { managedRoles } from './accounts.ts'
import { isDemonstrationPerson } from './demonstration-queries.ts'
import {
  closeInvitation,
  findInvitedBy,
  findOpenInvitation,
  insertInvitation,
  renewInvitation,
  setInvitedUntil,
} from './invitation-queries.ts'
import { notePerson } from './note-person.ts'
import { newPrivateLink } from './private-link.ts'
import { proposeRole } from './proposals.ts'
import { giveRole, takeRole, type RoleOrder } from './roles.ts'
import { closeSessions } from './session-queries.ts'
import type { Official } from './visitor.ts'

/**
 * An official on holiday or ill must not miss it, and a link that lies in a mailbox must not wait for ever. Two weeks are
 * a technical setting, no legal term; sending again begins them anew.
 */
export const INVITATION_DAYS = 14

/** The letter of an invitation. `link` null: the person has an account already and signs in as always. */
export type InvitationLetter = (link: string | null) => { subject: string; body: string }

export type InvitationOrder = {
  formId: string
  email: string
  name: string
  post: string | null
  institutionId: string | null
  roles: readonly RoleOrder[]
  /** An ended account with this address is opened again only for the same person. */
  samePerson: boolean
  lang: Lang
  letter: InvitationLetter
}

export type InviteOutcome =
  | { kind: 'invited' | 'had-account'; accountId: string; proposed: boolean }
  | { kind: 'refused'; reason: GrantRefusal }
  | { kind: 'refused'; reason: 'ended-account'; name: string }

/** An account with its roles, and a letter with the way in. Whoever does not come in time holds none of them. */
export async function inviteOfficial(services: Services, by: Official, order: InvitationOrder): Promise<InviteOutcome> {
  for (const role of order.roles) {
    const refusal = refusalToGrant(by, role)
    if (refusal) return { kind: 'refused', reason: refusal }
  }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<InviteOutcome> => {
    const arrived = await findInvitedBy(tx, order.formId)
    if (arrived !== null) return { kind: 'invited', accountId: arrived, proposed: false }
    const known = await lockAccountByEmail(tx, order.email)
    if (known?.endedAt && !order.samePerson) return { kind: 'refused', reason: 'ended-account', name: known.name }
    const accountId = await accountFor(tx, by, order, known, now)
    const isNew = known === null || known.endedAt !== null
    if (isNew) await openInvitation(tx, services, by, order, accountId)
    const proposed = await giveRoles(tx, by, accountId, order, now)
    if (!isNew) await sendLetter(tx, services, order, order.letter(null))
    return { kind: isNew ? 'invited' : 'had-account', accountId, proposed }
  })
}

async function accountFor(
  tx: Transaction,
  by: Official,
  { email, name, post }: InvitationOrder,
  known: AccountRow | null,
  now: Date,
): Promise<string> {
  if (known?.endedAt) {
    await setAccountReopened(tx, known.id, post)
    await notePerson(tx, by, { at: now, kind: 'account-reopened', accountId: known.id })
    return known.id
  }
  if (known) return known.id
  // Whom an invented person invites is invented too, and is nobody outside demonstration mode.
  const demonstration = await isDemonstrationPerson(tx, by.accountId)
  const id = await insertAccount(tx, { email, name, post, demonstration }, now)
  if (id === null) throw new Error('the address was taken between two statements of a transaction')
  return id
}

async function giveRoles(
  tx: Transaction,
  by: Official,
  accountId: string,
  { roles }: InvitationOrder,
  now: Date,
): Promise<boolean> {
  let proposed = false
  for (const role of roles) {
    if (await proposeRole(tx, by, accountId, role, now)) proposed = true
    else await giveRole(tx, by, accountId, role, now)
  }
  return proposed
}

async function openInvitation(
  tx: Transaction,
  services: Services,
  by: Official,
  order: InvitationOrder,
  accountId: string,
): Promise<void> {
  const now = services.clock.now()
  const { institutionId, formId } = order
  const { token, digest } = newPrivateLink()
  const expiresAt = hoursAfter(now, INVITATION_DAYS * 24)
  await insertInvitation(tx, { accountId, institutionId, byAccountId: by.accountId, digest, now, expiresAt, formId })
  await setInvitedUntil(tx, accountId, expiresAt)
  await notePerson(tx, by, { at: now, kind: 'invited', accountId, institutionId })
  await sendLetter(tx, services, order, order.letter(linkOf(services, token)))
}

const linkOf = ({ settings }: Services, token: string): string => `${settings.url}/ftesa/${token}`

async function sendLetter(
  tx: Transaction,
  services: Services,
  { institutionId, email, lang }: Pick<InvitationOrder, 'institutionId' | 'email' | 'lang'>,
  words: { subject: string; body: string },
): Promise<void> {
  await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, lang, ...words })
}

export type ResendOutcome =
  { kind: 'sent' } | { kind: 'refused'; reason: GrantRefusal | 'no-such-account' | 'not-invited' }

/** Another letter with another link, good for another two weeks. */
export async function sendInvitationAgain(
  services: Services,
  by: Official,
  accountId: string,
  { lang, letter }: Pick<InvitationOrder, 'lang' | 'letter'>,
): Promise<ResendOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ResendOutcome> => {
    const account = await lockAccount(tx, accountId)
    if (!account) return { kind: 'refused', reason: 'no-such-account' }
    const refusal = refusalToEndAccount(by, await managedRoles(tx, accountId, now))
    if (refusal) return { kind: 'refused', reason: refusal }
    const open = await findOpenInvitation(tx, accountId)
    if (!open) return { kind: 'refused', reason: 'not-invited' }
    const { token, digest } = newPrivateLink()
    const expiresAt = hoursAfter(now, INVITATION_DAYS * 24)
    await renewInvitation(tx, open.id, digest, now, expiresAt)
    await setInvitedUntil(tx, accountId, expiresAt)
    const { institutionId } = open
    await notePerson(tx, by, { at: now, kind: 'invited', accountId, institutionId, details: 'again' })
    await sendLetter(tx, services, { institutionId, email: account.email, lang }, letter(linkOf(services, token)))
    return { kind: 'sent' }
  })
}

/** As if nobody had been invited: the roles end, and the address opens no office. */
export async function withdrawInvitation(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Official,
  accountId: string,
): Promise<{ kind: 'withdrawn' } | Extract<ResendOutcome, { kind: 'refused' }>> {
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return { kind: 'refused' as const, reason: 'no-such-account' as const }
    const refusal = refusalToEndAccount(by, await managedRoles(tx, accountId, now))
    if (refusal) return { kind: 'refused' as const, reason: refusal }
    const open = await findOpenInvitation(tx, accountId)
    if (!open) return { kind: 'refused' as const, reason: 'not-invited' as const }
    for (const held of await listHeldRoles(tx, accountId, now)) await takeRole(tx, by, held, now, now)
    await closeInvitation(tx, accountId, now)
    await setAccountEnded(tx, accountId, now)
    await closeSessions(tx, { accountId }, null, now)
    const { institutionId } = open
    await notePerson(tx, by, { at: now, kind: 'invitation-withdrawn', accountId, institutionId })
    return { kind: 'withdrawn' as const }
  })
}
