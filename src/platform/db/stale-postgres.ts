import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readText } from './embedded-cluster.ts'

/** What of PostgreSQL is at work in a data folder. `postmaster` is null when only its children are left. */
export type RunningPostgres = { postmaster: number | null; all: number[] }

/**
 * A checkpoint of everything in memory comes first, so a fast shutdown may take its time on a slow disk. After that it
 * is cut short, which loses nothing either: the next start recovers from the log.
 */
const FAST_SHUTDOWN_MS = 60_000
const IMMEDIATE_SHUTDOWN_MS = 10_000

/**
 * Ends what an earlier run left at work in this data folder, and only that, then removes the lock files it left. To be
 * called by whoever holds the folder's lock.
 *
 * When the postmaster is killed, a busy backend works on and even commits; a new postmaster refuses to start beside
 * it ("pre-existing shared memory block is still in use"). Backends sit in sessions of their own, so signals to the group
 * miss them: they are known by the folder they stand in.
 */
export async function clearStalePostgres(
  data: string,
  { expected, log }: { expected: boolean; log: (line: string) => void },
): Promise<void> {
  const running = await findPostgresIn(data)
  if (running.postmaster !== null && !expected) {
    // No owner died here, so somebody started it by hand. It is not ours to stop.
    throw new Error(`PostgreSQL (process ${running.postmaster}) was started on ${data} by other means. Stop it first.`)
  }
  if (running.all.length > 0) log(`Stopping PostgreSQL left over in ${data}: process ${running.all.join(', ')}.`)
  if (running.postmaster !== null) {
    await signal([running.postmaster], 'SIGINT')
    if (!(await isGoneWithin(data, FAST_SHUTDOWN_MS))) await signal([running.postmaster], 'SIGQUIT')
    await isGoneWithin(data, IMMEDIATE_SHUTDOWN_MS)
  }
  await signal((await findPostgresIn(data)).all, 'SIGKILL')
  if (!(await isGoneWithin(data, IMMEDIATE_SHUTDOWN_MS)))
    throw new Error(`PostgreSQL left over in ${data} cannot be ended.`)
  // It may name a process that lives: numbers are used again. PostgreSQL would then refuse to start.
  await rm(join(data, 'postmaster.pid'), { force: true })
}

export async function findPostgresIn(data: string): Promise<RunningPostgres> {
  const here = await stat(data, { bigint: true }).catch(() => null)
  if (here === null) return { postmaster: null, all: [] }
  const mark = clusterMark(here)
  const all: number[] = []
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await standsIn(name, here, mark))) all.push(Number(name))
  }
  const first = Number((await readText(join(data, 'postmaster.pid')))?.split('\n')[0])
  return { postmaster: all.includes(first) ? first : null, all }
}

/** PostgreSQL writes this name into the command line of each of its processes. */
export const clusterMark = (data: { dev: bigint; ino: bigint }): string => `kuvend-${data.dev}-${data.ino}`

type Folder = { dev: bigint; ino: bigint; uid: bigint }

/** The name is asked first: an administrator's shell standing in the folder is none of ours. */
async function standsIn(pid: string, data: Folder, mark: string): Promise<boolean> {
  try {
    if ((await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'postgres') return false
    const folder = await stat(`/proc/${pid}/cwd`, { bigint: true }).catch(nullIfForbidden)
    if (folder) return folder.dev === data.dev && folder.ino === data.ino
    const user = (await stat(`/proc/${pid}`, { bigint: true })).uid
    return user === data.uid && (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes(mark)
  } catch {
    return false // It ended while we looked.
  }
}

/** In a container root may lack CAP_SYS_PTRACE, and then sees where its own processes stand but not another user's. */
function nullIfForbidden(error: NodeJS.ErrnoException): null {
  if (error.code === 'EACCES' || error.code === 'EPERM') return null
  throw error
}

async function signal(pids: number[], name: NodeJS.Signals): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}

async function isGoneWithin(data: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds
  while ((await findPostgresIn(data)).all.length > 0) {
    if (performance.now() > until) return false
    await sleep(20)
  }
  return true
}
