import { readEmail } from '#platform/auth/email.ts'
import { insertInstitution, setRoleAddress, type NewInstitution } from '#platform/institutions/institution-queries.ts'
import { INSTITUTION_KINDS, JURISDICTIONS } from '#platform/institutions/institution-rules.ts'
import { refusalToAccent } from '#ui/accent-stylesheet.ts'
import { publicUrls } from '../public/urls.ts'
import { ZONES } from '../zones.ts'
import { misused, refused, type Command, type CommandContext, type Outcome } from './command.ts'

export const institutionAddCommand: Command = {
  name: 'institution add',
  usage: '--slug SLUG --name NAME [--name-en NAME] --jurisdiction AL|XK --kind KIND --email ADDRESS [--accent #RRGGBB]',
  about: `adds an institution; KIND: ${INSTITUTION_KINDS.join(', ')}`,
  options: ['slug', 'name', 'name-en', 'jurisdiction', 'kind', 'email', 'accent'],
  optional: ['name-en', 'accent'],
  run: async (context) => {
    const read = readInstitution(context.options)
    return 'why' in read ? misused(read.why) : addInstitution(context, read.institution, read.email)
  },
}

async function addInstitution(
  { services }: CommandContext,
  institution: NewInstitution,
  email: string,
): Promise<Outcome> {
  const { slug } = institution
  const id = await services.db.begin(async (tx) => {
    const added = await insertInstitution(tx, institution)
    const address = { role: 'front-desk', email, telephone: null, postal: null }
    if (added !== null) await setRoleAddress(tx, added, address)
    return added
  })
  if (id === null) return refused(`An institution with the slug ${slug} is there already.`)
  const address = services.settings.url + publicUrls.institution(slug)
  return { kind: 'done', data: { id, slug, address }, lines: [`${institution.names.sq} is at ${address}`] }
}

type Read = { institution: NewInstitution; email: string } | { why: string }

function readInstitution(options: CommandContext['options']): Read {
  const { slug = '', name = '', 'name-en': nameEn, accent } = options
  const jurisdiction = JURISDICTIONS.find((one) => one === options.jurisdiction)
  const kind = INSTITUTION_KINDS.find((one) => one === options.kind)
  const email = readEmail(options.email ?? '')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) return { why: '--slug: a-z, 0-9 and -, at most 60' }
  if (![name, nameEn ?? name].every(isName)) return { why: '--name, --name-en: 2 to 200 characters' }
  if (!jurisdiction) return { why: `--jurisdiction: ${JURISDICTIONS.join(' or ')}` }
  if (!kind) return { why: `--kind: one of ${INSTITUTION_KINDS.join(', ')}` }
  if (!email) return { why: '--email: an address that letters can reach' }
  if (accent !== undefined && refusalToAccent(accent))
    return { why: '--accent: #RRGGBB, with a contrast of 4.5 to white' }
  const names = { sq: name, ...(nameEn && { en: nameEn }) }
  const zone = ZONES[jurisdiction]
  return {
    institution: { slug, jurisdiction, kind, zone, accent: accent?.toLowerCase() ?? null, demonstration: false, names },
    email,
  }
}

const isName = (words: string): boolean => words.trim().length >= 2 && words.length <= 200
