import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { FilesRefusal } from '../files/multipart.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { findQuota, findSpace, setQuota } from './content-queries.ts'
import { OF_INSTITUTION } from './find-records.ts'
import { documentPermissions } from './permissions.ts'

/**
 * Whether files of the office may come in: for `UploadLimits.refuseFiles`. What people send is not counted before it is
 * taken in, for nobody's word is refused because their institution ran out of room; the disk itself is asked anyway.
 */
export async function refusalForQuota(
  { db }: Pick<Services, 'db'>,
  institutionId: string,
): Promise<FilesRefusal | null> {
  if ((await findQuota(db, institutionId)) === null) return null
  const { used, quota } = await findSpace(db, institutionId)
  return quota !== null && used >= quota ? 'over-quota' : null
}

export type QuotaOutcome = { kind: 'done' } | { kind: 'not-permitted' }

/** Null: no limit but the disk. */
export async function changeQuota(
  services: Services,
  official: Official,
  institutionId: string,
  bytes: number | null,
): Promise<QuotaOutcome> {
  if (!mayIn(official, documentPermissions['documents.set-quota'], institutionId)) return { kind: 'not-permitted' }
  const at = services.clock.now()
  await services.db.begin(async (tx) => {
    const before = await findQuota(tx, institutionId)
    if (before === bytes) return
    await setQuota(tx, { institutionId, bytes, at, by: official.accountId })
    const words = (value: number | null) => (value === null ? null : String(value))
    await recordChange(tx, {
      institutionId,
      subject: refOf(OF_INSTITUTION, institutionId),
      kind: 'quota-set',
      by: official,
      at,
      fields: [{ field: 'quota', from: words(before), to: words(bytes) }],
    })
  })
  return { kind: 'done' }
}
