import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { BackupFigure, LedgerFigures } from './stuck-rules.ts'

const NOTHING: LedgerFigures = {
  waiting: 0,
  oldestWaiting: null,
  size: null,
  signedAt: null,
  witnesses: 0,
  witnessesFailing: 0,
  failingSince: null,
  restoreWaits: false,
}

/** How far the log is behind the deeds: what has no place yet, and what has one that nobody was shown. */
export async function findLedgerFigures(db: Queryable): Promise<LedgerFigures> {
  const row = one(
    await db<LedgerFigures[]>`
      with head as (
        select size, signed_at from platform.ledger_checkpoints
        where log_id = (select max(id) from platform.ledger_logs) and published_at is not null
        order by size desc limit 1
      ), shown as (select coalesce((select size from head), 0) as size)
      select (select count(*) from platform.ledger_entries where leaf_index is null)::int
               + (select count(*) from platform.ledger_entries where leaf_index >= (select size from shown))::int as waiting,
             least((select at from platform.ledger_entries where leaf_index is null order by id limit 1),
                   (select at from platform.ledger_entries where leaf_index >= (select size from shown)
                    order by leaf_index limit 1)) as oldest_waiting,
             (select size::float8 from head) as size, (select signed_at from head) as signed_at,
             (select count(*)::int from platform.ledger_witnesses where until is null) as witnesses,
             (select count(*)::int from platform.ledger_witnesses where until is null and failing_since is not null)
               as witnesses_failing,
             (select min(failing_since) from platform.ledger_witnesses where until is null) as failing_since,
             exists (select from platform.restores where settled_at is null) as restore_waits`,
  )
  return row ?? NOTHING
}

/** Copies are made by the clock, and none was found whole for so long; nor have they been on for less than that. */
export async function isBackupLate(db: Queryable, before: Date): Promise<boolean> {
  const row = one(
    await db<{ late: boolean }[]>`
      select exists (select from platform.backup_settings where enabled and changed_at < ${before})
         and not exists (select from platform.backup_runs where state = 'verified' and started_at >= ${before}) as late`,
  )
  return row?.late ?? false
}

/** The last copy of the installation that was begun, and the last that was read again and found whole. */
export const findBackupFigure = async (db: Queryable): Promise<BackupFigure | null> =>
  one(
    await db<BackupFigure[]>`
      select last.state, last.started_at,
             (select ended_at from platform.backup_runs where state = 'verified' and removed_at is null
              order by started_at desc limit 1) as verified_at
      from platform.backup_runs as last order by last.started_at desc, last.id limit 1`,
  )
