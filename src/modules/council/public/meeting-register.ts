import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { ITEM_COLUMNS, itemRegisterTexts } from './item-column-texts.ts'
import { MEETING_COLUMNS, meetingRegisterTexts } from './meeting-column-texts.ts'

const OF_COUNCILS = {
  themes: ['GOVE'],
  licence: 'CC0-1.0',
  institutionId: null,
  primaryKey: ['id'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  day: 'day',
  kinds: [MEETING_KIND],
} as const

/** The register of meetings and that of their agendas as open data, from what everybody may read. */
export const meetingRegisters: readonly Dataset[] = [
  viewDataset({
    ...meetingRegisterTexts,
    ...OF_COUNCILS,
    name: 'mbledhjet',
    columns: MEETING_COLUMNS,
    filters: ['institution', 'body_kind', 'meeting_kind', 'state'],
    view: 'council.open_meetings',
    feedTitle: 'title',
  }),
  viewDataset({
    ...itemRegisterTexts,
    ...OF_COUNCILS,
    name: 'pikat-e-rendit',
    columns: ITEM_COLUMNS,
    filters: ['institution', 'item_kind', 'state', 'meeting'],
    view: 'council.open_agenda_items',
  }),
]
