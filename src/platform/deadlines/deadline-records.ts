import { recordedKind } from '../ledger/recorded-kind.ts'
import { kindWords } from '../ledger/kind-texts.ts'

/**
 * Every deadline that may stand on the public board, from its start on; whose it is in the office is no part of it. Of a
 * record that was taken down nobody reads the deadline either.
 */
export const deadlineRecords = recordedKind({
  kind: 'platform.deadline',
  words: kindWords.deadline,
  view: 'platform.recorded_deadlines',
  shapes: [
    [
      'id',
      'institution_id',
      'subject',
      'kind',
      'slot',
      'basis',
      'rule_id',
      'rule_version',
      'term_id',
      'n',
      'unit',
      'jurisdiction',
      'started_on',
      'started_at',
      'chosen_on',
      'pauses',
      'paused_on',
      'opens_on',
      'work_by',
      'due_on',
      'due_at',
      'published_at',
      'estimated',
      'state',
      'ended_at',
      'changed_at',
    ],
  ],
})
