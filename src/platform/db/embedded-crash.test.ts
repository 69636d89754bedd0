import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBinaryPackage } from './embedded-binaries.ts'
import { embeddedPlace } from './embedded-place-testing.ts'
import { dataFolder, startEmbeddedPostgres } from './embedded-postgres.ts'
import { endOtherProcess, isAlive, waitUntil } from './embedded-testing.ts'
import { findPostgresIn } from './stale-postgres.ts'

const place = await embeddedPlace()

describe('after a crash', () => {
  it('says that PostgreSQL ended, and has lost nothing committed at the next start', async () => {
    let ended = () => {}
    const exit = new Promise<void>((resolve) => (ended = resolve))
    const server = await place.start({ onExit: () => ended() })
    const sql = place.connect(server.url)
    await sql`create table receipts (id int)`
    for (let id = 1; id <= 50; id++) await sql`insert into receipts values (${id})`
    process.kill(server.pid, 'SIGKILL')
    await exit
    const again = await place.start()
    expect(await place.connect(again.url)`select count(*)::int as rows from receipts`).toEqual([{ rows: 50 }])
  })

  it('takes over from a process that was killed', async () => {
    const killed = await place.startElsewhere()
    await place.connect(killed.url)`create table written_before (id int)`
    await endOtherProcess(killed, 'SIGKILL')
    expect(await isAlive(killed.pid)).toBe(true)
    const said: string[] = []
    const server = await place.start({ log: (line) => said.push(line) })
    expect(await isAlive(killed.pid)).toBe(false)
    expect(said[0]).toContain(`Stopping PostgreSQL left over in ${dataFolder(place.folder)}: process ${killed.pid}`)
    expect(await place.connect(server.url)`select to_regclass('written_before') is not null as kept`).toEqual([
      { kept: true },
    ])
  })

  it('ends a busy backend that outlived its postmaster, and nobody else who stands in the folder', async () => {
    const server = await place.start()
    const sql = place.connect(server.url)
    const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const busy = sql`do $$ begin loop end loop; end $$`.catch((error: Error) => error)
    await waitUntil('the backend is busy', async () => {
      const asked = await place.connect(
        server.url,
      )`select 1 from pg_stat_activity where state = 'active' and query like 'do%'`
      return asked.length > 0
    })
    const bystander = await place.standInDataFolder()
    process.kill(server.pid, 'SIGKILL')
    await waitUntil(
      'its postmaster is gone',
      async () => (await findPostgresIn(dataFolder(place.folder))).postmaster === null,
    )
    expect(await isAlive(backend?.pid ?? 0)).toBe(true)
    await waitUntil(
      'the folder is free',
      async () => !(await readdir(place.folder)).some((name) => name.startsWith('owner-')),
    )
    await place.start()
    expect([await isAlive(backend?.pid ?? 0), await isAlive(bystander)]).toEqual([false, true])
    expect(await busy).toBeInstanceOf(Error)
  })

  it('is not deceived by a lock file whose number belongs to somebody else by now', async () => {
    await (await place.start()).stop()
    const stranger = await place.standInDataFolder()
    await writeFile(
      join(dataFolder(place.folder), 'postmaster.pid'),
      `${stranger}\n/proc/self/cwd\n1\n5432\n\n127.0.0.1\n  0 0\nready   \n`,
    )
    const { url } = await place.start()
    expect(await place.connect(url)`select 1 as here`).toEqual([{ here: 1 }])
    expect(await isAlive(stranger)).toBe(true)
  })

  it('gives a data folder that came without its password a new one', async () => {
    const before = await place.start()
    await before.stop()
    await rm(join(place.folder, 'password'))
    const after = await place.start()
    expect(after.url.split('@')[0]).not.toBe(before.url.split('@')[0])
    expect(await place.connect(after.url)`select 1 as here`).toEqual([{ here: 1 }])
  })
})

describe('a data folder of another version', () => {
  it('is refused before anything is touched', async () => {
    const old = join(place.root, 'old')
    await mkdir(join(old, 'data'), { recursive: true })
    await writeFile(join(old, 'data/PG_VERSION'), '15\n')
    const { version } = await findBinaryPackage()
    await expect(startEmbeddedPostgres({ folder: old })).rejects.toThrow(
      `was made by PostgreSQL 15; this version of Kuvend brings ${parseInt(version, 10)}.`,
    )
    expect(await readdir(join(old, 'data'))).toEqual(['PG_VERSION'])
  })
})
