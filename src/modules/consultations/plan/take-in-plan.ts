import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { linkRecords } from '#platform/links/link-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import type { ConsultationPlan } from '../history/plan-rules.ts'
import { SECTIONS, sectionsOf } from './content-rules.ts'
import { contentOfPaper } from './plan-of-paper-rules.ts'
import { findPlanOf, holdPlan, insertPlan, insertSection } from './plan-queries.ts'
import { PLAN_KIND } from './plan-rules.ts'
import { makePlanPublic } from './publish-plan.ts'

/** The filled form as a plan of its own, published and linked with its consultation. False where it has one already. */
export async function takeInPlan(
  tx: Transaction,
  services: Services,
  { institutionId, consultationId, paper }: { institutionId: string; consultationId: string; paper: ConsultationPlan },
): Promise<boolean> {
  if (await findPlanOf(tx, consultationId)) return false
  const at = services.clock.now()
  const id = randomUUID()
  const content = contentOfPaper(paper)
  const sections = sectionsOf(content)
  await insertPlan(tx, { id, institutionId, title: content.scope.title, copiedFromId: null, by: null, at })
  for (const section of SECTIONS)
    await insertSection(tx, { planId: id, section, content: sections[section], by: null, at })
  const from = refOf(PLAN_KIND, id)
  await recordChange(tx, { institutionId, subject: from, kind: 'imported', by: 'command-line', at })
  const to = refOf(CONSULTATION_KIND, consultationId)
  await linkRecords(tx, { institutionId, from, to, kind: 'plan-of', by: 'command-line', at })
  const plan = await holdPlan(tx, id)
  if (!plan) throw new Error(`Plan ${id} is gone inside its own transaction`)
  await makePlanPublic(tx, services, plan, content, { by: null, reason: null })
  return true
}
