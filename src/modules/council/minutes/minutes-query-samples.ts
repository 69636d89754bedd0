import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './minutes-queries.ts'
import type { MinutesRecord } from './minutes-rules.ts'

// What the record holds does not matter to the statement.
const RECORD = { blocks: [] } as unknown as MinutesRecord
const VERSION = {
  meetingId: ID,
  institutionId: ID,
  formId: ID,
  title: 'Mbledhja e provës',
  record: RECORD,
  whole: RECORD,
  words: '',
  reason: null,
  at: MOMENT,
  by: ID,
}

export const samples = {
  findMinutes: [[ID]],
  holdMinutes: [[ID]],
  holdMeetingOfMinutes: [[ID]],
  insertMinutes: [[{ meetingId: ID, institutionId: ID, signatures: [], at: MOMENT, by: null }]],
  listSigners: [[ID]],
  saveMinutes: [[ID, { opening: '', ending: '', signatures: [], at: MOMENT, by: null }]],
  saveItemWords: [[{ meetingId: ID, institutionId: ID }, [{ id: ID, words: 'Prova' }], MOMENT]],
  markProposed: [[ID, MOMENT, null]],
  markWithdrawn: [[ID, MOMENT, null]],
  markApproved: [[ID, { on: '2026-12-15', meetingId: null, voteId: null, note: null, at: MOMENT, by: null }]],
  insertMinutesVersion: [[{ ...VERSION, state: 'proposed' }], [{ ...VERSION, state: 'approved' }]],
  listMinutesVersions: [[ID]],
  findWholeVersion: [
    [ID, null],
    [ID, 1],
  ],
  listApprovingVotes: [[ID]],
  listWaitingMinutes: [
    [null, 10],
    [[ID], 10],
  ],
  hideVersions: [[ID]],
  setMinutesTaken: [
    [ID, MOMENT],
    [ID, null],
  ],
} satisfies QuerySamples<typeof queries>
