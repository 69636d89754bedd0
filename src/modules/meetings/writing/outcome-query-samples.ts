import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './outcome-queries.ts'

const outcome = {
  meetingId: ID,
  institutionId: ID,
  formId: ID,
  words: 'Të hartohet një relacion',
  wordsEn: null,
  at: MOMENT,
} as const

export const samples = {
  listOutcomes: [[ID]],
  insertOutcome: [
    [{ ...outcome, kind: 'decision', role: null, dueOn: null }],
    [{ ...outcome, kind: 'conclusion', role: 'clerk', dueOn: '2026-12-30' }],
  ],
  setOutcomeTask: [[ID, ID]],
  writeAttendance: [
    [ID, { attendance: null, participants: [], at: MOMENT, writtenUp: MOMENT }],
    [
      ID,
      {
        attendance: [{ sector: 'citizen', total: 3, women: 2, men: 1 }],
        participants: [{ kind: 'organisation', words: 'UNHCR' }],
        at: MOMENT,
        writtenUp: MOMENT,
      },
    ],
  ],
  draftMinutes: [[ID, { whole: 'Fjalë', items: [{ id: ID, words: '' }] }]],
  publishDraftMinutes: [[ID, MOMENT]],
  countChanged: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
