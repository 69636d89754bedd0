import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Importer } from '#platform/door.ts'
import { doors } from '../doors.ts'
import { misused, refused, type Command } from './command.ts'

const LARGEST_BYTES = 100_000_000

/** Every kind of file that some subject takes in. Asked when used: the list of doors is complete only then. */
const importers = (): Record<string, Importer> =>
  Object.fromEntries(doors.flatMap((door) => Object.entries(door.importers ?? {})))

export const importCommand: Command = {
  name: 'import',
  usage: 'KIND FILE --institution SLUG',
  about: 'takes in a file',
  options: ['institution'],
  positionals: 2,
  run: async ({ services, options, positionals: [kind = '', file = ''], folder }) => {
    const importer = Object.hasOwn(importers(), kind) ? importers()[kind] : undefined
    if (!importer) return misused(`KIND: one of ${Object.keys(importers()).join(', ')}`)
    const institution = await findInstitution(services.db, 'sq', options.institution ?? '')
    if (!institution) return refused(`There is no institution ${options.institution}.`)
    const content = await readContent(resolve(folder, file))
    if ('why' in content) return refused(`${file}: ${content.why}`)
    const outcome = await importer(services, institution.id, content.bytes)
    if (outcome.kind === 'refused') return refused(`${file}: ${outcome.why}`)
    return {
      kind: 'done',
      data: { kind, institution: institution.slug, imported: outcome.lines },
      lines: outcome.lines,
    }
  },
}

async function readContent(path: string): Promise<{ bytes: Uint8Array } | { why: string }> {
  try {
    if ((await stat(path)).size > LARGEST_BYTES) return { why: 'larger than 100 MB' }
    return { bytes: await readFile(path) }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
