import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { DOCUMENT_COLUMNS, registerTexts } from './open-data-texts.ts'

export const documentRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  viewDataset({
    ...registerTexts,
    name: 'dokumentet',
    themes: ['GOVE'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: DOCUMENT_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'role'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'platform.open_documents',
    day: 'added_at',
    feedTitle: 'title',
    kinds: ['platform.document'],
  }),
]
