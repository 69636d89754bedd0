import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './recording-queries.ts'

const FACTS = {
  kind: 'video',
  url: 'https://video.example/1',
  title: null,
  startsAt: MOMENT,
  seconds: 3600,
  closedPartsCut: false,
} as const

export const samples = {
  listRecordings: [[ID]],
  holdRecording: [[ID, ID]],
  insertRecording: [[{ facts: FACTS, institutionId: ID, meetingId: ID, formId: ID, at: MOMENT }]],
  updateRecording: [[ID, FACTS, MOMENT]],
  doubtCuts: [[ID, MOMENT]],
  markPublished: [[ID, MOMENT]],
  markRemoved: [[ID, MOMENT]],
  touchRecording: [[ID, MOMENT]],
  listMarks: [[[ID]], [[ID, ID]]],
  replaceMarks: [[ID, [{ itemId: ID, voteId: null, seconds: 12 }]]],
  listSubtitles: [[[ID]], [[ID, ID]]],
  replaceSubtitle: [
    [
      {
        institutionId: ID,
        recordingId: ID,
        lang: 'sq',
        madeBy: 'person',
        fileName: 'titrat.vtt',
        cues: [{ fromMs: 0, toMs: 1000, words: 'Mirë se erdhët' }],
        at: MOMENT,
      },
    ],
  ],
  listMoments: [[[ID]], [[ID, ID]]],
  listClosedStretches: [[[ID]], [[ID, ID]]],
  hadClosedParts: [[ID]],
} satisfies QuerySamples<typeof queries>
