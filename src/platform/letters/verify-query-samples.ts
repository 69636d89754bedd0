import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './verify-queries.ts'

export const samples = {
  findByCheckCode: [['sq', '7K3MQ9TB42XD']],
  findByFileDigest: [['en', DIGEST.toString('hex')]],
  insertLetterLink: [[{ digest: DIGEST, institutionId: ID, letterId: ID, at: MOMENT }]],
  endLetterLinks: [[[ID], MOMENT]],
  findLetterByLink: [[DIGEST]],
  forgetWayTo: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
