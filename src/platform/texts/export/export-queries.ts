import { one, type Queryable } from '../../db/database.ts'

/** The digest of all nodes of a version, as the ledger's record of it has it. */
export async function findVersionDigest(db: Queryable, versionId: string): Promise<string | null> {
  const row = one(
    await db<{ digest: string | null }[]>`select platform.text_record(${versionId}::uuid) ->> 'digest' as digest`,
  )
  return row?.digest ?? null
}
