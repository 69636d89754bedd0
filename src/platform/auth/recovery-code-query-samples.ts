import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './recovery-code-queries.ts'

export const samples = {
  findRecoveryCodes: [[ID]],
  findCodeForm: [[ID]],
  replaceCodes: [[{ accountId: ID, formDigest: DIGEST, digests: [DIGEST], now: MOMENT }]],
  spendRecoveryCode: [[ID, DIGEST, MOMENT]],
  deleteCodes: [[ID]],
} satisfies QuerySamples<typeof queries>
