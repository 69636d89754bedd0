import { recordedKind } from '../ledger/recorded-kind.ts'
import { kindWords } from '../ledger/kind-texts.ts'

/** That something was taken away, when and on which ground. The note and the reason of its return are the office's own. */
export const takedownRecords = recordedKind({
  kind: 'platform.takedown',
  words: kindWords.takedown,
  view: 'platform.recorded_takedowns',
  shapes: [['id', 'institution_id', 'subject', 'of_subject', 'ground', 'content_gone', 'taken_at', 'lifted_at']],
})
