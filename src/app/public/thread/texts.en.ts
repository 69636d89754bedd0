import type { ThreadPageTexts } from './texts.sq.ts'

export const en: ThreadPageTexts = {
  lead: 'Everything public that belongs to the same matter, from the yearly plan to its end, each with what it is to its neighbour.',
  alone: 'Nothing else that is public is linked with this record.',
  back: 'To the page of the record',
  data: 'As data (JSON)',
  api: {
    summary: 'The thread of a matter',
    description:
      'Everything public that is linked with a record, however far: the records in the order of the life of the matter, and the links among them.',
    ref: 'Reference of the record, as consultations.consultation:<id>; found in the search and at /rruga.json',
  },
}
