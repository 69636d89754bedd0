import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from './database.ts'

const ROOT = join(import.meta.dirname, '..')
const LONG = 120_000

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kuvend-start-')))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Program = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null> }

/** Runs one of the programs from a folder that is not the project's, with an environment of our own. */
function run(program: 'start' | 'kuvend', args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(ROOT, 'bin', `${program}.ts`), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (heard.out += String(chunk)))
  child.stderr.on('data', (chunk) => (heard.err += String(chunk)))
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, out: () => heard.out, err: () => heard.err, ended }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function until(what: string, holds: () => boolean | Promise<boolean>, limit = 60_000): Promise<void> {
  const end = performance.now() + limit
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${limit} ms: ${what}`)
    await pause(50)
  }
}

/** Processes of PostgreSQL that stand in our data folder: they are asked by where they stand, not by name. */
function postgresIn(place: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(place)
      } catch {
        return false
      }
    })
}

const postmasterOf = (place: string): number =>
  Number(readFileSync(join(place, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('npm start', () => {
  let port = 0
  let kuvend: Program
  const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const statusOf = (path: string) =>
    at(path).then(
      (response) => response.status,
      () => 0,
    )

  beforeAll(async () => {
    port = await freePort()
    kuvend = run('start', [], { KUVEND_DATA: data, PORT: String(port) })
    await until('Kuvend prints its address', () => kuvend.out().includes('Ctrl-C') || kuvend.child.exitCode !== null)
  }, LONG)

  afterAll(async () => {
    kuvend.child.kill('SIGKILL')
    for (const pid of postgresIn(data)) process.kill(pid, 'SIGKILL')
    await kuvend.ended
  })

  it('prints where it is and how to sign in, and nothing else on stdout', () => {
    expect(kuvend.out().split('\n')).toEqual([
      `Kuvend:   http://127.0.0.1:${port}/`,
      expect.stringContaining(`Sign in:  http://127.0.0.1:${port}/hyr`),
      expect.stringContaining(`Letters:  http://127.0.0.1:${port}/zyra/posta`),
      'Stop it with Ctrl-C.',
      '',
    ])
  })

  it('answers, with the demonstration content in the empty database', async () => {
    expect(await (await at('/readyz')).text()).toBe('ready\n')
    expect(await (await at('/')).text()).toContain('Bashkia Bregas')
    const signIn = await (await at('/hyr')).text()
    expect(signIn).toContain('Ilir Demo')
  })

  it('serves the built styles under names that may be kept for ever', async () => {
    const style = /href="(\/s\/public-[^"]+\.css)"/.exec(await (await at('/')).text())?.[1] ?? ''
    const response = await at(style)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it('lets commands work beside it on the same database', { timeout: LONG }, async () => {
    const institution = ['--slug', 'krah', '--name', 'Bashkia Krah', '--jurisdiction', 'AL', '--kind', 'municipality']
    const command = run('kuvend', ['institution', 'add', ...institution, '--email', 'zyra@krah.example', '--json'], {
      KUVEND_DATA: data,
    })
    expect([await command.ended, command.err()]).toEqual([0, ''])
    expect(JSON.parse(command.out())).toMatchObject({ slug: 'krah' })
    expect(await statusOf('/i/krah/')).toBe(200)
  })

  it('refuses a second one on the same data, and on the same port', { timeout: LONG }, async () => {
    const sameData = run('start', [], { KUVEND_DATA: data, PORT: String(await freePort()), KUVEND_DEMO: 'off' })
    expect(await sameData.ended).toBe(1)
    expect(sameData.err()).toContain('is in use by process')
    const other = { KUVEND_DATA: join(folder, 'other'), KUVEND_DEMO: 'off' }
    const samePort = run('start', [], { ...other, PORT: String(port) })
    expect(await samePort.ended).toBe(1)
    expect(samePort.err()).toContain(`Port ${port} on 127.0.0.1 is taken`)
    expect(postgresIn(join(folder, 'other'))).toEqual([])
    expect(await statusOf('/healthz')).toBe(200)
  })

  it('starts the embedded database again when it dies, and answers 503 until then', { timeout: LONG }, async () => {
    const postmaster = postmasterOf(data)
    process.kill(postmaster, 'SIGKILL')
    const seen = new Set<number>()
    await until('the home page is back', async () => {
      const status = await statusOf('/')
      seen.add(status)
      return status === 200 && kuvend.err().includes('runs again')
    })
    expect(seen.has(0)).toBe(false)
    expect([...seen].every((status) => status === 200 || status === 503)).toBe(true)
    expect(postmasterOf(data)).not.toBe(postmaster)
  })

  it('stops when it is told to, and leaves no process behind', { timeout: LONG }, async () => {
    kuvend.child.kill('SIGTERM')
    // npm passes on what the terminal has sent already: the second one of the same moment is no impatience.
    await pause(20)
    kuvend.child.kill('SIGTERM')
    expect(await kuvend.ended).toBe(0)
    expect(postgresIn(data)).toEqual([])
  })

  it('runs a command without a server, and leaves nothing running', { timeout: LONG }, async () => {
    const command = run('kuvend', ['migrate', '--json'], { KUVEND_DATA: data })
    expect([await command.ended, command.err(), command.out()]).toEqual([0, '', '{"ran":[]}\n'])
    expect(postgresIn(data)).toEqual([])
  })
})

