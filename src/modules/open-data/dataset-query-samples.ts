import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './dataset-queries.ts'

const COLUMN = {
  name: 'a',
  sq: 'A',
  en: 'A',
  type: 'string',
  unit: null,
  required: false,
  key: false,
  known: ['A'],
} as const
const WORDS = {
  titleSq: 'Shpenzimet',
  titleEn: 'Expenses',
  descriptionSq: 'Shpenzimet e bashkisë sipas viteve.',
  descriptionEn: 'Expenses of the municipality by year.',
  licence: 'CC-BY-4.0',
  sourceSq: null,
  sourceEn: null,
  themes: ['GOVE'],
  columns: [{ ...COLUMN, known: ['A'] }],
}

export const samples = {
  findDataset: [[ID]],
  holdDataset: [[ID]],
  listDatasets: [
    [{ institutions: null, state: null }, null, 51],
    [{ institutions: [ID], state: 'draft' }, { at: MOMENT, id: ID }, 51],
  ],
  listOpenDatasets: [[null], [[ID]]],
  insertDataset: [[{ ...WORDS, institutionId: ID, submissionId: ID, slug: 'prova-a', createdBy: null, at: MOMENT }]],
  findSubmittedDataset: [[ID]],
  updateDataset: [[ID, WORDS, MOMENT]],
  moveToPublished: [[ID, MOMENT]],
  moveToWithdrawn: [[ID, 'gabim', MOMENT]],
  takeDataset: [[ID, MOMENT]],
  restoreDataset: [[ID, MOMENT]],
  findDatasetAt: [['prova-a']],
  findWithdrawnAt: [['prova-a']],
  listDatasetSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
