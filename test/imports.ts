import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatasetColumn } from '#modules/open-data/dataset-rules.ts'
import { targetOfDataset } from '#modules/open-data/dataset-rules.ts'
import { openData } from '#modules/open-data/module.ts'
import { createDataset, publishDataset } from '#modules/open-data/write-dataset.ts'
import { chooseByItself } from '#platform/imports/choose-import.ts'
import { findTarget } from '#platform/imports/find-target.ts'
import { findImport } from '#platform/imports/import-queries.ts'
import { reckonImport } from '#platform/imports/reckon-import.ts'
import { stageImport } from '#platform/imports/stage-import.ts'
import type { TableTarget } from '#platform/imports/table-target.ts'
import { takeImport } from '#platform/imports/take-import.ts'
import type { Services } from '#platform/services.ts'

/** Help for tests: datasets, and tables brought into them at the command line's hand. */

const column = (name: string, type: DatasetColumn['type'], title: string): DatasetColumn => ({
  name,
  sq: title,
  en: title,
  type,
  unit: null,
  required: false,
  key: false,
  known: [title],
})

export const COLUMNS = [column('emri', 'string', 'Emri'), column('data', 'date', 'Data')]
export const columnFixture = { 'sq-1': 'Emri', 'en-1': 'Name', 'sq-2': 'Data', 'en-2': 'Day' }

export type Given = { rows?: number; published?: boolean; columns?: readonly DatasetColumn[] }

export async function draftDataset(services: Services, slug: string, given: Given = {}): Promise<string> {
  const [institution] = await services.db<{ id: string; slug: string }[]>`
    select id, slug from platform.institutions where slug = ${slug}`
  if (!institution) throw new Error(`no institution ${slug}`)
  const id = await createDataset(services, {
    institution,
    submissionId: randomUUID(),
    by: 'command-line',
    titleSq: 'Kontratat e provës',
    titleEn: 'Contracts of a test',
    descriptionSq: 'Kontratat e një viti, me vlera dhe data.',
    descriptionEn: 'Contracts of one year, with values and dates.',
    licence: 'CC-BY-4.0',
    sourceSq: null,
    sourceEn: null,
    themes: ['GOVE'],
    columns: given.columns ?? COLUMNS,
  })
  if (given.rows) await stagedImport(services, id, 'taken')
  if (given.published) await publishDataset(services, id, 'command-line')
  return id
}

export async function targetOf(services: Services, datasetId: string): Promise<TableTarget> {
  const [row] = await services.db<{ institutionId: string }[]>`
    select institution_id from open_data.datasets where id = ${datasetId}`
  const target = await findTarget([openData], services, targetOfDataset(datasetId), row?.institutionId ?? '')
  if (!target) throw new Error('no such target')
  return target
}

/** One day in two digits is asked about; taken imports hold certain ones. */
export async function stagedImport(
  services: Services,
  datasetId: string,
  how: 'staged' | 'chosen' | 'taken',
  words: string | Uint8Array = `Emri,Data\nUra ${randomUUID()},2026-03-07\n`,
  wanted: { head: number | null } = { head: null },
): Promise<string> {
  const target = await targetOf(services, datasetId)
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-tabela-'))
  try {
    const path = join(folder, 'tabela.csv')
    writeFileSync(path, words)
    const digest = createHash('sha256').update(words).digest('hex')
    const staged = await stageImport(services, {
      institutionId: target.institutionId ?? '',
      target: target.name,
      submissionId: randomUUID(),
      file: { path, name: 'tabela.csv', digest, size: words.length },
      by: 'command-line',
    })
    if (staged.kind !== 'staged') throw new Error(staged.why)
    const found = await findImport(services.db, staged.id)
    if (how === 'staged' || !found) return staged.id
    await chooseByItself(services, target, found, { sheet: null, ...wanted })
    await reckonImport(services, target, staged.id)
    if (how === 'taken') {
      const outcome = await takeImport(services, target, { id: staged.id, by: 'command-line', version: null })
      if (outcome.kind !== 'taken') throw new Error(outcome.kind)
    }
    return staged.id
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
