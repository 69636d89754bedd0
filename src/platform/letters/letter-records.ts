import { recordedKind } from '../ledger/recorded-kind.ts'
import { LETTER_KIND } from './letter-subject.ts'
import { kindWords } from '../ledger/kind-texts.ts'

/** Of an issued letter what everybody may check: never whom it went to, what it says, or the code on the paper. */
export const letterRecords = recordedKind({
  kind: LETTER_KIND,
  words: kindWords.letter,
  view: 'platform.recorded_letters',
  shapes: [
    [
      'id',
      'institution_id',
      'year',
      'number',
      'kind',
      'issued_on',
      'state',
      'cancelled_at',
      'cancel_reason',
      'pdf_digest',
      'docx_digest',
      'about',
      'corrects',
      'corrected_by',
    ],
  ],
})
