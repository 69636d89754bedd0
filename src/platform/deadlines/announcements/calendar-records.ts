import { recordedKind } from '../../ledger/recorded-kind.ts'
import { kindWords } from '../../ledger/kind-texts.ts'

/** What a government has announced, for as long as it stands: it belongs to the whole installation. */
export const calendarChangeRecords = recordedKind({
  kind: 'platform.calendar-change',
  subjectKind: 'deadlines.calendar',
  words: kindWords.calendarChange,
  view: 'platform.recorded_calendar_changes',
  shapes: [['id', 'jurisdiction', 'kind', 'holiday', 'year', 'day', 'names', 'basis', 'entered_at']],
})
