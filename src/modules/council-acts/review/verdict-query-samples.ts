import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './verdict-queries.ts'

export const samples = {
  listVerdicts: [[[ID]]],
  listSendings: [[[ID]]],
  listReExaminations: [[[ID]]],
  insertVerdict: [
    [
      {
        institutionId: ID,
        actId: ID,
        transmittalId: null,
        formId: null,
        kind: 'conform',
        decidedOn: '2026-11-20',
        protocol: '12',
        reasons: null,
        effectiveOn: null,
        forceToBefore: null,
        enteredAs: 'secretary',
        replacesId: null,
        enteredAt: MOMENT,
        by: null,
      },
    ],
  ],
  countVerdictsOfForms: [[[ID]]],
  insertReExamination: [
    [
      {
        institutionId: ID,
        formId: ID,
        actId: ID,
        outcome: 'adopted-again',
        decidedOn: '2026-11-20',
        voteRef: null,
        words: 'U miratua përsëri.',
        enteredAt: MOMENT,
        by: null,
      },
    ],
  ],
  setLegality: [
    [ID, { legality: 'sent' }],
    [ID, { legality: 'annulled', inForceTo: '2026-11-20' }],
  ],
  listVotesSince: [[{ institutionId: ID, since: '2026-11-01' }, 10]],
  findRoleEmail: [[ID, 'council-secretary']],
  findTextVersion: [[ID]],
  findPlainText: [[ID]],
} satisfies QuerySamples<typeof queries>
