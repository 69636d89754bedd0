import type { Transaction } from '../db/database.ts'
import { readSetting } from '../institutions/institution-settings-queries.ts'
import { isOperator, type Authority } from './account-rules.ts'
import type { RoleGrant } from './visitor.ts'

/**
 * Whether one administrator alone must not touch this person's ways in. Where an institution wants two people to give a
 * right, nobody may become a colleague either, by moving the address to a mailbox of their own and taking away the factor.
 */
export async function isForTheOperator(
  tx: Transaction,
  by: Authority,
  accountId: string,
  held: readonly RoleGrant[],
): Promise<boolean> {
  if (by === 'command-line' || by.accountId === accountId || isOperator(by)) return false
  for (const institutionId of new Set(held.flatMap((grant) => grant.institutionId ?? []))) {
    if (await readSetting(tx, institutionId, 'two-person-rule')) return true
  }
  return false
}
