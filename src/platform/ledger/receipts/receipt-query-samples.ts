import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './receipt-queries.ts'

const SUBJECT = `consultations.comment:${ID}`

export const samples = {
  findReceiptEntry: [['consultations.received-comment', SUBJECT, 1]],
  listLaterEntries: [[SUBJECT, '1']],
  listReceiptKeys: [[1]],
  listOwnKeys: [[]],
  listReceiptVersions: [['consultations.received-comment', SUBJECT]],
} satisfies QuerySamples<typeof queries>
