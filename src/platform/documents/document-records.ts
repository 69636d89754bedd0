import { recordedKind } from '../ledger/recorded-kind.ts'
import { kindWords } from '../ledger/kind-texts.ts'

/** Public papers of the archive. Documents of other records are vouched for with those. */
export const documentRecords = recordedKind({
  kind: 'platform.document',
  words: kindWords.document,
  view: 'platform.recorded_documents',
  shapes: [
    [
      'id',
      'institution_id',
      'subject',
      'role',
      'title',
      'lang',
      'decorative',
      'happened_on',
      'happened_precision',
      'added_at',
      'words',
      'files',
    ],
  ],
})
