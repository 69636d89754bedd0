import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findBinaryPackage } from './embedded-binaries.ts'
import {
  dataFolder,
  findRunningPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts'
import { endOtherProcess, isAlive, startInOtherProcess, waitUntil, type OtherProcess } from './embedded-testing.ts'
import { DatabaseFolderInUse } from './folder-lock.ts'
import { findPostgresIn } from './stale-postgres.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let place: string
let folder: string
const servers: EmbeddedPostgres[] = []
const others: OtherProcess[] = []
const pools: postgres.Sql[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'kuvend-embedded-'))
  folder = join(place, 'postgres')
  // As a first start leaves it that was cut short.
  await mkdir(join(folder, 'data.new/base'), { recursive: true })
})

afterEach(async () => {
  await Promise.all(pools.splice(0).map((sql) => sql.end({ timeout: 1 })))
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const other of others.splice(0)) await endOtherProcess(other, 'SIGTERM')
  for (const server of servers.splice(0)) await server.stop()
})

afterAll(() => rm(place, { recursive: true, force: true }))

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, ...options })
  servers.push(server)
  return server
}

async function startElsewhere(): Promise<OtherProcess> {
  const other = await startInOtherProcess(folder, { root })
  others.push(other)
  return other
}

function connect(url: string): postgres.Sql {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  pools.push(sql)
  return sql
}

/** As the user who owns the database's files, or it could not be mistaken for PostgreSQL. */
async function standInDataFolder(): Promise<number> {
  const { uid, gid } = await stat(dataFolder(folder))
  const child = spawn('/bin/sleep', ['60'], { uid, gid, cwd: dataFolder(folder), stdio: 'ignore' })
  children.push(child)
  if (child.pid === undefined) throw new Error('sleep did not start')
  return child.pid
}

describe('a new embedded database', () => {
  it('begins anew what an earlier first start left half made', async () => {
    await start()
    expect((await readdir(folder)).filter((name) => !name.startsWith('owner-')).sort()).toEqual(['data', 'password'])
  })

  it('lets both drivers in with one address', async () => {
    const { url } = await start()
    const [row] = await connect(url)`select current_database() as database, current_user as role`
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select current_database() as database, current_user as role')
    await client.end()
    expect([row, rows[0]]).toEqual(Array(2).fill({ database: 'kuvend', role: 'kuvend' }))
  })

  it('is UTF-8, with the builtin locale, checksums and safe commits', async () => {
    const sql = connect((await start()).url)
    const [row] = await sql`
      select current_setting('server_encoding') as encoding, datlocprovider, datlocale, upper('ë ç') as upper,
        current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as commit, current_setting('TimeZone') as zone
      from pg_database where datname = current_database()`
    expect(row).toEqual({
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
      upper: 'Ë Ç',
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      zone: 'UTC',
    })
  })

  it('works under a role that is no superuser and still may do what Kuvend does', async () => {
    const sql = connect((await start()).url)
    await sql`create extension if not exists unaccent`
    await sql`create extension if not exists pg_trgm`
    await sql`create database copy_of_it`
    await sql`drop database copy_of_it`
    await sql`set session_replication_role = replica`
    await sql`select pg_backup_start('test', true)`
    expect(await sql`select labelfile like 'START WAL%' as taken from pg_backup_stop(false)`).toEqual([{ taken: true }])
    await expect(sql`select pg_read_file('/etc/passwd')`).rejects.toMatchObject({ code: '42501' })
    expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([{ rolsuper: false }])
  })

  it('makes the database it is asked for, and keeps it', async () => {
    const { url, stop } = await start({ database: 'another' })
    await connect(url)`create table kept (id int)`
    await stop()
    const again = await start({ database: 'another' })
    expect(await connect(again.url)`select count(*)::int as rows from kept`).toEqual([{ rows: 0 }])
  })

  it('takes only a name that both drivers read the same way', async () => {
    await expect(start({ database: 'tjetër' })).rejects.toThrow('Not a name for a database: tjetër')
  })

  it('takes settings, but always listens on the loopback address alone', async () => {
    const { url } = await start({ settings: { work_mem: '7MB', listen_addresses: '*', max_connections: '20' } })
    const [row] = await connect(url)`
      select current_setting('work_mem') as work_mem, current_setting('max_connections') as max_connections,
        current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`
    expect(row).toEqual({ work_mem: '7MB', max_connections: '20', listens: '127.0.0.1', sockets: '' })
  })
})

