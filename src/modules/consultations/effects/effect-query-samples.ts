import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './effect-queries.ts'

const wish = { consultationId: ID, versionId: ID, sinceId: null, nodeIds: null }

export const samples = {
  listEffectsOfAnswers: [[[ID]], [[ID, ID]]],
  listEffectsOfConsultation: [
    [ID, null],
    [ID, ID],
  ],
  listEffectsUpTo: [[wish], [{ ...wish, sinceId: ID }], [{ ...wish, nodeIds: [ID] }]],
  listSaid: [[[ID], 3]],
} satisfies QuerySamples<typeof queries>
