import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { LEDGER_COLUMNS, registerTexts } from './open-data-texts.ts'

export const ledgerRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  viewDataset({
    ...registerTexts,
    name: 'ditari',
    themes: ['GOVE', 'TECH'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: LEDGER_COLUMNS,
    primaryKey: ['index'],
    filters: ['institution', 'kind', 'subject'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'platform.open_ledger_entries',
    day: 'at',
    keyShape: /^\d{1,15}$/,
  }),
]