describe('keeping others out', () => {
  it('asks every role for the password', async () => {
    const { url } = await start()
    for (const wrong of [
      url.replace(/:[^:@]+@/, ':wrong@'),
      url.replace(/kuvend:[^:@]+@/, 'postgres:wrong@'),
      url.replace(/:[^:@]+@/, '@'),
    ]) {
      await expect(connect(wrong)`select 1`).rejects.toMatchObject({ code: '28P01' })
    }
  })

  it('keeps password and folder for their owner', async () => {
    await start()
    const modes = [folder, dataFolder(folder), join(folder, 'password')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600])
  })
})

describe('one owner', () => {
  it('is refused twice in one process', async () => {
    await start()
    const second = startEmbeddedPostgres({ folder })
    await expect(second).rejects.toThrow(DatabaseFolderInUse)
    await expect(second).rejects.toThrow(`The database in ${folder} is in use by process ${process.pid}.`)
  })

  it('is refused to a second process, and the first works on', async () => {
    const { url } = await start()
    const refused = await startElsewhere()
    expect(refused.url).toContain(`${folder} is in use by process ${process.pid}`)
    expect(await connect(url)`select 1 as here`).toEqual([{ here: 1 }])
  })

  it('tells another process the address, as long as it runs', async () => {
    expect(await findRunningPostgres({ folder })).toBeNull()
    const other = await startElsewhere()
    expect(await findRunningPostgres({ folder })).toBe(other.url)
    expect(await connect(other.url)`select 1 as here`).toEqual([{ here: 1 }])
    await endOtherProcess(other, 'SIGKILL')
    expect(await findRunningPostgres({ folder })).toBeNull()
    expect(await findRunningPostgres({ folder: join(place, 'nowhere') })).toBeNull()
  })

  it('lets two folders run side by side', async () => {
    const [one, two] = await Promise.all([start(), start({ folder: join(place, 'second') })])
    await connect(one.url)`create table only_here (id int)`
    expect(await connect(two.url)`select to_regclass('only_here') as found`).toEqual([{ found: null }])
    expect(one.url).not.toBe(two.url)
  })

  it('leaves alone a server that somebody started by hand', async () => {
    const server = await start()
    const [lock] = (await readdir(folder)).filter((name) => name.startsWith('owner-'))
    await rm(join(folder, lock ?? ''))
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(`process ${server.pid}) was started on`)
    expect(await connect(server.url)`select 1 as here`).toEqual([{ here: 1 }])
  })
})

