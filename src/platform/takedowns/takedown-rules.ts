import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'

/** Why something published is taken away at once. Everybody reads the ground, never what it covered. */
export const TAKEDOWN_GROUNDS = ['personal-data', 'unlawful', 'court-order', 'published-by-mistake'] as const
export type TakedownGround = (typeof TAKEDOWN_GROUNDS)[number]

/**
 * What a record does when it is taken down: inside the one transaction of the deed it leaves every published view. The
 * documents that stand with it are taken down by the platform.
 */
export type TakeDown = (
  tx: Transaction,
  services: Services,
  order: { id: string; ground: TakedownGround; byAccountId: string; at: Date },
) => Promise<'taken-down' | 'not-public' | 'no-such-record'>
