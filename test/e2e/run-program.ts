import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A process of the program, as an operator starts it: with this environment and no other. */
export function runProgram(program: 'start' | 'kuvend', args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, 'bin', `${program}.ts`), ...args], {
    env: { PATH: process.env.PATH ?? '', TZ: process.env.TZ ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const heard = { out: '', err: '' }
  const waiting: { words: string; resolve: () => void }[] = []
  child.stdout.on('data', (chunk) => {
    heard.out += String(chunk)
    for (const one of waiting) if (heard.out.includes(one.words)) one.resolve()
  })
  child.stderr.on('data', (chunk) => (heard.err += String(chunk)))
  const ended = once(child, 'close').then(() => child.exitCode)
  const says = (words: string) => new Promise<void>((resolve) => waiting.push({ words, resolve }))
  return { child, ended, says, out: () => heard.out, err: () => heard.err }
}

/** Ends when it answers; throws with what it said when it did not start. */
export async function startedProgram(env: Record<string, string>) {
  const started = runProgram('start', [], env)
  await Promise.race([started.says('Ctrl-C'), started.ended])
  if (started.child.exitCode !== null) throw new Error(`Kuvend did not start: ${started.err()}`)
  return started
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
