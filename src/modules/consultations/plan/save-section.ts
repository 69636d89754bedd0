import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { parseSection, type NumberedSection } from './content-rules.ts'
import { findMeasure, keepMeasureChoice, type MeasureChoice } from './measure-queries.ts'
import { holdPlan, listSections, touchPlan, updateSection, type HeldPlan, type SectionRow } from './plan-queries.ts'
import { PLAN_KIND } from './plan-rules.ts'
import { withMeasure, type MeasureAbout } from './rows-rules.ts'

export type SaveOutcome =
  | { kind: 'saved'; version: number }
  /** Somebody saved the section since it was opened: what they wrote stands in it now. */
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'taken-down' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-plan' }

export type SaveOrder = { id: string; fromVersion: number } & NumberedSection

/** One section of the draft. What is published stands as it is, until the next version. */
export const saveSection = (services: Services, official: Official, order: SaveOrder): Promise<SaveOutcome> =>
  services.db.begin(async (tx): Promise<SaveOutcome> => {
    const held = await holdForWriting(tx, official, order.id)
    if ('kind' in held) return held
    const standing = (await listSections(tx, order.id)).find(({ section }) => section === order.section)
    if (!standing) return { kind: 'no-such-plan' }
    if (standing.version !== order.fromVersion) {
      // The same form twice: it stands already.
      if (standing.version === order.fromVersion + 1 && isSame(standing, order))
        return { kind: 'saved', version: standing.version }
      return { kind: 'changed-meanwhile', version: standing.version }
    }
    const version = await write(tx, services, official, held, order)
    return { kind: 'saved', version }
  })

const isSame = (row: SectionRow, { content, section }: NumberedSection): boolean =>
  JSON.stringify(parseSection(section, row.content)) === JSON.stringify(parseSection(section, content))

async function holdForWriting(
  tx: Transaction,
  official: Official,
  id: string,
): Promise<HeldPlan | Extract<SaveOutcome, { kind: 'not-permitted' | 'no-such-plan' | 'taken-down' }>> {
  const plan = await holdPlan(tx, id)
  if (!plan) return { kind: 'no-such-plan' }
  if (!mayIn(official, may['plans.write'], plan.institutionId)) return { kind: 'not-permitted' }
  return plan.state === 'taken-down' ? { kind: 'taken-down' } : plan
}

async function write(
  tx: Transaction,
  services: Services,
  official: Official,
  plan: HeldPlan,
  order: NumberedSection,
): Promise<number> {
  const at = services.clock.now()
  const by = official.accountId
  const content = parseSection(order.section, order.content)
  const version = await updateSection(tx, { planId: plan.id, section: order.section, content, by, at })
  await touchPlan(tx, plan.id, order.section === 1 ? order.content.title : plan.title, at)
  const fields = [{ field: `plan-section-${order.section}`, from: null, to: null }]
  const { institutionId } = plan
  const subject = refOf(PLAN_KIND, plan.id)
  await recordChange(tx, { institutionId, subject, kind: 'changed', by: { accountId: by }, at, fields })
  return version
}

export type TakeOverOutcome =
  | { kind: MeasureChoice }
  | { kind: 'no-such-measure' }
  | Extract<SaveOutcome, { kind: 'not-permitted' | 'no-such-plan' | 'taken-down' }>

type MeasureOrder = { id: string; from: string; about: MeasureAbout; choice: MeasureChoice }

/**
 * An improvement measure of an earlier consultation of the same institution: taken over into the fifth section of this plan,
 * or left. Whether what was taken was kept is told in the monitoring of this plan.
 */
export const chooseMeasure = (services: Services, official: Official, order: MeasureOrder): Promise<TakeOverOutcome> =>
  services.db.begin(async (tx): Promise<TakeOverOutcome> => {
    const held = await holdForWriting(tx, official, order.id)
    if ('kind' in held) return held
    const { institutionId } = held
    const { id: planId, from: fromPlanId, about, choice } = order
    const measure = await findMeasure(tx, { institutionId, planId: fromPlanId, about })
    if (!measure || fromPlanId === planId) return { kind: 'no-such-measure' }
    const at = services.clock.now()
    const by = official.accountId
    await keepMeasureChoice(tx, { ...measure, institutionId, planId, fromPlanId, choice, at, by })
    if (choice === 'adopted') {
      const standing = (await listSections(tx, planId)).find(({ section }) => section === 5)
      const content = withMeasure(parseSection(5, standing?.content), measure)
      await write(tx, services, official, held, { section: 5, content })
    } else {
      const fields = [{ field: 'measure-declined', from: null, to: measure.words }]
      const subject = refOf(PLAN_KIND, planId)
      await recordChange(tx, { institutionId, subject, kind: 'changed', by: { accountId: by }, at, fields })
    }
    return { kind: choice }
  })
