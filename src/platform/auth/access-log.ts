import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { insertAccesses, type SeenRecord } from './access-log-queries.ts'
import { findAccessTerm, setAccessTerm } from './oversight-queries.ts'
import type { Official } from './visitor.ts'

/**
 * Notes that an official saw what is known of a private person: name, address, words that are not public. People can read
 * this about themselves (S0-5.3-07), so it is written before the page is answered. `what`: `opened`, `downloaded`,
 * `exported`.
 */
export async function noteAccess(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  seen: SeenRecord & { what: string },
): Promise<void> {
  await insertAccesses(db, { accountId: official.accountId, at: clock.now(), what: seen.what }, [seen])
}

/** The same of many records at once, as an export shows them. */
export async function noteAccesses(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  what: string,
  seen: readonly SeenRecord[],
): Promise<void> {
  if (seen.length > 0) await insertAccesses(db, { accountId: official.accountId, at: clock.now(), what }, seen)
}

/** How many months an institution keeps its log; null: without end. The term is its own: no law known to us sets one. */
export async function keepAccessesFor(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  institutionId: string,
  months: number | null,
): Promise<void> {
  const now = clock.now()
  await db.begin(async (tx) => {
    const before = await findAccessTerm(tx, institutionId)
    if (before === months) return
    await setAccessTerm(tx, institutionId, months, now)
    await recordChange(tx, {
      institutionId,
      subject: `institutions.institution:${institutionId}`,
      kind: 'access-term-set',
      by: { accountId: official.accountId },
      at: now,
      fields: [{ field: 'access-log-months', from: before?.toString() ?? null, to: months?.toString() ?? null }],
    })
  })
}
