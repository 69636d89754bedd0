import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import { changedFields } from '../history/change-rules.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { shownAddressOf } from './offsite-rules.ts'
import { DEFAULT_SETTINGS } from './rotation-rules.ts'
import { sealOffsite } from './offsite-address.ts'
import { findSettings, holdSettings, saveSettings, type BackupSettings } from './run-queries.ts'

/** As the operator typed it. `offsite`: a new address, null to leave the one that stands, 'none' to take it away. */
export type BackupOrder = Omit<BackupSettings, 'offsiteSealed' | 'offsiteShown' | 'changedAt'> & {
  offsite: string | null
}

/** For the history: the settings are one record of the whole installation. */
const SUBJECT = 'backups.settings:00000000-0000-0000-0000-000000000000'

/** `seen`: of which moment the settings were that the operator had before them, in milliseconds; 0: none yet. */
export async function writeBackupSettings(
  { db, settings, clock }: Services,
  official: Official,
  order: BackupOrder,
  seen: number,
): Promise<'changed' | 'conflict'> {
  const at = clock.now()
  return db.begin(async (tx) => {
    await holdSettings(tx)
    const { changedAt, ...before } = (await findSettings(tx)) ?? DEFAULT_SETTINGS
    if ((changedAt?.getTime() ?? 0) !== seen) return 'conflict'
    const { offsite, ...plain } = order
    const place =
      offsite === null
        ? { offsiteSealed: before.offsiteSealed, offsiteShown: before.offsiteShown }
        : offsite === 'none'
          ? { offsiteSealed: null, offsiteShown: null }
          : { offsiteSealed: sealOffsite(settings, offsite), offsiteShown: shownAddressOf(offsite) }
    const after = { ...plain, ...place }
    await saveSettings(tx, { ...after, at, by: official.accountId })
    const fields = changedFields(toldOf(before), toldOf(after))
    if (fields.length === 0) return 'changed'
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId: null, by, subject: SUBJECT, kind: 'backup-settings-changed', at, fields })
    return 'changed'
  })
}

/** All but what is sealed. */
const toldOf = ({ offsiteSealed: _sealed, ...told }: Omit<BackupSettings, 'changedAt'>) => told

/** A copy now, by the worker. Asked for twice before it has begun it is made once. */
export async function askForBackup({ db, clock }: Services, official: Official): Promise<void> {
  const by = { accountId: official.accountId }
  await db.begin(async (tx) => {
    await enqueue(tx, 'backups.make', { askedBy: official.accountId }, { key: 'backups.make:now', maxAttempts: 1 })
    const at = clock.now()
    await recordChange(tx, { institutionId: null, by, subject: SUBJECT, kind: 'backup-asked', at })
  })
}
