import type { Door } from '#platform/door.ts'
import { countAllDue, type Due } from '#platform/own-data/forget.ts'
import { listLastRuns, listNewestRuns, type RetentionRun } from '#platform/own-data/retention-queries.ts'
import type { Services } from '#platform/services.ts'

const RUNS_SHOWN = 20

export type RetentionView = {
  rules: readonly (Due & { last: RetentionRun | null })[]
  runs: readonly RetentionRun[]
}

/** Every rule with what it would erase now: counting changes nothing. */
export async function viewRetention(services: Services, doors: readonly Door[]): Promise<RetentionView> {
  const due = await countAllDue(services, doors)
  const ids = due.map(({ rule }) => rule.id)
  const [last, runs] = await Promise.all([listLastRuns(services.db, ids), listNewestRuns(services.db, RUNS_SHOWN)])
  return { rules: due.map((one) => ({ ...one, last: last.find(({ rule }) => rule === one.rule.id) ?? null })), runs }
}
