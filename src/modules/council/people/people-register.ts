import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { COUNCILLOR_KIND, TERM_KIND } from '../council-rules.ts'
import { AFFILIATION_KIND, PAYMENT_KIND } from './people-rules.ts'
import {
  AFFILIATION_COLUMNS,
  COUNCILLOR_COLUMNS,
  MANDATE_COLUMNS,
  PAYMENT_COLUMNS,
  RESULT_COLUMNS,
  registerTexts,
} from './register-column-texts.ts'

const shared = {
  themes: ['GOVE'],
  licence: 'CC0-1.0',
  institutionId: null,
  primaryKey: ['id'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
} as const

/** The people of councils as open data, from what everybody may read. */
export const peopleRegisters: readonly Dataset[] = [
  viewDataset({
    ...shared,
    ...registerTexts.councillors,
    name: 'keshilltaret',
    columns: COUNCILLOR_COLUMNS,
    filters: ['institution'],
    view: 'council.open_councillors',
    day: 'published_at',
    feedTitle: 'name',
    kinds: [COUNCILLOR_KIND],
  }),
  viewDataset({
    ...shared,
    ...registerTexts.mandates,
    name: 'mandatet-e-keshilltareve',
    columns: MANDATE_COLUMNS,
    filters: ['institution', 'person', 'term'],
    view: 'council.open_mandates',
    day: 'from_on',
    feedTitle: 'name',
    kinds: [COUNCILLOR_KIND],
  }),
  viewDataset({
    ...shared,
    ...registerTexts.results,
    name: 'rezultatet-e-zgjedhjeve',
    columns: RESULT_COLUMNS,
    filters: ['institution', 'term'],
    view: 'council.open_election_results',
    day: 'election_on',
    feedTitle: 'list',
    kinds: [TERM_KIND],
  }),
  viewDataset({
    ...shared,
    ...registerTexts.payments,
    name: 'pagesat-e-keshilltareve',
    columns: PAYMENT_COLUMNS,
    filters: ['institution', 'person', 'payment_kind'],
    view: 'council.open_payments',
    day: 'from_on',
    feedTitle: 'name',
    kinds: [PAYMENT_KIND],
  }),
  viewDataset({
    ...shared,
    ...registerTexts.affiliations,
    name: 'anetaresimet-e-keshillave',
    columns: AFFILIATION_COLUMNS,
    filters: ['institution'],
    view: 'council.open_affiliations',
    day: 'from_on',
    feedTitle: 'organisation',
    kinds: [AFFILIATION_KIND],
  }),
]
