import { listOwnKeys } from '#platform/ledger/receipts/receipt-queries.ts'
import type { Services } from '#platform/services.ts'

/** The keys that the page brings along: of this installation, those of former times too. */
export const viewOwnKeys = async ({ db }: Pick<Services, 'db'>): Promise<string[]> =>
  (await listOwnKeys(db)).map(({ vkey }) => vkey)
