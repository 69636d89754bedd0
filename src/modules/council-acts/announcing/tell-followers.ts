import type { Transaction } from '#platform/db/database.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import type { Act } from '../act-queries.ts'
import { ACT_RECORD, isPublic, numberOf, type ActEventKind } from '../act-rules.ts'

type Told = { kind: ActEventKind; at: Date; facts?: Readonly<Record<string, string>> }

/** Whoever follows it hears of what happened: its number and the day, no word of it. Of a draft nobody hears. */
export async function tellFollowers(tx: Transaction, act: Act, { kind, at, facts = {} }: Told): Promise<void> {
  if (!isPublic(act.state)) return
  const subject = refOf(ACT_RECORD, act.id)
  const number = numberOf(act)
  await tellHappening(tx, {
    matter: subject,
    subject,
    kind: `council-acts.${kind}`,
    institutionId: act.institutionId,
    at,
    facts: { ...(number === null ? {} : { number }), ...facts },
  })
}
