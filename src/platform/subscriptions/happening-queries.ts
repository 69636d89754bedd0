import type { Transaction } from '../db/database.ts'

export type NewHappening = {
  /** What people follow: the consultation, not its comment. A reference. */
  matter: string
  /** The matter itself, or what of it has a page. */
  subject: string
  /** `consultations.published` */
  kind: string
  institutionId: string
  at: Date
  /** What the sentence needs: days, numbers, labels. Never a name, never words of a citizen. */
  facts?: Readonly<Record<string, string>>
}

export async function insertHappening(
  tx: Transaction,
  { matter, subject, kind, institutionId, at, facts = {} }: NewHappening,
): Promise<void> {
  await tx`
    insert into platform.happenings (matter, subject, kind, institution_id, facts, happened_at)
    values (${matter}, ${subject}, ${kind}, ${institutionId}, ${tx.json(facts)}, ${at})`
}
