import { mayIn } from '../auth/permissions.ts'
import type { Official, Role } from '../auth/visitor.ts'
import type { ChangedBy } from '../history/record-change.ts'

/** Who does a deed: an official by their rights, or the operator at the machine itself. */
export type Hand = Official | 'command-line' | 'program'

export const mayAct = (hand: Hand, roles: readonly Role[], institutionId: string): boolean =>
  typeof hand === 'string' || mayIn(hand, roles, institutionId)

/** For what belongs to no institution yet: a role held in one of them does not help. */
export const mayActEverywhere = (hand: Hand, roles: readonly Role[]): boolean =>
  typeof hand === 'string' || hand.roles.some((grant) => roles.includes(grant.role) && grant.institutionId === null)

export const changedBy = (hand: Hand): ChangedBy => (typeof hand === 'string' ? hand : { accountId: hand.accountId })