/** The number that stands in its folder may for a moment be that of the one before. */
function isKilled(place: string): boolean {
  try {
    return process.kill(postmasterOf(place), 'SIGKILL')
  } catch {
    return false
  }
}

describe('an embedded database that dies again and again', () => {
  it('ends Kuvend with 1, so that a supervisor decides, and leaves nothing running', { timeout: LONG }, async () => {
    const place = join(folder, 'dying')
    const env = { KUVEND_DATA: place, KUVEND_DEMO: 'off', KUVEND_LOG: 'warn' }
    const kuvend = run('start', [], { ...env, PORT: String(await freePort()) })
    await until('Kuvend prints its address', () => kuvend.out().includes('Ctrl-C'))
    for (let death = 1; death <= 4; death++) {
      // A server killed while it starts counts as two deaths: Kuvend may have given up one kill earlier.
      await until('its server is killed', () => isKilled(place) || kuvend.child.exitCode !== null)
      const revived = () => kuvend.err().includes(`"times":${death}`) || kuvend.child.exitCode !== null
      await until('it runs again or gives up', revived)
    }
    expect(await kuvend.ended).toBe(1)
    expect(kuvend.err()).toContain('the database died too often')
    expect(postgresIn(place)).toEqual([])
  })
})

describe('with a database outside', () => {
  it('web and worker run apart, each as a process of its own', { timeout: LONG }, async () => {
    const db = await testDatabase()
    const port = await freePort()
    const env = { KUVEND_DATA: join(folder, 'outside'), DATABASE_URL: db.url, KUVEND_DEMO: 'off', PORT: String(port) }
    const web = run('start', ['web'], env)
    const health = await freePort()
    const worker = run('start', [], { ...env, KUVEND_ROLE: 'worker', KUVEND_WORKER_PORT: String(health) })
    await until('both run', () => web.out().includes('Ctrl-C') && worker.out().includes('worker is running'))
    expect(web.out()).toContain('npm run -s kuvend -- user add')
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text()
    expect(page).not.toContain('Bregas')
    expect(web.err()).not.toContain('looking for jobs')
    expect(worker.err()).toContain('looking for jobs')
    const ofWorker = async (path: string) => (await fetch(`http://127.0.0.1:${health}${path}`)).text()
    expect(await ofWorker('/readyz')).toBe('ready\n')
    expect(await ofWorker('/metrics')).toContain('kuvend_letters{state="queued"} 0')
    expect((await fetch(`http://127.0.0.1:${health}/`)).status).toBe(404)
    worker.child.kill('SIGTERM')
    web.child.kill('SIGTERM')
    expect(await Promise.all([web.ended, worker.ended])).toEqual([0, 0])
  })
})

describe('a start that cannot be', () => {
  it.each([
    [['web'], {}, 2, 'KUVEND_ROLE=web needs DATABASE_URL'],
    [[], { KUVEND_ROLE: 'worker' }, 2, 'KUVEND_ROLE=worker needs DATABASE_URL'],
    [['both'], {}, 2, 'KUVEND_ROLE=both'],
    [['web', 'worker'], {}, 2, 'start [web|worker|all]'],
    [[], { PORT: 'tre', KUVEND_DEMMO: 'on' }, 2, 'KUVEND_DEMMO: no setting of that name is known\nPORT=tre'],
    [[], { DATABASE_URL: 'postgres://kuvend@127.0.0.1:9/kuvend' }, 1, 'No database answers at DATABASE_URL'],
  ])('%j with %j says why and ends', { timeout: LONG }, async (args, env, code, words) => {
    const program = run('start', args, { KUVEND_DATA: join(folder, 'third'), PORT: String(await freePort()), ...env })
    expect([await program.ended, program.out()]).toEqual([code, ''])
    expect(program.err()).toContain(words)
  })
})
