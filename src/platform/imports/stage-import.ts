import type { ChangedBy } from '../history/record-change.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { findSubmitted, insertImport, insertLines } from './import-queries.ts'
import { IMPORT_KIND, NO_CHOICES } from './import-rules.ts'
import { readTable, type TableRead } from './reading/run-table-reader.ts'
import type { ReadRefusal, StagedLine } from './reading/source-rules.ts'

export type StageOrder = {
  institutionId: string
  target: string
  submissionId: string
  file: { path: string; name: string; digest: string; size: number }
  by: ChangedBy
}

export type StageOutcome = { kind: 'staged'; id: string } | { kind: 'unreadable'; why: ReadRefusal }

/** Rows that go to the database at once. */
const BATCH = 2000

/** Reads a file apart and stages every line of it, as it came. A form that arrives twice stages once. */
export async function stageImport(services: Services, order: StageOrder): Promise<StageOutcome> {
  const known = await findSubmitted(services.db, order.submissionId)
  if (known !== null) return { kind: 'staged', id: known }
  const staged = await readTable(services.settings, order.file.path, (read) => keep(services, order, read))
  return typeof staged === 'string' ? { kind: 'unreadable', why: staged } : { kind: 'staged', id: staged.id }
}

async function keep({ db, clock }: Services, order: StageOrder, read: TableRead): Promise<{ id: string }> {
  const at = clock.now()
  const { file, by, institutionId, target, submissionId } = order
  return db.begin(async (tx) => {
    const id = await insertImport(tx, {
      institutionId,
      target,
      submissionId,
      fileName: file.name.slice(0, 255) || 'tabela',
      fileDigest: file.digest,
      fileSize: file.size,
      sheets: read.sheets,
      // One sheet needs no choice.
      choices: { ...NO_CHOICES, sheet: read.sheets.length === 1 ? 0 : null },
      createdBy: accountOf(by),
      at,
    })
    if (id === null) return { id: (await findSubmitted(tx, submissionId)) ?? '' }
    let batch: StagedLine[] = []
    for await (const line of read.lines()) {
      batch.push(line)
      if (batch.length < BATCH) continue
      await insertLines(tx, id, batch)
      batch = []
    }
    if (batch.length > 0) await insertLines(tx, id, batch)
    await recordChange(tx, { institutionId, subject: refOf(IMPORT_KIND, id), kind: 'uploaded', by, at })
    return { id }
  })
}

export const accountOf = (by: ChangedBy): string | null => (typeof by === 'string' ? null : by.accountId)
