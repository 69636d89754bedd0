import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { withLocalFile } from '#platform/files/temporary-files.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { setInstitutionEmblem } from '#platform/institutions/set-institution-emblem.ts'
import { refused, type Command } from './command.ts'

export const institutionEmblemCommand: Command = {
  name: 'institution emblem',
  usage: 'FILE --slug SLUG',
  about: 'sets the emblem of an institution: a PNG of at most 100 kB',
  options: ['slug'],
  positionals: 1,
  run: async ({ services, options, positionals, folder }) => {
    const slug = options.slug ?? ''
    const institution = await findInstitution(services.db, 'sq', slug)
    if (!institution) return refused(`There is no institution ${slug}.`)
    const path = resolve(folder, positionals[0] ?? '')
    if (!existsSync(path)) return refused(`There is no file ${path}.`)
    const digest = await withLocalFile(services.settings, path, async (file) => {
      if (file === null) return null
      const outcome = await setInstitutionEmblem(services, 'command-line', institution.id, file)
      return outcome.kind === 'done' ? file.digest : null
    })
    if (digest === null) return refused(`${path} is no PNG of at most 100 kB.`)
    return { kind: 'done', data: { slug, emblem: digest }, lines: [`${institution.name} has a new emblem.`] }
  },
}
