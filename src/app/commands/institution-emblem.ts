import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { keepContent } from '#platform/documents/documents.ts'
import { withLocalFile } from '#platform/files/temporary-files.ts'
import { findInstitution, setEmblem } from '#platform/institutions/institution-queries.ts'
import { refused, type Command } from './command.ts'

/** Shown at 44 px in the header of each page: more than this is a photograph, not an emblem. */
const LARGEST_EMBLEM = 100_000

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
      if (file?.mediaType !== 'image/png' || file.size > LARGEST_EMBLEM) return null
      await services.db.begin(async (tx) => {
        await keepContent(tx, services, file)
        await setEmblem(tx, institution.id, file.digest)
      })
      return file.digest
    })
    if (digest === null) return refused(`${path} is no PNG of at most 100 kB.`)
    return { kind: 'done', data: { slug, emblem: digest }, lines: [`${institution.name} has a new emblem.`] }
  },
}
