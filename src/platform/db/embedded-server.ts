import { spawn, type ChildProcess } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { HERE, readText, runningIn, type Cluster } from './embedded-cluster.ts'
import { serverFlags } from './embedded-settings.ts'
import { clusterMark } from './stale-postgres.ts'

export type Server = { pid: number; port: number; stop(): Promise<void> }

export type ServerOptions = {
  settings: Record<string, string>
  log: (line: string) => void
  onExit: (code: number | null) => void
}

const PORT_ATTEMPTS = 5
const STOP_MS = 60_000
const LINES_KEPT = 20

/** Comes back when PostgreSQL takes connections, which after a crash means: when it has recovered, however long that is. */
export async function startServer(cluster: Cluster, postgres: string, options: ServerOptions): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort()
    const outcome = await launch(cluster, postgres, port, options)
    if ('pid' in outcome) return outcome
    // Between our asking and PostgreSQL's taking it, somebody else may have taken the port.
    if (attempt === PORT_ATTEMPTS || !outcome.said.includes('could not bind')) {
      throw new Error(`PostgreSQL did not start in ${cluster.folder}: ${outcome.said}`)
    }
  }
}

/** The port of a running server and its process, as PostgreSQL itself notes them. */
export async function readPidFile(data: string): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const lines = (await readText(join(data, 'postmaster.pid')))?.split('\n')
  return lines ? { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null
}

async function launch(
  cluster: Cluster,
  postgres: string,
  port: number,
  options: ServerOptions,
): Promise<Server | { said: string }> {
  const clusterName = clusterMark(await stat(cluster.data, { bigint: true }))
  const child = spawn(postgres, ['-D', HERE, ...serverFlags(options.settings, { port, clusterName })], {
    ...runningIn(cluster.data, cluster.user),
    // A process group of its own: Ctrl-C reaches Kuvend, which stops PostgreSQL when the last request is answered.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = keepLastLines(child, options.log)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
  if (!(await isReady(cluster.data, child, ended))) return { said: await said() }
  return watch(child, port, ended, options.onExit)
}

/** Prints as it comes, and keeps the end of it for the reason of a failure. */
function keepLastLines(child: ChildProcess, log: (line: string) => void): () => Promise<string> {
  const lines: string[] = []
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      if (lines.length > LINES_KEPT) lines.shift()
      log(line)
    })
  }
  return async () => {
    await closed
    return lines.join('\n')
  }
}

async function isReady(data: string, child: ChildProcess, ended: Promise<unknown>): Promise<boolean> {
  let over = false
  const watching = ended.finally(() => (over = true))
  while (!over) {
    const file = await readPidFile(data)
    if (file?.pid === child.pid && file?.ready) return true
    await Promise.race([watching, sleep(10)])
  }
  return false
}

function watch(
  child: ChildProcess,
  port: number,
  ended: Promise<number | null>,
  onExit: (code: number | null) => void,
): Server {
  let stopping: Promise<void> | null = null
  // A process that ends without stopping us, by an uncaught error say, takes PostgreSQL along.
  const interrupt = () => void child.kill('SIGINT')
  process.once('exit', interrupt)
  void ended.then((code) => {
    process.off('exit', interrupt)
    if (!stopping) onExit(code)
  })
  // oxlint-disable-next-line typescript/no-non-null-assertion -- ready, so it was started and has a number
  return { pid: child.pid!, port, stop: () => (stopping ??= shutDown(child, ended)) }
}

/** Fast shutdown: open transactions are rolled back, connections closed, everything written. */
async function shutDown(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  await ended
  clearTimeout(impatience)
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.')
  return address.port
}
