import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './activity-queries.ts'

export const samples = {
  listActivities: [['sq', ID]],
  insertActivity: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        section: 'meeting',
        ordinal: 1,
        dateFrom: '2023-05-09',
        dateTo: '2023-05-10',
        place: 'Tiranë',
        words: { sq: { title: 'Takim', text: null } },
      },
    ],
  ],
  findConsultationBySlug: [['prova-2026-1']],
} satisfies QuerySamples<typeof queries>
