import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { textsIn } from '../texts.ts'
import { findPlan, holdPlan } from './plan-queries.ts'
import { PLAN_KIND } from './plan-rules.ts'
import { setPlanState } from './takedown-queries.ts'

const ADDRESS = /^\/konsultime\/plane\/([0-9a-f-]{36})(?:\.json|\/.*)?$/

/** All its versions are gone with it: every page of it asks for its state. */
export const planTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const plan = await holdPlan(tx, id)
    if (!plan) return 'no-such-record'
    if (plan.state !== 'published') return 'not-public'
    await setPlanState(tx, id, 'taken-down', at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    const plan = await holdPlan(tx, id)
    if (plan?.state !== 'taken-down') return 'no-such-record'
    await setPlanState(tx, id, 'published', at)
    return 'lifted'
  },
  recordsAt(_services, path) {
    const [, id = ''] = ADDRESS.exec(path) ?? []
    return Promise.resolve(isUuid(id) ? [refOf(PLAN_KIND, id)] : [])
  },
  publicName: async ({ db }, lang, id) => ((await findPlan(db, lang, id)) ? textsIn(lang).subjects.plan : null),
}
