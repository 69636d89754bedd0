import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './calendar-queries.ts'

const basis = 'VKM nr. 1, datë 1.1.2026'
const entry = { jurisdiction: 'AL', enteredById: null, formId: ID } as const

export const samples = {
  listCalendarChanges: [['AL']],
  stoppingClosures: [[ID]],
  listEnteredChanges: [['XK', 50]],
  findEnteredChange: [[ID]],
  findChangeOfForm: [[ID]],
  lockCalendar: [['AL']],
  insertCalendarChange: [
    [
      {
        ...entry,
        change: { kind: 'added', day: '2026-12-24', names: { sq: 'Pushim', en: 'Day off' }, basis },
      },
      MOMENT,
    ],
    [{ ...entry, change: { kind: 'moved', holiday: 'eid-al-fitr', year: 2027, day: '2027-03-10', basis } }, MOMENT],
    [{ ...entry, change: { kind: 'dropped', holiday: 'eid-al-fitr', year: 2027, basis } }, MOMENT],
  ],
  setChangeWithdrawn: [[ID, { accountId: null, at: MOMENT }]],
} satisfies QuerySamples<typeof queries>
