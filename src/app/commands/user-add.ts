import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { addAccount, grantRole } from '#platform/auth/accounts.ts'
import { readEmail } from '#platform/auth/email.ts'
import { ROLES, type RoleGrant } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { misused, refused, type Command, type CommandContext, type Outcome } from './command.ts'

export const userAddCommand: Command = {
  name: 'user add',
  usage: '--email ADDRESS --name NAME --post POST --role ROLE [--institution SLUG]',
  about: `adds an official, or a role to one who is there; ROLE: ${ROLES.join(', ')}`,
  options: ['email', 'name', 'post', 'role', 'institution'],
  optional: ['institution'],
  run: async (context) => {
    const person = readPerson(context.options)
    if ('why' in person) return misused(person.why)
    return addPerson(context.services, person)
  },
}

type Person = { email: string; name: string; post: string; role: RoleGrant['role']; institution: string | null }

function readPerson(options: CommandContext['options']): Person | { why: string } {
  const email = readEmail(options.email ?? '')
  const name = (options.name ?? '').trim()
  const post = (options.post ?? '').trim()
  const role = ROLES.find((one) => one === options.role)
  if (!email) return { why: '--email: an address that letters can reach' }
  if (name.length < 2 || name.length > 120) return { why: '--name: 2 to 120 characters' }
  if (post.length === 0 || post.length > 160) return { why: '--post: 1 to 160 characters' }
  if (!role) return { why: `--role: one of ${ROLES.join(', ')}` }
  return { email, name, post, role, institution: options.institution ?? null }
}

async function addPerson(services: Services, { email, name, post, role, institution }: Person): Promise<Outcome> {
  const found = institution === null ? null : await findInstitution(services.db, 'sq', institution)
  if (institution !== null && found === null) return refused(`There is no institution ${institution}.`)
  const account = await findAccountByEmail(services.db, email)
  if (account?.endedAt) return refused(`The account of ${email} has ended and is not opened again.`)
  const scope = refusalOfScope(role, institution)
  if (scope) return misused(scope)
  const added = account ?? (await addAccount(services, 'command-line', { email, name, post, demonstration: false }))
  if ('kind' in added && added.kind === 'refused') return refused(`Not added: ${added.reason}.`)
  const granted = await grantRole(services, 'command-line', added.id, { role, institutionId: found?.id ?? null })
  if (granted.kind === 'refused') return refused(`Not granted: ${granted.reason}.`)
  const place = found?.name ?? 'the whole installation'
  const deed =
    granted.kind === 'granted' ? `${email} is now ${role} in ${place}.` : `${email} was ${role} in ${place} already.`
  return {
    kind: 'done',
    data: { accountId: added.id, role, institution, granted: granted.kind },
    lines: [deed, ...howToSignIn(services)],
  }
}

/** Said before an account is made that could do nothing. */
function refusalOfScope(role: RoleGrant['role'], institution: string | null): string | null {
  if (role === 'operator')
    return institution === null ? null : 'The operator has no institution: leave --institution out.'
  if (role === 'auditor' || institution !== null) return null
  return `The role ${role} is held in an institution: name it with --institution SLUG.`
}

function howToSignIn({ settings }: Services): string[] {
  const lines = [
    `Sign in at ${settings.url}/hyr with the address; a code comes by e-mail.`,
    'The first time, a second factor is set up with an authenticator application.',
  ]
  return settings.smtpUrl === null
    ? [...lines, 'No letter leaves before SMTP_URL is set; until then: npm run -s kuvend -- user code --email ADDRESS']
    : lines
}
