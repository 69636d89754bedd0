import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { AddressImporter, FileImporter, Importer, ImportOutcome, InstallationImporter } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { doors } from '../doors.ts'
import { misused, refused, type Command, type Outcome } from './command.ts'

const LARGEST_BYTES = 100_000_000

/** Every kind of file that some subject takes in. Asked when used: the list of doors is complete only then. */
const importers = (): Record<string, Importer> =>
  Object.fromEntries(doors.flatMap((door) => Object.entries(door.importers ?? {})))
const installationImporters = (): Record<string, InstallationImporter> =>
  Object.fromEntries(doors.flatMap((door) => Object.entries(door.installationImporters ?? {})))
const fileImporters = (): Record<string, FileImporter> =>
  Object.fromEntries(doors.flatMap((door) => Object.entries(door.fileImporters ?? {})))
const addressImporters = (): Record<string, AddressImporter> =>
  Object.fromEntries(doors.flatMap((door) => Object.entries(door.addressImporters ?? {})))

export const importCommand: Command = {
  name: 'import',
  usage:
    'KIND FILE|ADDRESS [--institution SLUG] [--files FOLDER|ZIP] [--only CATEGORY,…] [--whole] [--private-addresses]',
  about:
    'takes in a file, whole or not at all (archives of acts by parts: begun again they go on), or what a foreign server gives; what belongs to one institution needs its slug',
  options: ['institution', 'files', 'only'],
  optional: ['institution', 'files', 'only'],
  flags: ['whole', 'private-addresses'],
  positionals: 2,
  run: async ({ services, options, flags, positionals: [kind = '', file = ''], folder, progress }) => {
    const following = await followed(services, { kind, address: file, slug: options.institution, flags })
    if (following) return following
    const files = options.files === undefined ? null : resolve(folder, options.files)
    const only = (options.only ?? '').split(',').filter((one) => one.trim() !== '')
    const asked = { kind, slug: options.institution, path: resolve(folder, file), files, only, progress }
    const large = await takenAsFile(services, asked)
    if (large) return large
    const taking = await importerOf(services, kind, options.institution)
    if ('kind' in taking) return taking
    const content = await readContent(resolve(folder, file))
    if ('why' in content) return refused(`${file}: ${content.why}`)
    const outcome = await taking.take(content.bytes)
    if (outcome.kind === 'refused') return refused(`${file}: ${outcome.why}`)
    const institution = options.institution ?? null
    return { kind: 'done', data: { kind, institution, imported: outcome.lines }, lines: outcome.lines }
  },
}

/** Null: no address. `--whole` asks for everything anew; `--private-addresses` lets servers of one's own house answer. */
async function followed(
  services: Services,
  asked: { kind: string; address: string; slug: string | undefined; flags: readonly string[] },
): Promise<Outcome | null> {
  const { kind, address, slug } = asked
  if (!/^https?:\/\//.test(address)) {
    const foreign = asked.flags.filter((flag) => flag === 'whole' || flag === 'private-addresses')
    return foreign.length > 0 ? misused(`--${foreign.join(', --')}: for an address, not for a file`) : null
  }
  const take = Object.hasOwn(addressImporters(), kind) ? addressImporters()[kind] : undefined
  if (!take) return misused(`KIND for an address: one of ${Object.keys(addressImporters()).join(', ')}`)
  if (slug === undefined) return misused('missing: --institution')
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) return refused(`There is no institution ${slug}.`)
  const outcome = await take(services, institution.id, address, {
    whole: asked.flags.includes('whole'),
    privateAddresses: asked.flags.includes('private-addresses'),
  })
  if (outcome.kind === 'refused') return refused(`${address}: ${outcome.why}`)
  return { kind: 'done', data: { kind, institution: slug, imported: outcome.lines }, lines: outcome.lines }
}

type AsFile = {
  kind: string
  slug: string | undefined
  path: string
  files: string | null
  only: readonly string[]
  progress: ((line: string) => void) | undefined
}

/** Null: nobody takes in this kind by parts. */
async function takenAsFile(services: Services, asked: AsFile): Promise<Outcome | null> {
  const { kind, slug, path, files, only, progress = () => {} } = asked
  const take = Object.hasOwn(fileImporters(), kind) ? fileImporters()[kind] : undefined
  if (!take && files === null && only.length === 0) return null
  if (!take) return misused(`--files, --only: for ${Object.keys(fileImporters()).join(', ')}`)
  if (slug === undefined) return misused('missing: --institution')
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) return refused(`There is no institution ${slug}.`)
  const absent = await stat(path).then(
    (found) => (found.isFile() ? null : 'no file'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  if (absent !== null) return refused(`${path}: ${absent}`)
  const outcome = await take(services, institution.id, { path, files, only }, progress)
  if (outcome.kind === 'refused') return refused(`${path}: ${outcome.why}`)
  return { kind: 'done', data: { kind, institution: slug, imported: outcome.lines }, lines: outcome.lines }
}

type Taking = { take: (content: Uint8Array) => Promise<ImportOutcome> }

async function importerOf(services: Services, kind: string, slug: string | undefined): Promise<Taking | Outcome> {
  const ofAll = Object.hasOwn(installationImporters(), kind) ? installationImporters()[kind] : undefined
  if (ofAll) {
    if (slug !== undefined) return misused(`${kind} belong to no institution: leave --institution out`)
    return { take: (content) => ofAll(services, content) }
  }
  const ofOne = Object.hasOwn(importers(), kind) ? importers()[kind] : undefined
  const kinds = [...Object.keys(importers()), ...Object.keys(fileImporters()), ...Object.keys(installationImporters())]
  if (!ofOne) return misused(`KIND: one of ${kinds.join(', ')}`)
  if (slug === undefined) return misused('missing: --institution')
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) return refused(`There is no institution ${slug}.`)
  return { take: (content) => ofOne(services, institution.id, content) }
}

async function readContent(path: string): Promise<{ bytes: Uint8Array } | { why: string }> {
  try {
    if ((await stat(path)).size > LARGEST_BYTES) return { why: 'larger than 100 MB' }
    return { bytes: await readFile(path) }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
