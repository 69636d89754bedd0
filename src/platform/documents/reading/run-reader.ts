import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NOTHING_FOUND, type FoundInFile, type ReadingOrder } from './reading-rules.ts'

export type ReaderLimits = { seconds: number; megabytes: number }

/** The program keeps to limits of its own; what is not back long after them hangs. */
export const READER_LIMITS: ReaderLimits = { seconds: 180, megabytes: 640 }

const HEAP_MEGABYTES = 384
const LOOK_EVERY_MS = 100

/** In the bundle it lies beside the program; without one Node strips the types itself. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './reader-process.ts' : './reader-process.js', import.meta.url),
)

/** Reads a file in a process of its own, and says how it ended when it did not end well. Never throws for the file's sake. */
export async function runReader(order: ReadingOrder, limits: ReaderLimits = READER_LIMITS): Promise<FoundInFile> {
  const ended = await untilEnded(order, limits)
  if (ended === 'too-heavy') return { ...NOTHING_FOUND, state: 'too-heavy' }
  const found = ended === 'done' ? await readFile(join(order.folder, 'found.json'), 'utf8').catch(() => null) : null
  return found === null ? { ...NOTHING_FOUND, state: 'broken' } : (JSON.parse(found) as FoundInFile)
}

type Ended = 'done' | 'failed' | 'too-heavy'

/** Beyond its heap the engine ends itself with this signal. */
const OUT_OF_HEAP = 'SIGABRT'

function untilEnded(order: ReadingOrder, limits: ReaderLimits): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${order.folder}`,
      '--allow-addons',
      '--disable-warning=SecurityWarning',
      '--disable-warning=ExperimentalWarning',
      ENTRY,
      JSON.stringify(order),
    ],
    // No environment: what is in there are keys and passwords.
    { stdio: 'ignore', env: {} },
  )
  return new Promise((resolve) => {
    let tooHeavy = false
    const stop = () => {
      tooHeavy = true
      child.kill('SIGKILL')
    }
    const clock = setTimeout(stop, limits.seconds * 1000)
    const watch = setInterval(
      () => void megabytesOf(child.pid).then((used) => used > limits.megabytes && stop()),
      LOOK_EVERY_MS,
    )
    const done = (ended: Ended) => {
      clearTimeout(clock)
      clearInterval(watch)
      resolve(tooHeavy ? 'too-heavy' : ended)
    }
    child.once('error', () => done('failed'))
    child.once('exit', (code, signal) => done(code === 0 ? 'done' : signal === OUT_OF_HEAP ? 'too-heavy' : 'failed'))
  })
}

/** What the process holds in memory. Pictures lie outside of the engine's heap, so its own limit does not see them. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
