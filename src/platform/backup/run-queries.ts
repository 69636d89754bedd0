import { one, type Database, type Queryable, type Transaction } from '../db/database.ts'

/** Held while the program makes a copy by itself. The number means nothing. */
const MAKING_LOCK = 5_880_631

/** Null: another worker is making one. */
export const aloneMaking = <Found>(db: Database, work: () => Promise<Found>): Promise<Found | null> =>
  db.begin(async (tx) => {
    const [row] = await tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${MAKING_LOCK}) as free`
    return row?.free ? work() : null
  }) as Promise<Found | null>

/** Whoever makes copies alone knows that those which are said to run were cut short. */
export async function failRunsCutShort(db: Queryable, at: Date, failure: string): Promise<void> {
  await db`
    update platform.backup_runs set state = 'failed', ended_at = ${at}, failure = ${failure} where state = 'running'`
}

export async function insertRun(
  db: Queryable,
  run: { at: Date; askedBy: string | null; path: string },
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into platform.backup_runs (started_at, asked_by, path) values (${run.at}, ${run.askedBy}, ${run.path})
    returning id`
  if (!row) throw new Error('the run was not entered')
  return row.id
}

export type MadeRun = {
  at: Date
  path: string
  bytes: number
  digest: string
  rows: number
  files: number
  missing: number
  treeSize: number
}

export async function setRunVerified(db: Queryable, id: string, made: MadeRun): Promise<void> {
  await db`
    update platform.backup_runs
    set state = 'verified', ended_at = ${made.at}, path = ${made.path}, bytes = ${made.bytes}, digest = ${made.digest},
        row_count = ${made.rows}, file_count = ${made.files}, missing_files = ${made.missing}, tree_size = ${made.treeSize}
    where id = ${id}`
}

export async function setRunFailed(db: Queryable, id: string, at: Date, failure: string): Promise<void> {
  await db`update platform.backup_runs set state = 'failed', ended_at = ${at}, failure = ${failure} where id = ${id}`
}

export async function setRunKeys(
  db: Queryable,
  id: string,
  keys: { path: string | null; failure: string | null },
): Promise<void> {
  await db`update platform.backup_runs set keys_path = ${keys.path}, keys_failure = ${keys.failure} where id = ${id}`
}

export async function setRunOffsite(
  db: Queryable,
  id: string,
  offsite: { at: Date | null; failure: string | null },
): Promise<void> {
  await db`
    update platform.backup_runs set offsite_at = ${offsite.at}, offsite_failure = ${offsite.failure} where id = ${id}`
}

export async function setRunRemoved(db: Queryable, id: string, at: Date): Promise<void> {
  await db`update platform.backup_runs set removed_at = ${at} where id = ${id}`
}

export async function setRunOffsiteRemoved(db: Queryable, id: string, at: Date): Promise<void> {
  await db`update platform.backup_runs set offsite_removed_at = ${at} where id = ${id}`
}

/** Copies that lie on the machine. */
export type StandingRun = { id: string; startedAt: Date; path: string; keysPath: string | null; digest: string }

export const listStandingRuns = (db: Queryable): Promise<StandingRun[]> =>
  db<StandingRun[]>`
    select id, started_at, path, keys_path, digest from platform.backup_runs
    where state = 'verified' and removed_at is null order by started_at desc, id limit 500`

/** Copies that lie off-site. */
export const listOffsiteRuns = (db: Queryable): Promise<StandingRun[]> =>
  db<StandingRun[]>`
    select id, started_at, path, keys_path, digest from platform.backup_runs
    where state = 'verified' and offsite_at is not null and offsite_removed_at is null
    order by started_at desc, id limit 500`

export const listStatesSince = (db: Queryable, since: Date): Promise<{ state: 'running' | 'verified' | 'failed' }[]> =>
  db<{ state: 'running' | 'verified' | 'failed' }[]>`
    select state from platform.backup_runs where started_at >= ${since} and asked_by is null
    order by started_at desc limit 100`

export type RunRow = {
  id: string
  startedAt: Date
  endedAt: Date | null
  state: 'running' | 'verified' | 'failed'
  askedBy: string | null
  path: string | null
  bytes: number | null
  rows: number | null
  files: number | null
  missing: number
  treeSize: number | null
  keysPath: string | null
  keysFailure: string | null
  offsiteAt: Date | null
  offsiteFailure: string | null
  offsiteRemovedAt: Date | null
  failure: string | null
  removedAt: Date | null
}

/** The newest first, from behind a key on. */
export const listRuns = (
  db: Queryable,
  { state, after, limit }: { state: string | null; after: { at: Date; id: string } | null; limit: number },
): Promise<RunRow[]> =>
  db<RunRow[]>`
    select run.id, run.started_at, run.ended_at, run.state, account.name as asked_by, run.path,
           run.bytes::float8 as bytes, run.row_count::float8 as rows, run.file_count as files,
           run.missing_files as missing, run.tree_size::float8 as tree_size, run.keys_path, run.keys_failure,
           run.offsite_at, run.offsite_failure, run.offsite_removed_at, run.failure, run.removed_at
    from platform.backup_runs as run left join platform.accounts as account on account.id = run.asked_by
    where ${state === null ? db`true` : db`run.state = ${state}`}
      and ${after === null ? db`true` : db`(run.started_at, run.id) < (${after.at}, ${after.id}::uuid)`}
    order by run.started_at desc, run.id desc limit ${limit}`

export type BackupSettings = {
  enabled: boolean
  folder: string | null
  hour: number
  keepDaily: number
  keepWeekly: number
  keepMonthly: number
  offsiteSealed: Buffer | null
  offsiteShown: string | null
  passphraseFile: string | null
  changedAt: Date | null
}

export const findSettings = async (db: Queryable): Promise<BackupSettings | null> =>
  one(
    await db<BackupSettings[]>`
      select enabled, folder, hour, keep_daily, keep_weekly, keep_monthly, offsite_sealed, offsite_shown, passphrase_file,
             changed_at
      from platform.backup_settings`,
  )

/** Held by whoever is about to write them: the first time there is no row to lock. */
export async function holdSettings(tx: Transaction): Promise<void> {
  await tx`lock table platform.backup_settings in share row exclusive mode`
}

export async function saveSettings(
  tx: Transaction,
  settings: Omit<BackupSettings, 'changedAt'> & { at: Date; by: string | null },
): Promise<void> {
  await tx`
    insert into platform.backup_settings
      (enabled, folder, hour, keep_daily, keep_weekly, keep_monthly, offsite_sealed, offsite_shown, passphrase_file,
       changed_at, changed_by)
    values (${settings.enabled}, ${settings.folder}, ${settings.hour}, ${settings.keepDaily}, ${settings.keepWeekly},
            ${settings.keepMonthly}, ${settings.offsiteSealed}, ${settings.offsiteShown}, ${settings.passphraseFile},
            ${settings.at}, ${settings.by})
    on conflict (single) do update set
      enabled = excluded.enabled, folder = excluded.folder, hour = excluded.hour, keep_daily = excluded.keep_daily,
      keep_weekly = excluded.keep_weekly, keep_monthly = excluded.keep_monthly,
      offsite_sealed = excluded.offsite_sealed, offsite_shown = excluded.offsite_shown,
      passphrase_file = excluded.passphrase_file, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}
