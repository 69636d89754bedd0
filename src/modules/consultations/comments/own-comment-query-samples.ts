import { DIGEST, ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './own-comment-queries.ts'

export const samples = {
  findOwnByToken: [
    ['sq', DIGEST],
    ['en', DIGEST, { lock: true }],
  ],
  findOwnByContact: [
    ['sq', ID, ID],
    ['en', ID, ID, { lock: true }],
  ],
  findOwnById: [['sq', ID]],
  listOwnComments: [['sq', ID]],
  listCommentEvents: [[ID]],
} satisfies QuerySamples<typeof queries>
