import { isUuid } from '#platform/http/field-rules.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { textsIn } from '../texts.ts'
import { holdPlan } from '../plan/plan-queries.ts'
import { enterPlan } from '../plan/plan-records.ts'
import { standing } from './achieved-rules.ts'
import { contentSchema, MONITORING_KIND } from './monitoring-rules.ts'
import {
  clearAchieved,
  findPublishedMonitoring,
  holdMonitoring,
  listMonitoringSubjects,
  setAchieved,
  setMonitoringState,
} from './monitoring-queries.ts'

const ADDRESS = /^\/konsultime\/plane\/([0-9a-f-]{36})\/monitorimi(?:\.[a-z]+|\/.*)?$/

/** All its versions are gone with it, and the figures that the plan shows because of it. */
export const monitoringTakeDown: TakeDown = {
  async take(tx, services, { id, at }) {
    const plan = await holdPlan(tx, id)
    const monitoring = await holdMonitoring(tx, id)
    if (!plan || !monitoring) return 'no-such-record'
    if (monitoring.state !== 'published') return 'not-public'
    await setMonitoringState(tx, id, 'taken-down', at)
    await clearAchieved(tx, id)
    await enterPlan(tx, services, id)
    return 'taken-down'
  },
  async lift(tx, services, { id, at }) {
    const plan = await holdPlan(tx, id)
    const monitoring = await holdMonitoring(tx, id)
    if (!plan || monitoring?.state !== 'taken-down') return 'no-such-record'
    await setMonitoringState(tx, id, 'published', at)
    const newest = await findPublishedMonitoring(tx, id, null)
    const indicators = newest ? contentSchema.parse(newest.content).indicators : []
    await setAchieved(
      tx,
      id,
      indicators.map((one) => ({ ...one, achieved: standing(one), improvement: one.measure })),
    )
    await enterPlan(tx, services, id)
    return 'lifted'
  },
  recordsAt(_services, path) {
    const [, id = ''] = ADDRESS.exec(path) ?? []
    return Promise.resolve(isUuid(id) ? [refOf(MONITORING_KIND, id)] : [])
  },
  publicName: async ({ db }, lang, id) =>
    (await listMonitoringSubjects(db, [id])).length > 0 ? textsIn(lang).monitoring.subject : null,
}
