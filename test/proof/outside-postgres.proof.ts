import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { build } from '../../bin/build.ts'

const BINARIES = '/usr/lib/postgresql/15/bin'
const PORT = 54_915
const NOBODY = { uid: 65534, gid: 65534 }

/** The whole test suite, and web and worker as two processes with a real mail server, on PostgreSQL 15 by DATABASE_URL. */
export async function prove(): Promise<string[]> {
  if (!existsSync(join(BINARIES, 'initdb'))) throw new Error('Install postgresql-15 for this proof')
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-pg15-'))
  await chmod(folder, 0o755)
  const server = await startPostgres(folder)
  try {
    return [await wholeSuite(folder), await webAndWorkerApart(folder)]
  } finally {
    server.kill('SIGINT')
    await rm(folder, { recursive: true, force: true })
  }
}

const addressOf = (database: string): string => `postgres://postgres@127.0.0.1:${PORT}/${database}`

async function startPostgres(folder: string): Promise<ChildProcess> {
  const user = process.getuid?.() === 0 ? NOBODY : {}
  const data = join(folder, 'data')
  if (user === NOBODY) chownSync(folder, NOBODY.uid, NOBODY.gid)
  const options = { ...user, cwd: folder, env: { PATH: BINARIES, LC_ALL: 'C.UTF-8' } }
  execFileSync(join(BINARIES, 'initdb'), ['-D', data, '-U', 'postgres', '--encoding=UTF8', '--auth=trust'], options)
  const settings = [
    `port=${PORT}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=100',
  ]
  const server = spawn(join(BINARIES, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...options,
    stdio: 'ignore',
  })
  const isReady = () => spawnSync(join(BINARIES, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(PORT)]).status === 0
  for (let tries = 0; !isReady(); tries++) {
    if (tries > 100) throw new Error('PostgreSQL 15 did not start')
    await pause(100)
  }
  return server
}

async function wholeSuite(folder: string): Promise<string> {
  const report = join(folder, 'report.json')
  await writeFile(report, '')
  await chmod(report, 0o666)
  const env = { ...process.env, TEST_DATABASE_SERVER: addressOf('postgres') }
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--exclude',
    'test/e2e/**',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const run = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const result = JSON.parse(await readFile(report, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests',
    number
  >
  if (run.status !== 0)
    throw new Error(`On PostgreSQL 15: ${result.numFailedTests} tests failed\n${run.stdout.slice(-4000)}`)
  return `PostgreSQL 15, whole suite but the browser: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests} skipped`
}

/** A citizen's letter goes from the web process through the worker process to a mail server; both then stop cleanly. */
async function webAndWorkerApart(folder: string): Promise<string> {
  await build()
  execFileSync(join(BINARIES, 'createdb'), ['-h', '127.0.0.1', '-p', String(PORT), '-U', 'postgres', 'kuvend'])
  const letters: string[] = []
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => mail.listen(54_925, '127.0.0.1', () => resolve()))
  const common = {
    ...process.env,
    DATABASE_URL: addressOf('kuvend'),
    KUVEND_DATA: join(folder, 'files'),
    KUVEND_SECRET: 'a-secret-of-thirty-two-characters-and-more',
    KUVEND_DEMO: 'on',
    KUVEND_LOG: 'warn',
    SMTP_URL: 'smtp://127.0.0.1:54925',
    PORT: '54935',
  }
  chownSync(folder, process.getuid?.() ?? 0, process.getgid?.() ?? 0)
  const web = spawn(process.execPath, ['bin/start.ts'], {
    env: { ...common, KUVEND_ROLE: 'web' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const worker = spawn(process.execPath, ['bin/start.ts'], {
    env: { ...common, KUVEND_ROLE: 'worker' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const url = 'http://127.0.0.1:54935'
    await until('the web process', async () => (await fetch(`${url}/readyz`)).ok)
    const list = await (await fetch(`${url}/konsultime?institucioni=bregas`)).text()
    const path = /\/konsultime\/bregas-\d{4}-\d+/.exec(list)?.[0]
    const form = {
      dergesa: crypto.randomUUID(),
      komenti: 'Propozoj më shumë kosha.',
      'ne-emer': 'vete',
      'emri-publik': 'jo',
      adresa: 'qytetare@posta.example',
    }
    const answer = await fetch(`${url}${path}/komente`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams(form),
    })
    if (answer.status !== 303) throw new Error(`The comment was answered ${answer.status}`)
    await until('the letter', async () => letters.some((letter) => letter.includes('qytetare@posta.example')))
    const codes = await Promise.all([web, worker].map(stopped))
    if (codes.some((code) => code !== 0)) throw new Error(`Web and worker ended with ${codes.join(' and ')}`)
    return 'PostgreSQL 15, web and worker apart: a letter went from a form through both to a mail server; both stopped cleanly'
  } finally {
    for (const child of [web, worker]) child.kill('SIGKILL')
    await new Promise<void>((resolve) => mail.close(() => resolve()))
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo().catch(() => false)) return
    await pause(100)
  }
  throw new Error(`Waited half a minute for ${what}`)
}

async function stopped(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
