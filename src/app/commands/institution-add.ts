import { readEmail } from '#platform/auth/email.ts'
import { foundInstitution, type NewInstitutionForm } from '#platform/institutions/found-institution.ts'
import { INSTITUTION_KINDS, isOutside, isSlug, JURISDICTIONS } from '#platform/institutions/institution-rules.ts'
import { refusalToAccent } from '#ui/accent-stylesheet.ts'
import { publicUrls } from '../public/urls.ts'
import { misused, refused, type Command, type CommandContext, type Outcome } from './command.ts'

export const institutionAddCommand: Command = {
  name: 'institution add',
  usage: '--slug SLUG --name NAME [--name-en NAME] --jurisdiction AL|XK --kind KIND --email ADDRESS [--accent #RRGGBB]',
  about: `adds an institution; KIND: ${INSTITUTION_KINDS.join(', ')}`,
  options: ['slug', 'name', 'name-en', 'jurisdiction', 'kind', 'email', 'accent'],
  optional: ['name-en', 'accent'],
  run: async (context) => {
    const read = readInstitution(context.options)
    return 'why' in read ? misused(read.why) : addInstitution(context, read.institution)
  },
}

async function addInstitution({ services }: CommandContext, institution: NewInstitutionForm): Promise<Outcome> {
  const { slug, names } = institution
  const founded = await foundInstitution(services, 'command-line', institution)
  if (founded.kind !== 'founded') return refused(`An institution with the slug ${slug} is there already.`)
  const address = services.settings.url + publicUrls.institution(slug)
  return { kind: 'done', data: { id: founded.id, slug, address }, lines: [`${names.sq} is at ${address}`] }
}

type Read = { institution: NewInstitutionForm } | { why: string }

function readInstitution(options: CommandContext['options']): Read {
  const { slug = '', name = '', 'name-en': nameEn, accent } = options
  const jurisdiction = JURISDICTIONS.find((one) => one === options.jurisdiction)
  const kind = INSTITUTION_KINDS.find((one) => one === options.kind)
  const email = readEmail(options.email ?? '')
  if (!isSlug(slug)) return { why: '--slug: a-z, 0-9 and -, at most 60' }
  if (![name, nameEn ?? name].every(isName)) return { why: '--name, --name-en: 2 to 200 characters' }
  if (!jurisdiction) return { why: `--jurisdiction: ${JURISDICTIONS.join(' or ')}` }
  if (!kind) return { why: `--kind: one of ${INSTITUTION_KINDS.join(', ')}` }
  if (!email) return { why: '--email: an address that letters can reach' }
  if (accent !== undefined && refusalToAccent(accent))
    return { why: '--accent: #RRGGBB, with a contrast of 4.5 to white' }
  const names = { sq: name, ...(nameEn && { en: nameEn }) }
  const unknown = { placeId: null, website: null, registration: null, source: null }
  const standing = isOutside(kind) ? 'listed' : 'member'
  const known = { slug, jurisdiction, kind, standing, accent: accent?.toLowerCase() ?? null, names } as const
  return { institution: { ...known, ...unknown, frontDesk: email } }
}

const isName = (words: string): boolean => words.trim().length >= 2 && words.length <= 200
