import type { Transaction } from '#platform/db/database.ts'
import type { ImportedRow, Taken, TableTarget, TakeOrder } from '#platform/imports/table-target.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { createHash } from 'node:crypto'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls } from '../urls.ts'
import { ACT_COLUMNS } from './act-columns-texts.ts'
import { findArchive } from './archive-queries.ts'
import { finishArchive, insertArchive } from './archive-writing-queries.ts'
import { digestOfRow } from './row-digest.ts'
import { numberingOf } from './numbering-rules.ts'
import { actOfTableRow } from './table-row-rules.ts'
import { raiseNumbers } from './take-archive.ts'
import { takeBatch } from './take-batch.ts'
import { archiveTexts, inEveryArchive } from './texts.ts'
import { undoArchiveIn } from './undo-archive.ts'
import { readVocabulary } from './vocabulary.ts'

/** The register of acts as a register that takes in tables: without their files. */
export const actTable: TableTarget = {
  name: 'acts',
  title: inEveryArchive((t) => t.table),
  officeHref: actOfficeUrls.archives(),
  roles: may['acts-archive.write'],
  columns: ACT_COLUMNS,
  sameBy: ['number', 'kind', 'date', 'title'],
  take: takeTable,
  undo: (tx, services, { importId, by }) =>
    undoArchiveIn(tx, services, { archiveId: importId, by: typeof by === 'string' ? null : by.accountId }),
}

const cellsOf = ({ cells }: ImportedRow): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, String(cell ?? '').trim()]))

async function takeTable(tx: Transaction, services: Services, order: TakeOrder): Promise<Taken> {
  const { institutionId, importId, at } = order
  const by = typeof order.by === 'string' ? null : order.by.accountId
  const cells = order.rows.map((row) => ({ at: row.at, cells: cellsOf(row) }))
  const asOne = cells.map((row) => actOfTableRow(row.cells, { at: row.at, numbering: 'one', digest: '' }))
  const numbering = numberingOf(asOne.flatMap((row) => (row.kind === 'act' ? [row.act] : [])))
  const digest = createHash('sha256').update(JSON.stringify(cells)).digest('hex')
  const file = { fileName: `tabela-${importId.slice(0, 8)}`, fileDigest: digest, fileSize: 0 }
  const row = { id: importId, institutionId, formId: null, kind: 'table' as const, ...file, state: 'running' as const }
  await insertArchive(tx, { ...row, byKind: numbering === 'by-kind', begunBy: by, at })
  const taken = await takeBatch(tx, services, {
    archiveId: importId,
    by,
    rows: cells.map((one) => actOfTableRow(one.cells, { at: one.at, numbering, digest: digestOfRow(one.cells) })),
    vocabulary: await readVocabulary(tx, institutionId),
    unnamed: archiveTexts('sq').unnamedAct,
  })
  const archive = await findArchive(tx, importId)
  if (archive) await raiseNumbers(tx, archive, Number(civilDateIn(archive.zone, at).slice(0, 4)))
  await finishArchive(tx, importId, [], at)
  return {
    added: taken.added,
    known: taken.known,
    refused: taken.refusedRows.map((one) => ({
      at: one.at,
      column: one.column,
      why: inEveryArchive((t) => t.reasons[one.reason]),
    })),
  }
}
