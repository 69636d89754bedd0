import type { Transaction } from '../db/database.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { letterRecords } from './letter-records.ts'
import { holdOfficialLetter, type OfficialLetter } from './official-letter-queries.ts'

/** What everybody may check of an issued letter, and of the one it corrects: that one says so too. */
export async function enterLetter(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { id, correctsId }: Pick<OfficialLetter, 'id' | 'correctsId'>,
): Promise<void> {
  if (correctsId !== null) await holdOfficialLetter(tx, correctsId)
  await appendToLedger(tx, services, { kind: letterRecords, ids: correctsId === null ? [id] : [id, correctsId] })
}
