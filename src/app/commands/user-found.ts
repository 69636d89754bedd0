import { findAccountByEmail, type AccountRow } from '#platform/auth/account-queries.ts'
import { readEmail } from '#platform/auth/email.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { misused, refused, type CommandContext, type Outcome } from './command.ts'

/** The official of `--email`, or what to say instead. */
export async function findUser(services: Services, words: string | undefined): Promise<AccountRow | Outcome> {
  const email = readEmail(words ?? '')
  if (!email) return misused('--email: the address of an official')
  const account = await findAccountByEmail(services.db, email)
  return account && account.endedAt === null ? account : refused(`No official has the address ${email}.`)
}

export type NamedGrant = { role: Role; institutionId: string | null; place: string }

/** `--role` and `--institution`, or what to say instead. */
export async function findGrant(services: Services, options: CommandContext['options']): Promise<NamedGrant | Outcome> {
  const role = ROLES.find((one) => one === options.role)
  if (!role) return misused(`--role: one of ${ROLES.join(', ')}`)
  if (options.institution === undefined) return { role, institutionId: null, place: 'the whole installation' }
  const found = await findInstitution(services.db, 'sq', options.institution)
  if (!found) return refused(`There is no institution ${options.institution}.`)
  return { role, institutionId: found.id, place: found.name }
}

/** What a deed of the platform refused, in words for a terminal. */
export const REFUSED: Readonly<Record<string, string>> = {
  'wrong-scope': 'The operator has no institution, and the other roles but the auditor need one.',
  'not-permitted': 'This is not permitted.',
  'no-such-account': 'The account has ended meanwhile.',
  'no-such-role': 'The role has ended meanwhile.',
  'last-operator': 'This is the last operator: grant the role to somebody else first.',
  'last-administrator': 'This is the last administrator of the institution: grant the role to somebody else first.',
}
