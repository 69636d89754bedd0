import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/** Another process that runs an embedded database until it is told `SIGTERM`, or `SIGINT`, which it answers first. */
export type OtherProcess = {
  process: ChildProcess
  url: string
  pid: number
  seconds: string
  nextLine(): Promise<string>
}

/** `command` stands before node, to start it as somebody else; `root` is the project whose code it runs. */
export type HowToStart = SpawnOptions & { root: string; node?: string; command?: readonly string[] }

export async function startInOtherProcess(folder: string, { root, ...how }: HowToStart): Promise<OtherProcess> {
  const program = [how.node ?? process.execPath, '--input-type=module-typescript', '-e', PROGRAM, root, folder]
  const [command = '', ...words] = [...(how.command ?? []), ...program]
  const other = spawn(command, words, { ...how, stdio: ['ignore', 'pipe', 'inherit'] })
  if (!other.stdout) throw new Error('asked for as a pipe')
  const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => {
    const line = await lines.next()
    return line.done ? 'ended' : line.value
  }
  const first = await nextLine()
  if (first === 'ended') throw new Error('The other process ended before its database was ready.')
  return { process: other, nextLine, ...(JSON.parse(first) as { url: string; pid: number; seconds: string }) }
}

/** Prints the address; at SIGINT asks the database for the product of six and seven before it stops it. */
const PROGRAM = `
  const [root, folder] = process.argv.slice(1)
  const { startEmbeddedPostgres } = await import(root + '/src/platform/db/embedded-postgres.ts')
  const started = performance.now()
  const server = await startEmbeddedPostgres({ folder }).catch((error) => {
    console.log(JSON.stringify({ url: String(error.message), pid: 0, seconds: '0' }))
    process.exit(1)
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
  process.on('SIGHUP', () => process.exit(0))
  process.on('SIGINT', async () => {
    const { default: postgres } = await import(root + '/node_modules/postgres/src/index.js')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const sql = postgres(server.url, { max: 1 })
    const [row] = await sql\`select 6 * 7 as answer\`
    await sql.end()
    console.log('answered ' + row.answer)
    await server.stop()
    process.exit(0)
  })
  console.log(JSON.stringify({ url: server.url, pid: server.pid, seconds }))
`

export async function endOtherProcess({ process }: OtherProcess, signal: NodeJS.Signals): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exit = once(process, 'exit')
  process.kill(signal)
  await exit
}

/** Whether a process lives; one that ended but was not asked for its result counts as ended. */
export async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat !== null && !stat.slice(stat.lastIndexOf(')')).startsWith(') Z')
}

export async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error(`Waited 10 seconds in vain until ${what}.`)
}
