import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './paper-queries.ts'

export const samples = {
  findPublishedPaper: [['en', ID]],
  listPapersByIds: [['sq', [ID, ID]]],
  listPublicPaperIds: [
    [null, 10],
    [ID, 10],
  ],
  listMeetingsOfPapers: [['en', [ID]]],
  listMeetingSubjects: [['en', [ID]]],
  listPaperSubjects: [['en', [ID]]],
} satisfies QuerySamples<typeof queries>
