import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './older-queries.ts'

const ACT = {
  id: ID,
  formId: ID,
  title: 'Për tregun',
  titleEn: null,
  serial: 1,
  year: 2025,
  series: '',
  slug: 'prova-vendim-1-2025',
  adoptedOn: '2025-03-10',
  announcedOn: '2025-03-16',
  inForceFrom: '2025-03-26',
  meetingRef: `council.meeting:${ID}`,
  voteRef: `council.vote:${ID}`,
  paperRef: null,
  words: 'Neni 1',
  at: MOMENT,
}

export const samples = {
  insertOlderActs: [[{ institutionId: ID, bodyId: ID, accountId: ID }, [ACT]]],
} satisfies QuerySamples<typeof queries>
