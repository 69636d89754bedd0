import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './ledger-figure-queries.ts'

export const samples = {
  findLedgerFigures: [[]],
  isBackupLate: [[MOMENT]],
  findBackupFigure: [[]],
} satisfies QuerySamples<typeof queries>
