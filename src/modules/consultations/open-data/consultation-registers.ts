import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { COMMENT_COLUMNS, CONSULTATION_COLUMNS, CONSULTATION_DOCUMENT_COLUMNS } from './column-texts.ts'
import { registerTexts } from './register-texts.ts'

/** The registers of this module as open data, from what everybody may read. */
export const consultationRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  viewDataset({
    ...registerTexts.consultations,
    name: 'konsultimet',
    themes: ['GOVE', 'JUST'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: CONSULTATION_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'state', 'act_kind'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'consultations.open_consultations',
    day: 'opens_on',
    feedTitle: 'title',
    kinds: ['consultations.consultation'],
  }),
  viewDataset({
    ...registerTexts.comments,
    name: 'komentet',
    themes: ['GOVE', 'SOCI'],
    licence: 'CC-BY-4.0',
    institutionId: null,
    columns: COMMENT_COLUMNS,
    primaryKey: ['code'],
    filters: ['institution', 'consultation'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'consultations.open_comments',
    day: 'sent_at',
    keyShape: /^[0-9A-Z-]{4,40}$/,
    feedTitle: 'code',
    kinds: ['consultations.comment', 'consultations.consultation'],
    personal: true,
  }),
  viewDataset({
    ...registerTexts.documents,
    name: 'dokumentet-e-konsultimeve',
    themes: ['GOVE'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: CONSULTATION_DOCUMENT_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'consultation', 'role'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'consultations.open_documents',
    day: 'added_at',
    feedTitle: 'title',
    kinds: ['consultations.consultation'],
  }),
]
