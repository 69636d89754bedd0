import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findActSettings } from '../act-queries.ts'
import { raiseCounter } from '../making/counter-queries.ts'
import { countDoubleNumbers, findArchive, findBroken, listHighestNumbers, type Archive } from './archive-queries.ts'
import { ARCHIVE_KIND, BATCH_ROWS, type ArchiveKind, type ArchiveRow } from './archive-rules.ts'
import { beginArchive, failArchive, finishArchive, insertArchive } from './archive-writing-queries.ts'
import type { Numbering } from './numbering-rules.ts'
import { takeBatch } from './take-batch.ts'
import { archiveTexts } from './texts.ts'
import { readVocabulary } from './vocabulary.ts'

export type ArchiveSource = {
  kind: ArchiveKind
  file: { name: string; digest: string; size: number }
  /** Looked at before: how its numbers run. */
  numbering: Numbering
  rows(numbering: Numbering): AsyncIterable<ArchiveRow>
  /** Rows of one transaction. */
  batch?: number
  /** Asked at the end: what else there is to say. */
  notes?(): readonly string[]
}

export type ArchiveOrder = {
  institutionId: string
  /** An account; null: the command line. */
  by: string | null
  /** One that waits for the worker; null: begun now. */
  archiveId: string | null
  progress: (line: string) => void
}

/**
 * Takes in a file of acts, batch by batch, each whole. Broken off and begun again it goes on after the last whole batch;
 * begun with the same file once more it finds everything known.
 */
export async function takeArchive(services: Services, order: ArchiveOrder, source: ArchiveSource): Promise<Archive> {
  const archive = await begin(services, order, source)
  const numbering = archive.byKind ? 'by-kind' : 'one'
  const vocabulary = await readVocabulary(services.db, archive.institutionId)
  const begun = performance.now()
  let [skipped, done] = [0, archive.rowsDone]
  let rows: ArchiveRow[] = []
  const flush = async () => {
    const batch = { archiveId: archive.id, by: order.by, rows, vocabulary, unnamed: archiveTexts('sq').unnamedAct }
    await services.db.begin((tx) => takeBatch(tx, services, batch))
    done += rows.length
    rows = []
    order.progress(`${done} rows, ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
  try {
    for await (const row of source.rows(numbering)) {
      if (skipped < archive.rowsDone) {
        skipped += 1
        continue
      }
      rows.push(row)
      if (rows.length >= (source.batch ?? BATCH_ROWS)) await flush()
    }
    if (rows.length > 0) await flush()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await services.db.begin((tx) => failArchive(tx, archive.id, why.slice(0, 500) || 'failed'))
    throw error
  }
  await finish(services, order, archive.id, source.notes?.() ?? [])
  return (await findArchive(services.db, archive.id)) ?? archive
}

async function begin(services: Services, order: ArchiveOrder, source: ArchiveSource): Promise<Archive> {
  const { db, clock } = services
  const { institutionId, by } = order
  const settings = await findActSettings(db, institutionId)
  const byKind = settings?.numbering === 'by-kind' || source.numbering === 'by-kind'
  const broken = order.archiveId ?? (await findBroken(db, institutionId, source.kind, source.file.digest))
  const id = broken ?? randomUUID()
  await db.begin(async (tx) => {
    const at = clock.now()
    if (broken === null) {
      const { name, digest, size } = source.file
      const file = { fileName: name.slice(0, 255) || 'arkivi', fileDigest: digest, fileSize: size }
      await insertArchive(tx, {
        id,
        institutionId,
        formId: null,
        kind: source.kind,
        ...file,
        state: 'running',
        byKind,
        begunBy: by,
        at,
      })
      await recordChange(tx, {
        institutionId,
        subject: refOf(ARCHIVE_KIND, id),
        kind: 'archive-begun',
        by: changedBy(by),
        at,
      })
    } else await beginArchive(tx, id, byKind)
  })
  const archive = await findArchive(db, id)
  if (!archive) throw new Error(`archive ${id} is gone`)
  return archive
}

export const changedBy = (by: string | null) => (by === null ? ('command-line' as const) : { accountId: by })

async function finish(services: Services, { by }: ArchiveOrder, id: string, told: readonly string[]): Promise<void> {
  await services.db.begin(async (tx) => {
    const archive = await findArchive(tx, id)
    if (!archive) return
    const at = services.clock.now()
    await raiseNumbers(tx, archive, Number(civilDateIn(archive.zone, at).slice(0, 4)))
    const double = await countDoubleNumbers(tx, id)
    const notes = double > 0 ? [...told, `numbers-twice: ${double}`] : told
    await finishArchive(tx, id, notes.slice(0, 1000), at)
    const { institutionId } = archive
    await recordChange(tx, {
      institutionId,
      subject: refOf(ARCHIVE_KIND, id),
      kind: 'archive-done',
      by: changedBy(by),
      at,
    })
  })
}

/** What was taken in sets the next number: in its own row of numbers, and in the one from which the institution numbers. */
export async function raiseNumbers(
  tx: Transaction,
  { id, institutionId }: Pick<Archive, 'id' | 'institutionId'>,
  year: number,
): Promise<void> {
  const settings = await findActSettings(tx, institutionId)
  const raised = new Map<string, { series: string; year: number; highest: number }>()
  const raise = (series: string, of: number, number: number) => {
    const key = `${series} ${of}`
    raised.set(key, { series, year: of, highest: Math.max(number, raised.get(key)?.highest ?? 0) })
  }
  for (const one of await listHighestNumbers(tx, id, year)) {
    raise(one.series, one.year, one.highest)
    if (settings?.numbering !== 'by-kind') raise('', one.year, one.highest)
  }
  for (const one of [...raised.values()].toSorted((a, b) => (a.series < b.series ? -1 : 1)))
    await raiseCounter(tx, { institutionId, series: one.series, year: one.year }, one.highest)
}
