import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { feedbackRegister } from '../answers/answer-register.ts'
import { ANSWER_COLUMNS, answersRegister } from '../questions/register-texts.ts'
import { COMMENT_COLUMNS, CONSULTATION_COLUMNS } from './column-texts.ts'
import { COMMENT_GROUP_COLUMNS, CONSULTATION_DOCUMENT_COLUMNS } from './beside-column-texts.ts'
import { effectsRegister } from '../effects/effects-register.ts'
import { monitoringRegister } from '../monitoring/monitoring-register.ts'
import { planRegister } from '../plan/plan-register.ts'
import { registerTexts } from './register-texts.ts'
import { reportRegister } from '../report/report-register.ts'
import { satisfactionRegister } from '../telling/satisfaction-register.ts'
import { yearReportRegister } from '../transparency/year-reports-at-door.ts'
import { plannedActRegister } from '../year/planned-acts-at-door.ts'

/** The registers of this module as open data, from what everybody may read. */
export const consultationRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

/** The consultations themselves; the register that people read is a selection of it. */
export const consultationsRegister: Dataset = viewDataset({
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
})

const REGISTERS: readonly Dataset[] = [
  plannedActRegister,
  planRegister,
  monitoringRegister,
  yearReportRegister,
  feedbackRegister,
  effectsRegister,
  reportRegister,
  satisfactionRegister,
  consultationsRegister,
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
    ...answersRegister,
    name: 'pergjigjet',
    themes: ['GOVE', 'SOCI'],
    licence: 'CC-BY-4.0',
    institutionId: null,
    columns: ANSWER_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'consultation', 'question'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'consultations.open_answers',
    day: 'sent_at',
    feedTitle: 'question_words',
    kinds: ['consultations.comment', 'consultations.consultation'],
    personal: true,
  }),
  viewDataset({
    ...registerTexts.commentGroups,
    name: 'grupet-e-komenteve',
    themes: ['GOVE', 'SOCI'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: COMMENT_GROUP_COLUMNS,
    primaryKey: ['code'],
    filters: ['institution', 'consultation', 'state'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'consultations.open_comment_groups',
    day: 'published_at',
    keyShape: /^[0-9A-Z-]{4,40}$/,
    feedTitle: 'title',
    kinds: ['consultations.comment-group', 'consultations.consultation'],
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
