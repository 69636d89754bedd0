import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-act-queries.ts'

const WANTED = { institution: 'prova', jurisdiction: 'AL', series: '', year: 2026, serial: 12 } as const

export const samples = {
  findPublishedAct: [['prova-decision-12-2026']],
  findWithdrawnAct: [['prova-decision-12-2026']],
  listFoundActs: [[[ID]], [[ID, ID]]],
  listPublicActIds: [
    [null, 10],
    [ID, 10],
  ],
  findSlugOfNumber: [[WANTED]],
} satisfies QuerySamples<typeof queries>
