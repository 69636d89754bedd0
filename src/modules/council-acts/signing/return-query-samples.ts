import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './return-queries.ts'

export const samples = {
  listReturns: [[ID]],
  returnIsOpen: [[ID]],
  findReturnStanding: [[ID]],
  findReturnByForm: [[ID]],
  insertReturn: [
    [
      {
        institutionId: ID,
        actId: ID,
        formId: ID,
        returnedOn: '2026-11-20',
        reasons: 'Bie ndesh me buxhetin.',
        protocol: null,
        at: MOMENT,
        by: null,
      },
    ],
  ],
  findOpenReturn: [[ID]],
  settleReturnRow: [[ID, { outcome: 'upheld', on: '2026-11-21', voteRef: null, note: null }]],
  listVotesSince: [[ID, '2026-11-20', 'Europe/Tirane']],
  findVote: [[ID, 'council.vote:1']],
} satisfies QuerySamples<typeof queries>
