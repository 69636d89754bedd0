import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './proposal-queries.ts'

const proposal = {
  institutionId: ID,
  accountId: ID,
  proposedBy: ID,
  proposedAt: MOMENT,
  expiresAt: MOMENT,
  formId: ID,
  validFrom: MOMENT,
  validTo: null,
}

export const samples = {
  insertProposal: [
    [{ ...proposal, kind: 'role', role: 'clerk', bodyId: null }],
    [{ ...proposal, kind: 'substitution', absentId: ID, startsOn: '2026-12-01', endsOn: '2026-12-08' }],
  ],
  hasOpenRoleProposal: [
    [ID, 'clerk', { institutionId: ID, bodyId: null }, MOMENT],
    [ID, 'clerk', { institutionId: ID, bodyId: ID }, MOMENT],
  ],
  lockProposal: [[ID]],
  setProposalDecided: [[ID, 'confirmed', ID, MOMENT]],
  listOpenProposals: [
    [[ID], MOMENT],
    [null, MOMENT, ID],
  ],
  countOpenProposals: [
    [[ID], ID, MOMENT],
    [null, ID, MOMENT],
  ],
} satisfies QuerySamples<typeof queries>
