import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { insertConsultationEvent, raiseVersion, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { recordOfConsultation } from '../record-history.ts'
import { textsIn } from '../texts.ts'

type Noted = {
  kind:
    | 'notice-changed'
    | 'co-leader-added'
    | 'co-leader-ended'
    | 'posting-added'
    | 'posting-changed'
    | 'posting-removed'
    | 'invited'
  fields?: FieldChange[]
  /** Everybody reads among the changes of the page that something was put right, and who follows is told. */
  corrects?: boolean
}

/** The end of every deed about a notice: what is public is corrected visibly; history, then the record. */
export async function noteNotice(
  tx: Transaction,
  services: Services,
  official: Official,
  current: OfficeConsultation,
  { kind, fields = [], corrects = false }: Noted,
): Promise<void> {
  const at = services.clock.now()
  const { id, institutionId } = current
  if (corrects && current.state !== 'draft') {
    const version = await raiseVersion(tx, id, at)
    const event = { institutionId, consultationId: id, kind: 'corrected', version, at, by: official.accountId } as const
    const wordsIn = (lang: 'sq' | 'en'): Record<string, string> => textsIn(lang).changeWords.kinds
    const said = (lang: 'sq' | 'en') => `${wordsIn(lang)[kind] ?? kind}.`
    await insertConsultationEvent(tx, { ...event, reason: said('sq'), reasonEn: said('en') })
    await tellOfConsultation(tx, { id, institutionId, kind: 'corrected', at })
  }
  await recordOfConsultation(tx, { institutionId, id, kind, by: official, at, fields })
  await enterConsultation(tx, services, id)
}
