import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { platformRetention } from './platform-retention.ts'
import type { RetentionRule } from './personal-data.ts'
import { insertRun, type RetentionRun } from './retention-queries.ts'

/** Every rule of the house: the platform's own, then each subject's. */
export const retentionRules = (doors: readonly Door[]): readonly RetentionRule[] => [
  ...platformRetention,
  ...doors.flatMap(({ personalData }) => personalData?.retention ?? []),
]

export type Due = { rule: RetentionRule; due: number }

/** The dry run: what each rule would forget now. */
export const countAllDue = (services: Services, doors: readonly Door[]): Promise<Due[]> =>
  Promise.all(retentionRules(doors).map(async (rule) => ({ rule, due: await rule.countDue(services) })))

/** The nightly job: each rule that has a deed of its own is run and written down. One that fails keeps none from theirs. */
export async function forgetWhatIsDue(services: Services, doors: readonly Door[]): Promise<RetentionRun[]> {
  const runs: RetentionRun[] = []
  for (const rule of retentionRules(doors)) {
    const { forget } = rule
    if (forget === null) continue
    const run = await runOne(services, rule, forget)
    await insertRun(services.db, run)
    if (run.failure !== null) services.log.error({ rule: rule.id, error: run.failure }, 'a retention rule failed')
    runs.push(run)
  }
  const total = runs.reduce((sum, { forgotten }) => sum + (forgotten ?? 0), 0)
  if (total > 0) services.log.info({ forgotten: total }, 'what was due is forgotten')
  return runs
}

async function runOne(
  services: Services,
  rule: RetentionRule,
  forget: NonNullable<RetentionRule['forget']>,
): Promise<RetentionRun> {
  const at = services.clock.now()
  let due = 0
  try {
    due = await rule.countDue(services)
    return { rule: rule.id, at, due, forgotten: await forget(services), failure: null }
  } catch (error) {
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500) || 'unknown'
    return { rule: rule.id, at, due, forgotten: null, failure }
  }
}
