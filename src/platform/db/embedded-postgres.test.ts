import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPlace } from './embedded-place-testing.ts'
import { dataFolder, findRunningPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { endOtherProcess, isAlive, waitUntil } from './embedded-testing.ts'
import { DatabaseFolderInUse } from './folder-lock.ts'
import { findPostgresIn } from './stale-postgres.ts'

const place = await embeddedPlace()

describe('a new embedded database', () => {
  let server: EmbeddedPostgres

  beforeAll(async () => {
    // As a first start leaves it that was cut short.
    await mkdir(join(place.folder, 'data.new/base'), { recursive: true })
    server = await startEmbeddedPostgres({ folder: place.folder })
  })

  afterAll(() => server.stop())

  it('begins anew what an earlier first start left half made', async () => {
    expect((await readdir(place.folder)).filter((name) => !name.startsWith('owner-')).toSorted()).toEqual([
      'data',
      'password',
    ])
  })

  it('lets both drivers in with one address', async () => {
    const { url } = server
    const [row] = await place.connect(url)`select current_database() as database, current_user as role`
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select current_database() as database, current_user as role')
    await client.end()
    expect(rows[0]).toEqual(row)
    expect(row).toEqual({ database: 'kuvend', role: 'kuvend' })
  })

  it('is UTF-8, with the builtin locale, checksums and safe commits', async () => {
    const sql = place.connect(server.url)
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
    const sql = place.connect(server.url)
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

  it('asks every role for the password', async () => {
    const { url } = server
    for (const wrong of [
      url.replace(/:[^:@]+@/, ':wrong@'),
      url.replace(/kuvend:[^:@]+@/, 'postgres:wrong@'),
      url.replace(/:[^:@]+@/, '@'),
    ]) {
      await expect(place.connect(wrong)`select 1`).rejects.toMatchObject({ code: '28P01' })
    }
  })

  it('keeps password and folder for their owner', async () => {
    const modes = [place.folder, dataFolder(place.folder), join(place.folder, 'password')].map(
      async (path) => (await stat(path)).mode & 0o777,
    )
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600])
  })
})

describe('what can be asked of it', () => {
  it('makes the database it is asked for, and keeps it', async () => {
    const { url, stop } = await place.start({ database: 'another' })
    await place.connect(url)`create table kept (id int)`
    await stop()
    const again = await place.start({ database: 'another' })
    expect(await place.connect(again.url)`select count(*)::int as rows from kept`).toEqual([{ rows: 0 }])
  })

  it('takes only a name that both drivers read the same way', async () => {
    await expect(place.start({ database: 'tjetër' })).rejects.toThrow('Not a name for a database: tjetër')
  })

  it('takes settings, but always listens on the loopback address alone', async () => {
    const { url } = await place.start({ settings: { work_mem: '7MB', listen_addresses: '*', max_connections: '20' } })
    const [row] = await place.connect(url)`
      select current_setting('work_mem') as work_mem, current_setting('max_connections') as max_connections,
        current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`
    expect(row).toEqual({ work_mem: '7MB', max_connections: '20', listens: '127.0.0.1', sockets: '' })
  })
})

describe('one owner', () => {
  it('is refused twice in one process', async () => {
    await place.start()
    const second = startEmbeddedPostgres({ folder: place.folder })
    await expect(second).rejects.toThrow(DatabaseFolderInUse)
    await expect(second).rejects.toThrow(`The database in ${place.folder} is in use by process ${process.pid}.`)
  })

  it('is refused to a second process, and the first works on', async () => {
    const { url } = await place.start()
    const refused = await place.startElsewhere()
    expect(refused.url).toContain(`${place.folder} is in use by process ${process.pid}`)
    expect(await place.connect(url)`select 1 as here`).toEqual([{ here: 1 }])
  })

  it('tells another process the address, as long as it runs', async () => {
    expect(await findRunningPostgres({ folder: place.folder })).toBeNull()
    const other = await place.startElsewhere()
    expect(await findRunningPostgres({ folder: place.folder })).toBe(other.url)
    expect(await place.connect(other.url)`select 1 as here`).toEqual([{ here: 1 }])
    await endOtherProcess(other, 'SIGKILL')
    expect(await findRunningPostgres({ folder: place.folder })).toBeNull()
    expect(await findRunningPostgres({ folder: join(place.root, 'nowhere') })).toBeNull()
  })

  it('lets two folders run side by side', async () => {
    const [one, two] = await Promise.all([place.start(), place.start({ folder: join(place.root, 'second') })])
    await place.connect(one.url)`create table only_here (id int)`
    expect(await place.connect(two.url)`select to_regclass('only_here') as found`).toEqual([{ found: null }])
    expect(one.url).not.toBe(two.url)
  })

  it('leaves alone a server that somebody started by hand', async () => {
    const server = await place.start()
    const [lock] = (await readdir(place.folder)).filter((name) => name.startsWith('owner-'))
    await rm(join(place.folder, lock ?? ''))
    await expect(startEmbeddedPostgres({ folder: place.folder })).rejects.toThrow(
      `process ${server.pid}) was started on`,
    )
    expect(await place.connect(server.url)`select 1 as here`).toEqual([{ here: 1 }])
  })
})

describe('stopping', () => {
  it('rolls back what was open, ends every process and frees the folder', async () => {
    const server = await place.start()
    const sql = place.connect(server.url)
    await sql`create table open_work (id int)`
    const open = await sql.reserve()
    await open`begin`
    await open`insert into open_work values (1)`
    await server.stop()
    expect(await findPostgresIn(dataFolder(place.folder))).toEqual({ postmaster: null, all: [] })
    expect((await readdir(place.folder)).toSorted()).toEqual(['data', 'password'])
    const again = await place.start()
    expect(await place.connect(again.url)`select count(*)::int as rows from open_work`).toEqual([{ rows: 0 }])
  })

  it('does not let Ctrl-C reach PostgreSQL before Kuvend has finished with it', async () => {
    const other = await place.startElsewhere({ detached: true })
    // What a terminal does: the signal goes to the whole group of processes.
    process.kill(-(other.process.pid ?? 0), 'SIGINT')
    expect(await other.nextLine()).toBe('answered 42')
  })

  it('takes PostgreSQL along when the process ends without stopping it', async () => {
    const other = await place.startElsewhere()
    await endOtherProcess(other, 'SIGHUP')
    await waitUntil('PostgreSQL is gone', async () => !(await isAlive(other.pid)))
    expect((await findPostgresIn(dataFolder(place.folder))).all).toEqual([])
  })
})
