import { readdirSync, readFileSync } from 'node:fs'

/** Proportional memory (PSS) of the program and of the PostgreSQL it started, from /proc; shared pages counted once. */
export async function memoryOf(pid: number | undefined): Promise<string> {
  if (pid === undefined) return 'unknown'
  const own = pssOf(pid)
  const database = descendantsOf(pid).reduce((sum, child) => sum + pssOf(child), 0)
  return `${megabytes(own + database)} (program ${megabytes(own)}, database ${megabytes(database)})`
}

const megabytes = (kilobytes: number): string => `${Math.round(kilobytes / 1024)} MB`

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      continue
    }
  }
  const found: number[] = []
  const below = (parent: number): void => {
    for (const [child, of] of parents) {
      if (of !== parent) continue
      found.push(child)
      below(child)
    }
  }
  below(pid)
  return found
}
