import { endAccount } from '#platform/auth/accounts.ts'
import { refused, type Command } from './command.ts'
import { doors } from '../doors.ts'
import { findUser, REFUSED } from './user-found.ts'

export const userEndCommand: Command = {
  name: 'user end',
  usage: '--email ADDRESS [--successor ADDRESS]',
  about: 'ends all roles and sessions of an official; open work goes to the successor, or is named and stays',
  options: ['email', 'successor'],
  optional: ['successor'],
  run: async ({ services, options }) => {
    const account = await findUser(services, options.email)
    if ('kind' in account) return account
    const successor = options.successor === undefined ? null : await findUser(services, options.successor)
    if (successor && 'kind' in successor) return successor
    const open = await Promise.all(
      doors.map(async (door) => (await door.openWorkOf?.(services, 'en', account.id)) ?? []),
    )
    const takes = successor ? { services, doors, accountId: successor.id } : null
    const outcome = await endAccount(services, 'command-line', account.id, takes)
    if (outcome.kind === 'refused') return refused(REFUSED[outcome.reason] ?? `Not ended: ${outcome.reason}.`)
    const left = successor ? [] : open.flat().map(({ title }) => `Still open: ${title}`)
    const { handedOver } = outcome
    const gone = handedOver > 0 ? [`${handedOver} records went to ${successor?.email ?? ''}.`] : []
    const lines = [`${account.email} has no role and no session any more.`, ...gone, ...left]
    return { kind: 'done', data: { accountId: account.id, handedOver, stillOpen: left.length }, lines }
  },
}
