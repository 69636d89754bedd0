import type { Transaction } from '#platform/db/database.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import type { ConsultationHappening } from './texts.sq.ts'

type Told = {
  id: string
  institutionId: string
  kind: ConsultationHappening
  at: Date
  /** Days and numbers; what is null is left out. */
  facts?: Readonly<Record<string, string | number | null>>
}

/** Tells whoever follows a consultation, in the deed's own transaction, what was done to it. */
export async function tellOfConsultation(
  tx: Transaction,
  { id, institutionId, kind, at, facts = {} }: Told,
): Promise<void> {
  const matter = refOf(CONSULTATION_KIND, id)
  const given = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as const],
  )
  await tellHappening(tx, {
    matter,
    subject: matter,
    kind: `consultations.${kind}`,
    institutionId,
    at,
    facts: Object.fromEntries(given),
  })
}
