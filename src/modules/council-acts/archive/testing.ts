import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import type { Archive } from './archive-queries.ts'
import { importActs } from './import-acts.ts'

/** Help for tests: archives of a few rows. Only tests import this. */

/** Rows as a file writes them; those that are no object stand as they are. */
export const linesOfRows = (rows: readonly (object | string)[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')

export async function withArchiveFile<Done>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<Done>,
): Promise<Done> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-archive-'))
  try {
    const path = join(folder, name)
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

let nth = 0

/** One that brought an act, refused a row, and asks about two words and a day. */
export async function givenArchive(services: Services, slug: string): Promise<Archive> {
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`There is no institution ${slug}`)
  nth += 1
  const id = `${process.pid}-${Date.now()}-${nth}`
  const rows = [
    {
      id,
      title: `Vendim nr. ${nth}, datë 16.04.2009, “Për provën nr. ${nth} të arkivit”`,
      type: 'vendim',
      year: 2009,
      date: '2009-04-17',
      status: 'e-paqartë',
      topics: ['temë e panjohur'],
    },
    { id: `${id}-b`, title: '' },
  ]
  const order = { institutionId: institution.id, by: null, archiveId: null, progress: () => {} }
  return withArchiveFile('arkivi.jsonl', linesOfRows(rows), (path) => importActs(services, order, { path }))
}