describe('after a crash', () => {
  it('says that PostgreSQL ended, and has lost nothing committed at the next start', async () => {
    let ended = () => {}
    const exit = new Promise<void>((resolve) => (ended = resolve))
    const server = await start({ onExit: () => ended() })
    const sql = connect(server.url)
    await sql`create table receipts (id int)`
    for (let id = 1; id <= 50; id++) await sql`insert into receipts values (${id})`
    process.kill(server.pid, 'SIGKILL')
    await exit
    const again = await start()
    expect(await connect(again.url)`select count(*)::int as rows from receipts`).toEqual([{ rows: 50 }])
  })

  it('takes over from a process that was killed', async () => {
    const killed = await startElsewhere()
    await connect(killed.url)`create table written_before (id int)`
    await endOtherProcess(killed, 'SIGKILL')
    expect(await isAlive(killed.pid)).toBe(true)
    const said: string[] = []
    const server = await start({ log: (line) => said.push(line) })
    expect(await isAlive(killed.pid)).toBe(false)
    expect(said[0]).toContain(`Stopping PostgreSQL left over in ${dataFolder(folder)}: process ${killed.pid}`)
    expect(await connect(server.url)`select to_regclass('written_before') is not null as kept`).toEqual([
      { kept: true },
    ])
  })

  it('ends a busy backend that outlived its postmaster, and nobody else who stands in the folder', async () => {
    const server = await start()
    const sql = connect(server.url)
    const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const busy = sql`do $$ begin loop end loop; end $$`.catch((error: Error) => error)
    await waitUntil('the backend is busy', async () => {
      const asked = await connect(
        server.url,
      )`select 1 from pg_stat_activity where state = 'active' and query like 'do%'`
      return asked.length > 0
    })
    const bystander = await standInDataFolder()
    process.kill(server.pid, 'SIGKILL')
    await waitUntil(
      'its postmaster is gone',
      async () => (await findPostgresIn(dataFolder(folder))).postmaster === null,
    )
    expect(await isAlive(backend?.pid ?? 0)).toBe(true)
    await waitUntil(
      'the folder is free',
      async () => !(await readdir(folder)).some((name) => name.startsWith('owner-')),
    )
    await start()
    expect([await isAlive(backend?.pid ?? 0), await isAlive(bystander)]).toEqual([false, true])
    expect(await busy).toBeInstanceOf(Error)
  })

  it('is not deceived by a lock file whose number belongs to somebody else by now', async () => {
    await (await start()).stop()
    const stranger = await standInDataFolder()
    await writeFile(
      join(dataFolder(folder), 'postmaster.pid'),
      `${stranger}\n/proc/self/cwd\n1\n5432\n\n127.0.0.1\n  0 0\nready   \n`,
    )
    const { url } = await start()
    expect(await connect(url)`select 1 as here`).toEqual([{ here: 1 }])
    expect(await isAlive(stranger)).toBe(true)
  })

  it('gives a data folder that came without its password a new one', async () => {
    const before = await start()
    await before.stop()
    await rm(join(folder, 'password'))
    const after = await start()
    expect(after.url.split('@')[0]).not.toBe(before.url.split('@')[0])
    expect(await connect(after.url)`select 1 as here`).toEqual([{ here: 1 }])
  })
})

describe('stopping', () => {
  it('rolls back what was open, ends every process and frees the folder', async () => {
    const server = await start()
    const sql = connect(server.url)
    await sql`create table open_work (id int)`
    const open = await sql.reserve()
    await open`begin`
    await open`insert into open_work values (1)`
    await server.stop()
    expect(await findPostgresIn(dataFolder(folder))).toEqual({ postmaster: null, all: [] })
    expect((await readdir(folder)).sort()).toEqual(['data', 'password'])
    const again = await start()
    expect(await connect(again.url)`select count(*)::int as rows from open_work`).toEqual([{ rows: 0 }])
  })

  it('does not let Ctrl-C reach PostgreSQL before Kuvend has finished with it', async () => {
    const other = await startInOtherProcess(folder, { root, detached: true })
    others.push(other)
    // What a terminal does: the signal goes to the whole group of processes.
    process.kill(-(other.process.pid ?? 0), 'SIGINT')
    expect(await other.nextLine()).toBe('answered 42')
  })

  it('takes PostgreSQL along when the process ends without stopping it', async () => {
    const other = await startElsewhere()
    await endOtherProcess(other, 'SIGHUP')
    await waitUntil('PostgreSQL is gone', async () => !(await isAlive(other.pid)))
    expect((await findPostgresIn(dataFolder(folder))).all).toEqual([])
  })
})

describe('a data folder of another version', () => {
  it('is refused before anything is touched', async () => {
    const old = join(place, 'old')
    await mkdir(join(old, 'data'), { recursive: true })
    await writeFile(join(old, 'data/PG_VERSION'), '15\n')
    const { version } = await findBinaryPackage()
    await expect(startEmbeddedPostgres({ folder: old })).rejects.toThrow(
      `was made by PostgreSQL 15; this version of Kuvend brings ${parseInt(version, 10)}.`,
    )
    expect(await readdir(join(old, 'data'))).toEqual(['PG_VERSION'])
  })
})
