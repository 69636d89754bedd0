import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ASSURANCES, type OfficeFrom } from '#platform/auth/means-rules.ts'
import { callbackPath, isReachable } from '#platform/auth/oidc-client.ts'
import { addProvider, endProvider } from '#platform/auth/oidc-providers.ts'
import { findProvider, listProviders, type NewProvider } from '#platform/auth/oidc-queries.ts'
import { isIssuer, readLevels } from '#platform/auth/oidc-rules.ts'
import type { Services } from '#platform/services.ts'
import { misused, refused, type Command, type CommandContext, type Outcome } from './command.ts'

const OFFICE_FROM = ASSURANCES.filter((one) => one !== 'low')

export const oidcAddCommand: Command = {
  name: 'oidc add',
  usage:
    '--slug WORD --name NAME --issuer URL --client ID [--secret-file FILE] [--scopes "openid email"] [--levels ACR=LEVEL,…] [--office-from LEVEL] [--acr "ACR …"]',
  about: `lets people sign in by a provider of OpenID Connect; LEVEL: ${ASSURANCES.join(', ')}; --office-from: ${OFFICE_FROM.join(', ')}`,
  options: ['slug', 'name', 'issuer', 'client', 'secret-file', 'scopes', 'levels', 'office-from', 'acr'],
  optional: ['secret-file', 'scopes', 'levels', 'office-from', 'acr'],
  run: async (context) => {
    const provider = readProvider(context.options)
    if ('why' in provider) return misused(provider.why)
    const secret = readSecret(context)
    if (secret !== null && typeof secret !== 'string') return secret
    return add(context.services, provider, secret)
  },
}

function readProvider(options: CommandContext['options']): NewProvider | { why: string } {
  const { slug = '', issuer = '', scopes = 'openid email' } = options
  const name = (options.name ?? '').trim()
  const clientId = (options.client ?? '').trim()
  const levels = options.levels === undefined ? {} : readLevels(options.levels)
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(slug)) return { why: '--slug: 2 to 40 of a-z, 0-9 and dashes' }
  if (name.length < 2 || name.length > 80) return { why: '--name: 2 to 80 characters' }
  if (!isIssuer(issuer)) return { why: '--issuer: an https address, without ? and #' }
  if (clientId === '' || clientId.length > 300) return { why: '--client: the id that the provider has given' }
  if (!/(^| )openid( |$)/.test(scopes) || scopes.length > 300) return { why: '--scopes: words, openid among them' }
  if (levels === null) return { why: `--levels: ACR=LEVEL, separated by commas; LEVEL: ${ASSURANCES.join(', ')}` }
  const officeFrom = readOfficeFrom(options['office-from'], levels)
  if (typeof officeFrom === 'object' && officeFrom !== null) return officeFrom
  return { slug, name, issuer, clientId, scopes, levels, officeFrom, acrValues: options.acr ?? null }
}

function readOfficeFrom(words: string | undefined, levels: Record<string, string>): OfficeFrom | { why: string } {
  if (words === undefined) return null
  const level = OFFICE_FROM.find((one) => one === words)
  if (level === undefined) return { why: `--office-from: ${OFFICE_FROM.join(' or ')}; low opens no office` }
  const reached = Object.values(levels).some((one) => OFFICE_FROM.some((high) => high === one))
  return reached ? level : { why: '--office-from: no level of --levels reaches it' }
}

/** From a file, or from what is piped in: on the command line every user of the machine could read it. */
function readSecret({ options, folder }: CommandContext): string | null | Outcome {
  const file = options['secret-file']
  if (file === undefined) return null
  try {
    const secret = readFileSync(file === '-' ? 0 : resolve(folder, file), 'utf8').trim()
    return secret === '' ? refused(`${file} is empty.`) : secret
  } catch {
    return refused(`${file} cannot be read.`)
  }
}

async function add(services: Services, provider: NewProvider, secret: string | null): Promise<Outcome> {
  const added = await addProvider(services, provider, secret)
  if (added.kind === 'refused') return refused(`There is or was a provider ${provider.slug}: choose another word.`)
  const entered = await findProvider(services.db, provider.slug)
  const reached = entered !== null && (await isReachable(services, entered))
  const callback = services.settings.url + callbackPath(provider.slug)
  return {
    kind: 'done',
    data: { id: added.id, slug: provider.slug, callback, reached },
    lines: [
      `Entered. Tell the provider this redirect address: ${callback}`,
      reached ? 'The provider answers.' : 'The provider does not answer now. It is asked again when somebody signs in.',
      provider.officeFrom === null
        ? 'Officials show their own second factor besides.'
        : `From level ${provider.officeFrom} on it opens the office by itself.`,
    ],
  }
}

export const oidcListCommand: Command = {
  name: 'oidc list',
  usage: '',
  about: 'lists the providers of OpenID Connect, without their secrets',
  options: [],
  run: async ({ services }) => {
    const providers = await listProviders(services.db)
    const told = providers.map(({ id: _id, clientSecret, ...provider }) => ({
      ...provider,
      secret: clientSecret !== null,
    }))
    return {
      kind: 'done',
      data: { providers: told },
      lines: told.map(
        ({ slug, name, issuer, levels, officeFrom }) =>
          `${slug}: ${name}, ${issuer}, levels ${JSON.stringify(levels)}, office from ${officeFrom ?? 'never'}`,
      ),
    }
  },
}

export const oidcEndCommand: Command = {
  name: 'oidc end',
  usage: '--slug WORD',
  about: 'takes a provider away and ends every session that came by it',
  options: ['slug'],
  run: async ({ services, options }) => {
    const slug = options.slug ?? ''
    const ended = await endProvider(services, slug)
    if (ended.kind === 'refused') return refused(`There is no provider ${slug}.`)
    return {
      kind: 'done',
      data: { slug, closed: ended.closed },
      lines: [`Taken away; sessions ended: ${ended.closed}.`],
    }
  },
}
