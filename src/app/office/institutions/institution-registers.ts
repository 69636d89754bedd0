import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { BODY_COLUMNS, INSTITUTION_COLUMNS, PLACE_COLUMNS, registerTexts, TOPIC_COLUMNS } from './open-data-texts.ts'

const COMMON = { licence: 'CC0-1.0', institutionId: null, frequency: 'IRREG', countries: ['AL', 'XK'] } as const

/** Who works here or is named here, their bodies, and the lists under which matters are filed. */
export const institutionRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  viewDataset({
    ...COMMON,
    ...registerTexts.institutions,
    name: 'institucionet',
    themes: ['GOVE'],
    columns: INSTITUTION_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'country', 'kind', 'standing'],
    view: 'platform.open_institutions',
    day: 'changed_at',
    feedTitle: 'name',
    kinds: ['institutions.institution'],
  }),
  viewDataset({
    ...COMMON,
    ...registerTexts.bodies,
    name: 'organet',
    themes: ['GOVE'],
    columns: BODY_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'kind'],
    view: 'platform.open_bodies',
    day: 'founded_on',
    feedTitle: 'name',
    kinds: ['institutions.body'],
  }),
  viewDataset({
    ...COMMON,
    ...registerTexts.topics,
    name: 'temat',
    themes: ['GOVE'],
    columns: TOPIC_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution'],
    view: 'platform.open_topics',
    day: 'changed_at',
  }),
  viewDataset({
    ...COMMON,
    ...registerTexts.places,
    name: 'vendet',
    themes: ['REGI'],
    columns: PLACE_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'country', 'level'],
    view: 'platform.open_places',
    day: 'changed_at',
  }),
]
