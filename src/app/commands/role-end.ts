import { listHeldRoles } from '#platform/auth/account-queries.ts'
import { endRole } from '#platform/auth/accounts.ts'
import { refused, type Command } from './command.ts'
import { findGrant, findUser, REFUSED } from './user-found.ts'

export const roleEndCommand: Command = {
  name: 'role end',
  usage: '--email ADDRESS --role ROLE [--institution SLUG]',
  about: 'ends a role of an official at once',
  options: ['email', 'role', 'institution'],
  optional: ['institution'],
  run: async ({ services, options }) => {
    const account = await findUser(services, options.email)
    if ('kind' in account) return account
    const grant = await findGrant(services, options)
    if ('kind' in grant) return grant
    const { role, institutionId, place } = grant
    const held = await listHeldRoles(services.db, account.id, services.clock.now())
    const these = held.filter((one) => one.role === role && one.institutionId === institutionId)
    if (these.length === 0) return refused(`${account.email} is not ${role} in ${place}.`)
    for (const { id } of these) {
      const outcome = await endRole(services, 'command-line', id)
      if (outcome.kind === 'refused') return refused(REFUSED[outcome.reason] ?? outcome.reason)
    }
    const data = { accountId: account.id, role, institution: options.institution ?? null, ended: these.length }
    return { kind: 'done', data, lines: [`${account.email} is no longer ${role} in ${place}.`] }
  },
}
