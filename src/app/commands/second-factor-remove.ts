import { removeSecondFactor } from '#platform/auth/remove-second-factor.ts'
import { refused, type Command } from './command.ts'
import { findUser, REFUSED } from './user-found.ts'

export const secondFactorRemoveCommand: Command = {
  name: 'second-factor remove',
  usage: '--email ADDRESS --reason WORDS',
  about: 'for an official who has lost every second factor and stands before you: the next code leads to a new set-up',
  options: ['email', 'reason'],
  run: async ({ services, options }) => {
    const account = await findUser(services, options.email)
    if ('kind' in account) return account
    const outcome = await removeSecondFactor(services, 'command-line', account.id, options.reason ?? '')
    if (outcome.kind === 'refused') return refused(REFUSED[outcome.reason] ?? `Not removed: ${outcome.reason}.`)
    if (outcome.kind === 'nothing') return refused(`${account.email} has no second factor.`)
    const lines = [`The second factors of ${account.email} are gone, and all sessions with them.`]
    return { kind: 'done', data: { accountId: account.id }, lines }
  },
}
