import { readFile, stat } from 'node:fs/promises'

/** Who runs PostgreSQL and owns its files. */
export type DatabaseUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. For root it runs as whoever owns the folder already, so that a start by root does not
 * lock an ordinary user out of their own data; for a new folder as the user `kuvend` if the operator made one, else
 * `nobody`. For everybody else it runs as they do.
 */
export async function findDatabaseUser(folder: string): Promise<DatabaseUser> {
  if (!process.getuid || !process.getgid) throw new Error('The embedded database needs Linux. Set DATABASE_URL.')
  const owner = await stat(folder)
  const own = { uid: process.getuid(), gid: process.getgid() }
  if (own.uid !== 0) {
    if (owner.uid === own.uid) return own
    throw new Error(
      `${folder} belongs to user ${owner.uid}. Start Kuvend as that user or as root, or name another folder.`,
    )
  }
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = (await findUser('kuvend')) ?? (await findUser('nobody'))
  if (!user) throw new Error('PostgreSQL does not run as root: make a user named kuvend, or set DATABASE_URL.')
  return user
}

/** From the machine's own list: initdb wants a user that stands there, not only a number. */
async function findUser(name: string): Promise<DatabaseUser | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((user) => user.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':').map(Number) ?? []
  return uid && gid !== undefined ? { uid, gid } : null
}
