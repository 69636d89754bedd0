import type { Database, Queryable, Transaction } from '../db/database.ts'

/**
 * Held in common by all who add content until they commit, and alone by the sweep: so that nothing is swept away that
 * somebody is about to name. The number means nothing.
 */
const CONTENT_LOCK = 5_880_628

export async function shareContent(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${CONTENT_LOCK})`
}

export async function holdContentAlone(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${CONTENT_LOCK})`
}

/** Held in common while copies of everything are made: what their snapshot names must stay in the store until then. */
const COPY_LOCK = 5_880_629

/** Nothing leaves the store while the work goes on; who wants to take something away comes again later. */
export const whileContentStays = <Found>(db: Database, work: () => Promise<Found>): Promise<Found> =>
  // A transaction for the lock alone: it ends with the process, however that goes.
  db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock_shared(${COPY_LOCK})`
    return work()
  }) as Promise<Found>

/** False: a copy is being made just now, and nothing may leave the store. */
export async function mayRemoveContent(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${COPY_LOCK}) as free`
  return row?.free === true
}

/** Files older than this that no document, no picture of one, no emblem and no kept copy of a register names. */
export async function listUnnamedFiles(db: Queryable, before: Date): Promise<string[]> {
  const rows = await db<{ digest: string }[]>`
    select file.digest from platform.files as file where file.created_at < ${before} and ${isUnnamed(db)}`
  return rows.map((row) => row.digest)
}

export async function deleteUnnamedFiles(tx: Transaction, digests: readonly string[]): Promise<number> {
  const result = await tx`
    delete from platform.files as file where file.digest = any(${digests as string[]}::text[]) and ${isUnnamed(tx)}`
  return result.count
}

const isUnnamed = (db: Queryable) => db`
  not exists (select from platform.document_files as one where one.digest = file.digest)
  and not exists (select from platform.document_pictures as picture where picture.digest = file.digest)
  and not exists (select from platform.institutions as institution where institution.emblem = file.digest)
  and not exists (select from platform.dumps as dump where dump.digest = file.digest)`

/** Which of these digests no row of files names. */
export async function digestsWithoutFile(db: Queryable, digests: readonly string[]): Promise<string[]> {
  const rows = await db<{ digest: string }[]>`
    select kept.digest from unnest(${digests as string[]}::text[]) as kept (digest)
    where not exists (select from platform.files as file where file.digest = kept.digest)`
  return rows.map((row) => row.digest)
}

/** Bytes that the files of an institution take up, older versions among them, and how many it may have. */
export async function findSpace(db: Queryable, institutionId: string): Promise<{ used: number; quota: number | null }> {
  const [row] = await db<{ used: number; quota: number | null }[]>`
    select coalesce((select sum(size) from platform.document_files
                     where institution_id = ${institutionId} and digest is not null), 0)::float8 as used,
           (select bytes::float8 from platform.document_quotas where institution_id = ${institutionId}) as quota`
  return row ?? { used: 0, quota: null }
}

export async function findQuota(db: Queryable, institutionId: string): Promise<number | null> {
  const [row] = await db<{ quota: number }[]>`
    select bytes::float8 as quota from platform.document_quotas where institution_id = ${institutionId}`
  return row?.quota ?? null
}

export async function setQuota(
  tx: Transaction,
  quota: { institutionId: string; bytes: number | null; at: Date; by: string },
): Promise<void> {
  await tx`delete from platform.document_quotas where institution_id = ${quota.institutionId}`
  if (quota.bytes === null) return
  await tx`
    insert into platform.document_quotas (institution_id, bytes, set_at, set_by)
    values (${quota.institutionId}, ${quota.bytes}, ${quota.at}, ${quota.by})`
}
