import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type Change } from '#platform/history/record-change.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { ActHappening } from './texts.sq.ts'
import { PLANNED_ACT_KIND } from './year-rules.ts'

type Told = {
  id: string
  institutionId: string
  kind: ActHappening
  at: Date
  /** Days and months; what is null is left out. */
  facts?: Readonly<Record<string, string | null>>
  /** The consultation whose publication tells the same. */
  alsoToldOf?: string
}

/** Tells whoever follows a planned act, in the deed's own transaction, what became of it. */
export async function tellOfPlannedAct(
  tx: Transaction,
  { id, institutionId, kind, at, facts = {}, alsoToldOf }: Told,
): Promise<void> {
  const matter = refOf(PLANNED_ACT_KIND, id)
  const given = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  await tellHappening(tx, {
    matter,
    subject: matter,
    kind: `consultations.act-${kind}`,
    institutionId,
    at,
    facts: Object.fromEntries(given),
    ...(alsoToldOf !== undefined && { alsoToldOf }),
  })
}

/** One line in the history of a planned act. */
export const recordOfPlannedAct = (
  tx: Transaction,
  { id, ...change }: Omit<Change, 'subject'> & { id: string },
): Promise<void> => recordChange(tx, { ...change, subject: refOf(PLANNED_ACT_KIND, id) })
