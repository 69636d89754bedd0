import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './happening-queries.ts'

const happening = {
  matter: `consultations.consultation:${ID}`,
  subject: `consultations.consultation:${ID}`,
  kind: 'consultations.published',
  institutionId: ID,
  at: MOMENT,
}

export const samples = {
  insertHappening: [
    [happening],
    [{ ...happening, facts: { to: '2026-12-05' } }],
    [{ ...happening, alsoToldOf: 'consultations.consultation:x' }],
  ],
} satisfies QuerySamples<typeof queries>
