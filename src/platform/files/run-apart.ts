import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** `heapMegabytes`: of the engine alone; what libraries hold outside of it counts among `megabytes`. */
export type ApartLimits = { seconds: number; megabytes: number; heapMegabytes?: number }

/** `words`: the end of what it complained about. */
export type Ended = { how: 'done' | 'failed' | 'too-heavy'; code: number | null; words: string }

export type Apart = {
  /** The program that is run, with `order` as its one argument. */
  entry: string
  order: unknown
  /** The only folder it may write to. */
  folder: string
}

const HEAP_MEGABYTES = 384
const LOOK_EVERY_MS = 100

/** Beyond its heap the engine ends itself with this signal. */
const OUT_OF_HEAP = 'SIGABRT'
/** As much of a complaint as a log line holds. */
const LONGEST_COMPLAINT = 2_000

/**
 * Runs a program of ours that opens strangers' files, or is heavy, in a process of its own: without environment, allowed
 * to write into one folder, ended from outside when it takes too long or too much.
 */
export function runApart(apart: Apart, limits: ApartLimits): Promise<Ended> {
  const child = start(apart, limits)
  let words = ''
  child.stderr?.on('data', (piece: Buffer) => (words = (words + piece.toString()).slice(-LONGEST_COMPLAINT)))
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
    const done = (how: Ended['how'], code: number | null) => {
      clearTimeout(clock)
      clearInterval(watch)
      resolve({ how: tooHeavy ? 'too-heavy' : how, code, words })
    }
    child.once('error', (error) => {
      words += error.message
      done('failed', null)
    })
    child.once('close', (code, signal) =>
      done(code === 0 ? 'done' : signal === OUT_OF_HEAP ? 'too-heavy' : 'failed', code),
    )
  })
}

const start = ({ entry, order, folder }: Apart, { heapMegabytes = HEAP_MEGABYTES }: ApartLimits): ChildProcess =>
  spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${folder}`,
      '--allow-addons',
      '--disable-warning=SecurityWarning',
      '--disable-warning=ExperimentalWarning',
      entry,
      JSON.stringify(order),
    ],
    // No environment of ours: what is in there are keys and passwords.
    { stdio: ['ignore', 'ignore', 'pipe'], env: { TMPDIR: folder } },
  )

/** What the process holds in memory. Pictures lie outside of the engine's heap, so its own limit does not see them. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
