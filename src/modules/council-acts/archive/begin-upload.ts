import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findArchive, findArchiveByForm } from './archive-queries.ts'
import { ARCHIVE_KIND, type ArchiveKind } from './archive-rules.ts'
import { insertArchive } from './archive-writing-queries.ts'
import { kindOfFile } from './take-uploaded.ts'
import { moveToUndoing } from './undo-queries.ts'

export type UploadOrder = {
  institutionId: string
  formId: string
  file: { path: string; name: string; digest: string; size: number }
  only: readonly string[]
  by: Official
}
export type UploadOutcome = { kind: 'begun'; id: string } | { kind: 'unknown-kind' }

const QUEUE = 'acts-archive'

/** A file of acts that the worker takes in. A form that arrives twice begins once. */
export async function beginUpload(services: Services, order: UploadOrder): Promise<UploadOutcome> {
  const { institutionId, formId, file, only, by } = order
  const known = await findArchiveByForm(services.db, formId)
  if (known !== null) return { kind: 'begun', id: known }
  const found = await kindOfFile(file.path, file.name)
  if (found === null) return { kind: 'unknown-kind' }
  // What a ZIP holds is seen when it is opened; most hold a table.
  const kind: ArchiveKind = found === 'zip' ? 'table' : found
  await services.files.put(file.digest, file.path)
  return services.db.begin(async (tx): Promise<UploadOutcome> => {
    const at = services.clock.now()
    const facts = { fileName: file.name.slice(0, 255) || 'arkivi', fileDigest: file.digest, fileSize: file.size }
    const row = { id: randomUUID(), institutionId, formId, kind, ...facts, state: 'waiting' as const, byKind: false }
    const id = await insertArchive(tx, { ...row, onlyCategories: only, begunBy: by.accountId, at })
    if (id === null) return { kind: 'begun', id: (await findArchiveByForm(tx, formId)) ?? '' }
    await recordChange(tx, { institutionId, subject: refOf(ARCHIVE_KIND, id), kind: 'archive-begun', by, at })
    await enqueue(tx, 'council-acts.take-archive', { archive: id }, { queue: QUEUE, maxAttempts: 5 })
    return { kind: 'begun', id }
  })
}

/** The worker takes it back. */
export const askToUndo = (services: Services, id: string, by: Official): Promise<'asked' | 'wrong-state'> =>
  services.db.begin(async (tx) => {
    const archive = await findArchive(tx, id)
    if (!archive || !['done', 'failed', 'undoing'].includes(archive.state)) return 'wrong-state'
    await moveToUndoing(tx, id)
    await enqueue(
      tx,
      'council-acts.undo-archive',
      { archive: id, account: by.accountId },
      { queue: QUEUE, maxAttempts: 5 },
    )
    return 'asked'
  })
