import { DIGEST, ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './institution-queries.ts'

export const samples = {
  institutionColumns: { untried: 'a fragment: tried in the queries that use it' },
  findInstitution: [['sq', 'prova']],
  findInstitutionById: [['en', ID]],
  listInstitutions: [['sq'], ['sq', [ID]]],
  listRoleAddresses: [[ID]],
  listBodies: [[ID]],
  insertInstitution: [
    [
      {
        slug: 'prova-tjeter',
        jurisdiction: 'AL',
        kind: 'municipality',
        zone: 'Europe/Tirane',
        accent: null,
        demonstration: false,
        names: { sq: 'Bashkia Tjetër' },
      },
    ],
  ],
  setRoleAddress: [[ID, { role: 'consultations', email: 'konsultime@prova.example', telephone: null, postal: null }]],
  insertBody: [[ID, 'council', 'Këshilli']],
  setEmblem: [[ID, DIGEST.toString('hex')]],
  isEmblem: [[DIGEST.toString('hex')]],
} satisfies QuerySamples<typeof queries>
