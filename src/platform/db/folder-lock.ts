import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Another process, or this one, runs the database in that folder. */
export class DatabaseFolderInUse extends Error {
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`The database in ${folder} is in use by process ${pid}. Stop it first, or give this one its own KUVEND_DATA.`)
    this.name = 'DatabaseFolderInUse'
    this.folder = folder
    this.pid = pid
  }
}

export type FolderLock = {
  /** Owners that ended without releasing: what they started may run on. */
  deadOwners: number[]
  /** To be called once what they left behind is cleared away. */
  forgetDeadOwners(): Promise<void>
  release: () => Promise<void>
}

/**
 * Each process that wants the folder leaves a file there whose name says exactly which process it is, and only then looks
 * who else did. A name is never used twice, so the name of a dead process can be removed by anybody at any time; there is
 * no moment at which two can both believe that they took over. Two that come at the same instant may both be refused.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const own = await nameOfProcess(process.pid)
  if (own === null) throw new Error('The embedded database needs /proc. Set DATABASE_URL.')
  await writeFile(join(folder, own), '', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new DatabaseFolderInUse(folder, process.pid) : error
  })
  let held = true
  // Once only: this process may have taken the folder again meanwhile, under the same name.
  const release = async () => {
    if (held) await rm(join(folder, own), { force: true })
    held = false
  }

  const others = (await ownersOf(folder)).filter((name) => name !== own)
  const living = await firstLiving(others)
  if (living !== null) {
    await release()
    throw new DatabaseFolderInUse(folder, living)
  }
  return {
    deadOwners: others.map(pidIn),
    forgetDeadOwners: async () =>
      void (await Promise.all(others.map((name) => rm(join(folder, name), { force: true })))),
    release,
  }
}

/** The process that holds the folder, or null. */
export async function findLockOwner(folder: string): Promise<number | null> {
  return firstLiving(await ownersOf(folder))
}

const PREFIX = 'owner-'

const ownersOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith(PREFIX))

async function firstLiving(names: string[]): Promise<number | null> {
  for (const name of names) {
    const current = await nameOfProcess(pidIn(name))
    if (current === name || current === 'hidden') return pidIn(name)
  }
  return null
}

const pidIn = (name: string): number => Number(name.slice(PREFIX.length).split('-')[0])

/**
 * Number, moment of start (in ticks since the machine started) and the machine's start: numbers of processes are used
 * again, all three together are not. Null when no such process lives; one that has ended and whose parent has not
 * asked for its result (state Z) lives no more. 'hidden' when it is another user's and /proc is mounted with hidepid.
 */
async function nameOfProcess(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold anything. After it: state is field 3, start is 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${PREFIX}${pid}-${fields[19]}-${boot.slice(0, 8)}`
  } catch {
    return isHidden(pid) ? 'hidden' : null
  }
}

function isHidden(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
