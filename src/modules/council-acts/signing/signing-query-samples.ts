import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './signing-queries.ts'

export const samples = {
  setSigners: [[ID, { chairName: 'Lule Provë', secretaryName: null, signedOn: '2026-11-20' }]],
  listSignatureChecks: [[ID]],
  findCheckByForm: [[ID]],
  findEventByForm: [[ID]],
  insertSignatureCheck: [
    [
      {
        documentId: ID,
        institutionId: ID,
        actId: ID,
        formId: ID,
        way: 'electronic',
        report: {},
        reason: null,
        at: MOMENT,
        by: null,
      },
    ],
  ],
  listSignersOn: [[ID, '2026-11-20']],
  findLastSecretary: [[ID]],
  findCouncil: [[ID]],
  findPaperText: [[ID]],
  listPublishedSignatures: [[ID]],
  findPublishedSigners: [[ID]],
} satisfies QuerySamples<typeof queries>
