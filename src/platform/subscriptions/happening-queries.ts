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
  /**
   * The matter that tells the same deed in words of its own. Then this line is for whoever follows its own matter alone:
   * who follows a topic or an institution hears of the deed once.
   */
  alsoToldOf?: string
}

export async function insertHappening(
  tx: Transaction,
  { matter, subject, kind, institutionId, at, facts = {}, alsoToldOf }: NewHappening,
): Promise<void> {
  await tx`
    insert into platform.happenings (matter, subject, kind, institution_id, facts, happened_at)
    values (${matter}, ${subject}, ${kind}, ${institutionId}, ${tx.json({ ...facts, ...(alsoToldOf !== undefined && { 'also-told-of': alsoToldOf }) })}, ${at})`
}
