import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { KIND } from '../meeting-rules.ts'
import { MEETING_COLUMNS, registerTexts } from './column-texts.ts'

/** The register of meetings as open data, from what everybody may read: numbers, no names of those who came. */
export const meetingRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  viewDataset({
    ...registerTexts,
    name: 'takimet',
    themes: ['GOVE', 'SOCI'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: MEETING_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'state', 'meeting_kind', 'mode'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'meetings.open_meetings',
    day: 'first_day',
    feedTitle: 'title',
    kinds: [KIND],
  }),
]
