import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './record-queries.ts'

const KIND = 'consultations.comment'
const SUBJECT = `${KIND}:${ID}`

export const samples: QuerySamples<typeof queries> = {
  findVouching: [[KIND, [SUBJECT]]],
  findVouchingVersions: [[KIND, [{ subject: SUBJECT, version: 1 }]]],
  listStanding: [[{ kinds: [KIND], everyVersion: [] }, 0, 10]],
  countKinds: [[]],
  listErased: [[10]],
}
