import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './agenda-queries.ts'

const OF = { id: ID, institutionId: ID }

export const samples = {
  replaceDays: [[OF, [{ day: '2026-12-15', from: '10:00', to: null }]]],
  listDays: [[[ID]], [[ID, ID]]],
  listAgenda: [[ID]],
  deleteItemsBut: [[ID, [ID]]],
  writeItem: [
    [OF, { id: null, ordinal: 1, from: '10:00', title: 'Hapja' }],
    [OF, { id: ID, ordinal: 1, from: null, title: 'Hapja' }],
  ],
  listBodiesOf: [['en', ID]],
  listBodyChoices: [['sq', [ID]]],
  replaceBodies: [[OF, [ID]]],
} satisfies QuerySamples<typeof queries>
