import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { linkRecords } from '#platform/links/link-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import type { ActKind } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { copiedSections, emptySections, parseSection, SECTIONS, type SectionContents } from './content-rules.ts'
import {
  findPlan,
  findPlanOf,
  holdConsultation,
  insertPlan,
  insertSection,
  listSections,
  type SectionRow,
} from './plan-queries.ts'
import { PLAN_KIND } from './plan-rules.ts'

export type StartOrder = {
  id: string
  institutionId: string
  title: string
  actKind: ActKind
  /** An earlier plan of the same institution, whose ways and means are taken over. */
  copyFrom: string | null
  consultationId: string | null
}

export type StartOutcome =
  | { kind: 'started'; id: string }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-plan-to-copy' }
  | { kind: 'no-such-consultation' }
  /** Its consultation has one. */
  | { kind: 'has-a-plan'; planId: string }

/** A draft with its five sections; the same form twice is one plan. */
export async function startPlan(services: Services, official: Official, order: StartOrder): Promise<StartOutcome> {
  if (!mayIn(official, may['plans.write'], order.institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<StartOutcome> => {
    const refused = await refusalOfConsultation(tx, order)
    if (refused) return refused
    const from = order.copyFrom === null ? null : await findPlan(tx, 'sq', order.copyFrom)
    if (order.copyFrom !== null && from?.institutionId !== order.institutionId) return { kind: 'no-such-plan-to-copy' }
    const { title, actKind } = order
    const sections = from
      ? copiedSections(sectionsOfRows(await listSections(tx, from.id)), title, actKind)
      : emptySections(title, actKind)
    return write(tx, services, official, { ...order, copyFrom: from?.id ?? null }, sections)
  })
}

async function refusalOfConsultation(tx: Transaction, order: StartOrder): Promise<StartOutcome | null> {
  if (order.consultationId === null) return null
  const consultation = await holdConsultation(tx, order.consultationId)
  if (consultation?.institutionId !== order.institutionId) return { kind: 'no-such-consultation' }
  const standing = await findPlanOf(tx, consultation.id)
  return standing && standing.id !== order.id ? { kind: 'has-a-plan', planId: standing.id } : null
}

async function write(
  tx: Transaction,
  services: Services,
  official: Official,
  { id, institutionId, title, copyFrom, consultationId }: StartOrder,
  sections: SectionContents,
): Promise<StartOutcome> {
  const at = services.clock.now()
  const by = official.accountId
  if (!(await insertPlan(tx, { id, institutionId, title, copiedFromId: copyFrom, by, at }))) {
    // Of another institution it would be somebody else's plan under a number that was made up.
    const standing = await findPlan(tx, 'sq', id)
    return standing?.institutionId === institutionId ? { kind: 'started', id } : { kind: 'not-permitted' }
  }
  for (const section of SECTIONS) await insertSection(tx, { planId: id, section, content: sections[section], by, at })
  const subject = refOf(PLAN_KIND, id)
  await recordChange(tx, { institutionId, subject, kind: 'created', by: { accountId: by }, at })
  if (consultationId !== null) {
    const to = refOf(CONSULTATION_KIND, consultationId)
    await linkRecords(tx, { institutionId, from: subject, to, kind: 'plan-of', by: { accountId: by }, at })
  }
  return { kind: 'started', id }
}

/** Every plan has all five from its beginning. */
export function sectionsOfRows(rows: readonly SectionRow[]): SectionContents {
  const content = (section: number): unknown => rows.find((row) => row.section === section)?.content
  return {
    1: parseSection(1, content(1)),
    2: parseSection(2, content(2)),
    3: parseSection(3, content(3)),
    4: parseSection(4, content(4)),
    5: parseSection(5, content(5)),
  }
}
