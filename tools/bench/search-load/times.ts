export type Times = { p50: number; p95: number; p99: number; count: number }

export function timesOf(all: readonly number[]): Times {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: all.length }
}

/** So many callers at once, until every work is done; milliseconds of each. */
export async function runAll<T>(works: readonly (() => Promise<T>)[], callers: number): Promise<number[]> {
  const times: number[] = Array.from({ length: works.length }, () => 0)
  let next = 0
  const caller = async () => {
    for (let place = next++; place < works.length; place = next++) {
      const from = performance.now()
      await works[place]?.()
      times[place] = performance.now() - from
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return times
}

export const inMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))
