import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second on every Linux there is. */
const TICK_MS = 10

/** Milliseconds of processor that a process and all below it have taken, with those of its children that have ended. */
export function processorTimeOf(pid: number): number {
  const times = new Map<number, { parent: number; ms: number }>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const one = readTimes(Number(name))
    if (one) times.set(Number(name), one)
  }
  const below = (parent: number): number =>
    [...times].reduce((sum, [child, of]) => (of.parent === parent ? sum + of.ms + below(child) : sum), 0)
  return (times.get(pid)?.ms ?? 0) + below(pid)
}

/** What this process has taken itself. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function readTimes(pid: number): { parent: number; ms: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    // Of proc(5): ppid, then utime, stime, cutime, cstime.
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + (fields[place] ?? 0), 0)
    return { parent: fields[1] ?? 0, ms: ticks * TICK_MS }
  } catch {
    return null
  }
}
