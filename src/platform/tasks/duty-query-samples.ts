import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './duty-queries.ts'

export const samples = {
  listDutyInstitutions: [[]],
  isClosedOn: [[ID, '2026-11-28']],
  listDutyPeople: [[ID, ['clerk'], { day: '2026-11-23', now: MOMENT }]],
  findLastDutyLetter: [[ID]],
  listDuties: [[ID, ['clerk'], MOMENT]],
  insertDutyLetter: [[{ accountId: ID, institutionId: ID, day: '2026-11-23' }, MOMENT]],
  deleteDutyLettersBefore: [['2026-08-01']],
  findDutyChoice: [[ID]],
  writeDutyChoice: [[ID, { wanted: false, lang: 'en' }, MOMENT]],
} satisfies QuerySamples<typeof queries>
