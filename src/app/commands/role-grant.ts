import { grantRole } from '#platform/auth/accounts.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import { refused, type Command } from './command.ts'
import { findGrant, findUser, REFUSED } from './user-found.ts'

export const roleGrantCommand: Command = {
  name: 'role grant',
  usage: '--email ADDRESS --role ROLE [--institution SLUG]',
  about: `gives an official a role, without a second person even where the institution wants two; ROLE: ${ROLES.join(', ')}`,
  options: ['email', 'role', 'institution'],
  optional: ['institution'],
  run: async ({ services, options }) => {
    const account = await findUser(services, options.email)
    if ('kind' in account) return account
    const grant = await findGrant(services, options)
    if ('kind' in grant) return grant
    const { role, institutionId, place } = grant
    const outcome = await grantRole(services, 'command-line', account.id, { role, institutionId })
    if (outcome.kind === 'refused') return refused(REFUSED[outcome.reason] ?? outcome.reason)
    const words = outcome.kind === 'granted' ? 'is now' : 'was already'
    const data = { accountId: account.id, role, institution: options.institution ?? null, granted: outcome.kind }
    return { kind: 'done', data, lines: [`${account.email} ${words} ${role} in ${place}.`] }
  },
}
