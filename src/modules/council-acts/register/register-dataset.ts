import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { ACT_RECORD, GAP_NOTE_RECORD } from '../act-rules.ts'
import { ACT_COLUMNS, actRegisterTexts } from './act-column-texts.ts'
import { GAP_COLUMNS, gapRegisterTexts, RELATION_COLUMNS, relationRegisterTexts } from './gap-column-texts.ts'
import { listRegisterData, type RegisterWish } from './register-queries.ts'

const OF_COUNCILS = {
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  primaryKey: ['id'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
} as const

const acts = viewDataset({
  ...actRegisterTexts,
  ...OF_COUNCILS,
  name: 'aktet',
  columns: ACT_COLUMNS,
  filters: ['institution', 'kind', 'year', 'state', 'legality'],
  view: 'council_acts.open_acts',
  day: 'adopted_on',
  kinds: [ACT_RECORD],
  feedTitle: 'title',
})

/** The register as open data: acts, what they do to each other, and the numbers that are missing. */
export const actRegisters: readonly Dataset[] = [
  acts,
  viewDataset({
    ...relationRegisterTexts,
    ...OF_COUNCILS,
    name: 'lidhjet-e-akteve',
    columns: RELATION_COLUMNS,
    filters: ['institution', 'kind', 'state'],
    view: 'council_acts.open_act_relations',
    day: 'effective_on',
    kinds: [ACT_RECORD],
  }),
  viewDataset({
    ...gapRegisterTexts,
    ...OF_COUNCILS,
    name: 'boshlleqet-e-akteve',
    columns: GAP_COLUMNS,
    filters: ['institution', 'year'],
    view: 'council_acts.open_number_gaps',
    day: 'day',
    keyShape: /^[a-z0-9-]+:\d{4}:[^:]{0,40}:\d{9}$/,
    kinds: [ACT_RECORD, GAP_NOTE_RECORD],
  }),
]

const KEY = /^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/

/** The dataset of acts, narrowed as a reader narrowed the register: its files have the acts of the page. */
export const datasetOfSelection = (wish: RegisterWish): Dataset => ({
  ...acts,
  filters: [],
  page: async (db, { after, limit }) => {
    const [, day, id] = KEY.exec(after ?? '') ?? []
    const key = day !== undefined && id !== undefined ? { day, id } : null
    const rows = await listRegisterData(db, { ...wish, after: key, limit })
    return rows.map((one) => ({ key: `${one.day}.${one.id}`, row: one.row }))
  },
})
