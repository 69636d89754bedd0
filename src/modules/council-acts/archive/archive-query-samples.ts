import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './archive-queries.ts'

export const samples = {
  findArchive: [[ID]],
  findArchiveByForm: [[ID]],
  holdArchive: [[ID]],
  findBroken: [[ID, 'jsonl', '0'.repeat(64)]],
  listArchives: [
    [null, null, 26],
    [[ID], { at: MOMENT, id: ID }, 26],
  ],
  listArchiveLines: [
    [ID, 'doubt', null, 51],
    [ID, 'refused', '12', 51],
  ],
  holdArchiveLine: [['12']],
  sumArchiveLines: [[ID]],
  countDoubleNumbers: [[ID]],
  listHighestNumbers: [[ID, 2026]],
  listTopicWords: [[ID]],
  listBodyNames: [[ID]],
  listArchiveNames: [[[ID]]],
} satisfies QuerySamples<typeof queries>
