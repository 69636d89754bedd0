import { findRule } from '#law/rules/rules.ts'
import type { Database } from '#platform/db/database.ts'
import { entered } from './ledger.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'

/** A term of its own that an institution works by where the law gives no number; set once. Only tests import this. */
export async function givenOwnTerm(db: Database, institutionId: string, ruleId: string, days: number): Promise<void> {
  const version = findRule(ruleId)?.version
  if (version === undefined) throw new Error(`test term of no rule: ${ruleId}`)
  await entered(
    db,
    termRecords,
    (tx) => tx`
      insert into platform.institution_terms
        (institution_id, rule_id, rule_version, kind, n, unit, basis, from_on, set_at)
      values (${institutionId}, ${ruleId}, ${version}, 'own', ${days}, 'd', 'Rregullorja e këshillit, neni 12', '2020-01-01', now())
      on conflict do nothing returning id`,
  )
}
