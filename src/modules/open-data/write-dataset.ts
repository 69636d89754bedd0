import type { ChangedBy } from '#platform/history/record-change.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import {
  findSubmittedDataset,
  holdDataset,
  insertDataset,
  moveToPublished,
  moveToWithdrawn,
  updateDataset,
  type Dataset,
  type DatasetWords,
} from './dataset-queries.ts'
import { enterDataset } from './dataset-records.ts'
import { KIND, refusalToMove, slugOf } from './dataset-rules.ts'

export type CreateDataset = DatasetWords & {
  institution: { id: string; slug: string }
  submissionId: string
  by: ChangedBy
}

/** So many datasets of an institution may have the same title. */
const MOST_ALIKE = 100

/** Makes a draft; a form that arrives twice makes one. */
export async function createDataset({ db, clock }: Services, order: CreateDataset): Promise<string> {
  const at = clock.now()
  const { institution, submissionId, by, ...words } = order
  const createdBy = typeof by === 'string' ? null : by.accountId
  return db.begin(async (tx) => {
    for (let nth = 1; nth <= MOST_ALIKE; nth += 1) {
      const known = await findSubmittedDataset(tx, submissionId)
      if (known !== null) return known
      const slug = slugOf(institution.slug, words.titleSq, nth)
      const id = await insertDataset(tx, { ...words, institutionId: institution.id, submissionId, slug, createdBy, at })
      if (id === null) continue
      await recordChange(tx, { institutionId: institution.id, subject: refOf(KIND, id), kind: 'created', by, at })
      return id
    }
    throw new Error(`no free address for a dataset of ${institution.slug}`)
  })
}

export type MoveOutcome = 'done' | 'wrong-state' | 'no-such-dataset' | 'changed-meanwhile' | 'no-rows'

/** From now on everybody reads it; every later import and correction is a new version. */
export const publishDataset = (services: Services, id: string, by: ChangedBy): Promise<MoveOutcome> =>
  move(services, id, 'publish', async (tx, { institutionId, rowCount }, at) => {
    if (rowCount === 0) return 'no-rows'
    await moveToPublished(tx, id, at)
    await enterDataset(tx, services, id)
    await recordChange(tx, { institutionId, subject: refOf(KIND, id), kind: 'published', by, at })
    return 'done'
  })

/** It leaves the public; the ledger keeps that it stood, and that it was withdrawn. */
export const withdrawDataset = (
  services: Services,
  id: string,
  { by, reason }: { by: ChangedBy; reason: string },
): Promise<MoveOutcome> =>
  move(services, id, 'withdraw', async (tx, { institutionId }, at) => {
    await moveToWithdrawn(tx, id, reason, at)
    await enterDataset(tx, services, id, { why: 'withdrawn' })
    await recordChange(tx, { institutionId, subject: refOf(KIND, id), kind: 'withdrawn', by, at, reason })
    return 'done'
  })

/** Words and columns put right. `seen`: when what the official changed had been changed last. */
export const correctDataset = (
  services: Services,
  id: string,
  { words, by, seen }: { words: DatasetWords; by: ChangedBy; seen: number },
): Promise<MoveOutcome> =>
  move(services, id, 'correct', async (tx, dataset, at) => {
    if (dataset.changedAt.getTime() !== seen) return 'changed-meanwhile'
    await updateDataset(tx, id, words, at)
    await enterDataset(tx, services, id)
    const { institutionId } = dataset
    await recordChange(tx, { institutionId, subject: refOf(KIND, id), kind: 'corrected', by, at })
    return 'done'
  })

function move(
  { db, clock }: Services,
  id: string,
  what: 'publish' | 'withdraw' | 'correct',
  write: (tx: Transaction, dataset: Dataset, at: Date) => Promise<MoveOutcome>,
): Promise<MoveOutcome> {
  return db.begin(async (tx): Promise<MoveOutcome> => {
    const dataset = await holdDataset(tx, id)
    if (!dataset) return 'no-such-dataset'
    return refusalToMove(dataset.state, what) ?? write(tx, dataset, clock.now())
  })
}
