import { waitingLine } from '../../files/waiting-line.ts'
import type { ExportOutcome } from './run-export.ts'

/** Files of published versions, kept by what is in them: a version never changes, so neither do they. */

const MOST_KEPT_BYTES = 64 * 1024 * 1024

/** One is made at a time; whoever comes when seven wait is asked to come again. */
const inLine = waitingLine({ atOnce: 1, waiting: 7 })

/** What could not be made is tried again after a while: the machine may have been busy. */
const REFUSED_FOR_MS = 10 * 60_000

const kept = new Map<string, { outcome: ExportOutcome; until: number }>()
const making = new Map<string, Promise<ExportOutcome>>()

/** The file as far as it is known: made before, or just being made for somebody else. */
export const knownExport = (key: string): Promise<ExportOutcome> | ExportOutcome | null => {
  const found = kept.get(key)
  kept.delete(key)
  if (!found || found.until < performance.now()) return making.get(key) ?? null
  // The one asked for last is the last to be forgotten.
  kept.set(key, found)
  return found.outcome
}

/** Makes it after those that wait already; null: too many wait. */
export function makeExport(key: string, make: () => Promise<ExportOutcome>): Promise<ExportOutcome> | null {
  const outcome = inLine(make)
  if (!outcome) return null
  making.set(key, outcome)
  outcome
    .then((made) => keep(key, made))
    .catch(() => {})
    .finally(() => making.delete(key))
  return outcome
}

function keep(key: string, outcome: ExportOutcome): void {
  kept.set(key, { outcome, until: outcome.kind === 'made' ? Infinity : performance.now() + REFUSED_FOR_MS })
  let size = [...kept.values()].reduce((sum, one) => sum + sizeOf(one.outcome), 0)
  for (const [oldest, one] of kept) {
    if (size <= MOST_KEPT_BYTES) return
    kept.delete(oldest)
    size -= sizeOf(one.outcome)
  }
}

const sizeOf = (outcome: ExportOutcome): number => (outcome.kind === 'made' ? outcome.bytes.length : 0)
