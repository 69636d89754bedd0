import { mkdir, opendir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LARGEST_COPY, openCopyStore, type CopyStore } from '../files/s3-copies.ts'
import { digestOf } from '../files/incoming-file.ts'
import type { Services } from '../services.ts'
import { civilDateIn, startOfDay } from '../time/civil-date.ts'
import { copiesToRemove, DEFAULT_SETTINGS, isDue } from './rotation-rules.ts'
import {
  aloneMaking,
  failRunsCutShort,
  findSettings,
  insertRun,
  listOffsiteRuns,
  listStandingRuns,
  listStatesSince,
  setRunFailed,
  setRunKeys,
  setRunOffsite,
  setRunOffsiteRemoved,
  setRunRemoved,
  setRunVerified,
  type BackupSettings,
  type StandingRun,
} from './run-queries.ts'
import { readPassphrase, writeKeys } from './keys.ts'
import { openOffsite } from './offsite-address.ts'
import { UNFINISHED, writeBackup } from './write-backup.ts'

/** Both countries live by this clock. */
export const ZONE = 'Europe/Tirane'

const DAY_MS = 86_400_000
const CUT_SHORT = 'The program ended while the copy was being made.'

/** Every hour: makes the copy of the day once its hour has come, and again when an earlier try has failed. */
export async function makeBackupWhenDue(services: Services): Promise<void> {
  const { db, clock } = services
  const settings = await findSettings(db)
  if (!settings?.enabled) return
  const now = clock.now()
  const today = civilDateIn(ZONE, now)
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit' }).format(now))
  if (isDue(hour, settings.hour, await listStatesSince(db, startOfDay(today, ZONE)))) await makeBackup(services, null)
}

/** Makes one copy, has it verified, takes it off-site, and takes away those that are too old. Told in a row, not thrown. */
export async function makeBackup(services: Services, askedBy: string | null): Promise<void> {
  const { db, log } = services
  const made = await aloneMaking(db, async () => {
    await failRunsCutShort(db, services.clock.now(), CUT_SHORT)
    const settings = (await findSettings(db)) ?? DEFAULT_SETTINGS
    if (await makeOne(services, settings, askedBy)) await rotate(services, settings)
    return true
  })
  if (!made) log.info({}, 'a copy is being made already')
}

async function makeOne(services: Services, settings: BackupSettings, askedBy: string | null): Promise<boolean> {
  const { db, clock, log } = services
  const at = clock.now()
  const folder = settings.folder ?? join(services.settings.dataFolder, 'backups')
  const path = join(folder, `kuvend-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar.zst`)
  const id = await insertRun(db, { at, askedBy, path })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await clearUnfinished(folder, at)
    const made = await writeBackup(services, path)
    if (made.kind === 'refused') throw new Error(made.why)
    const { manifest, bytes, digest } = made
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const counts = { rows, files: manifest.files.length, missing: manifest.missing.length }
    await setRunVerified(db, id, { at: clock.now(), path, bytes, digest, ...counts, treeSize: manifest.tree.size })
    const keysPath = await keepKeys(services, settings, { id, path })
    await takeOffsite(services, settings, { id, path, digest, bytes, keysPath })
    return true
  } catch (error) {
    log.error({ error: String(error) }, 'a copy could not be made')
    await setRunFailed(db, id, clock.now(), wordsOf(error))
    return false
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** What a process that was killed has left behind. */
async function clearUnfinished(folder: string, now: Date): Promise<void> {
  for await (const entry of await opendir(folder)) {
    if (!entry.isFile() || !entry.name.startsWith('.') || !entry.name.includes(UNFINISHED)) continue
    const path = join(folder, entry.name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < now.getTime() - DAY_MS) await rm(path, { force: true })
  }
}

type Made = { id: string; path: string; digest: string; bytes: number; keysPath: string | null }

async function keepKeys(
  services: Services,
  { passphraseFile }: BackupSettings,
  { id, path }: Pick<Made, 'id' | 'path'>,
): Promise<string | null> {
  if (passphraseFile === null) return null
  const passphrase = await readPassphrase(passphraseFile)
  const written =
    passphrase === null
      ? ({ kind: 'refused', why: `There is no file ${passphraseFile}.` } as const)
      : await writeKeys(services, `${path}.keys`, passphrase)
  const kept = written.kind === 'written' ? written.path : null
  await setRunKeys(services.db, id, { path: kept, failure: written.kind === 'refused' ? written.why : null })
  return kept
}

/** A copy that lies here is good even when the line is down: what failed is told beside it. */
async function takeOffsite(services: Services, settings: BackupSettings, made: Made): Promise<void> {
  const { db, clock, log } = services
  if (settings.offsiteSealed === null) return
  try {
    if (made.bytes > LARGEST_COPY) throw new Error(`The copy is larger than ${LARGEST_COPY} bytes.`)
    const store = storeOf(services, settings)
    await putAndLook(store, made.path, made.digest)
    if (made.keysPath) await putAndLook(store, made.keysPath, await digestOf(made.keysPath))
    await setRunOffsite(db, made.id, { at: clock.now(), failure: null })
  } catch (error) {
    log.error({ error: String(error) }, 'a copy could not be taken off-site')
    await setRunOffsite(db, made.id, { at: null, failure: wordsOf(error) })
  }
}

function storeOf({ settings: { secret } }: Services, settings: BackupSettings): CopyStore {
  const url = openOffsite({ secret }, settings.offsiteSealed)
  if (url === null) throw new Error('The off-site address does not open with this KUVEND_SECRET. Enter it again.')
  return openCopyStore(url)
}

/** Read back whole: a storage that says "kept" has been wrong before. */
async function putAndLook(store: CopyStore, path: string, digest: string): Promise<void> {
  const name = basename(path)
  await store.put(name, path, digest)
  if ((await store.digestOf(name)) !== digest) throw new Error('What lies off-site is not what was sent.')
}

/** Only after a good copy: so the only good one is never taken away. */
async function rotate(services: Services, settings: BackupSettings): Promise<void> {
  const { db, clock, log } = services
  const keeping = { daily: settings.keepDaily, weekly: settings.keepWeekly, monthly: settings.keepMonthly }
  const tooOld = (runs: readonly StandingRun[]) => {
    const old = new Set(
      copiesToRemove(
        runs.map((run) => ({ ...run, day: civilDateIn(ZONE, run.startedAt) })),
        keeping,
      ),
    )
    return runs.filter(({ id }) => old.has(id))
  }
  for (const { id, path, keysPath } of tooOld(await listStandingRuns(db))) {
    await rm(path, { force: true })
    if (keysPath) await rm(keysPath, { force: true })
    await setRunRemoved(db, id, clock.now())
  }
  if (settings.offsiteSealed === null) return
  try {
    const store = storeOf(services, settings)
    for (const { id, path, keysPath } of tooOld(await listOffsiteRuns(db))) {
      for (const each of keysPath ? [path, keysPath] : [path]) await store.remove(basename(each))
      await setRunOffsiteRemoved(db, id, clock.now())
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'old copies off-site could not be taken away')
  }
}
