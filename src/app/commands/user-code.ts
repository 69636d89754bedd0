import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { readEmail } from '#platform/auth/email.ts'
import { CODE_MINUTES, codeWithoutLetter } from '#platform/auth/sign-in.ts'
import { misused, refused, type Command } from './command.ts'

/** The way in while no mail works. Only for officials: a citizen's address is proved by its mailbox alone. */
export const userCodeCommand: Command = {
  name: 'user code',
  usage: '--email ADDRESS',
  about: 'prints a sign-in code for an official, for when no letter can reach them',
  options: ['email'],
  run: async ({ services, options }) => {
    const email = readEmail(options.email ?? '')
    if (!email) return misused('--email: the address of an official')
    const account = await findAccountByEmail(services.db, email)
    if (!account || account.endedAt) return refused(`No official has the address ${email}.`)
    const code = await codeWithoutLetter(services, email)
    const lines = [
      `Code: ${code} (for ${CODE_MINUTES} minutes)`,
      `Type it in a browser that has asked for a code at ${services.settings.url}/hyr with ${email}.`,
      'It works once, beside any code that comes by letter.',
    ]
    return { kind: 'done', data: { email, code, minutes: CODE_MINUTES }, lines }
  },
}
