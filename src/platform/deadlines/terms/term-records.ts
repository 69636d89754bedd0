import { recordedKind } from '../../ledger/recorded-kind.ts'
import { kindWords } from '../../ledger/kind-texts.ts'

/** What an institution has set about a rule, with its end: it holds for clocks that ran by it. */
export const termRecords = recordedKind({
  kind: 'platform.institution-term',
  words: kindWords.term,
  view: 'platform.recorded_terms',
  shapes: [
    [
      'id',
      'institution_id',
      'rule_id',
      'rule_version',
      'kind',
      'n',
      'unit',
      'first_day',
      'roll',
      'basis',
      'from_on',
      'until_on',
      'set_at',
    ],
  ],
})
