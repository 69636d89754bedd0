import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './directory-queries.ts'

const all = { words: '', kind: null, jurisdiction: null, standing: null, closed: false, after: null, limit: 51 }

export const samples = {
  listDirectory: [
    ['sq', all],
    ['en', { ...all, words: 'shoqata', kind: 'ngo', jurisdiction: 'XK', standing: 'listed', closed: true, after: ID }],
    ['sq', { ...all, after: ID }],
  ],
  findNamed: [['Shoqata Prova']],
  listAllSlugs: [[]],
  listKnownOrganisations: [[]],
  insertOrganisations: [
    [
      [
        {
          id: ID,
          slug: 'shoqata-prova',
          jurisdiction: 'AL',
          kind: 'ngo',
          zone: 'Europe/Tirane',
          currency: 'ALL',
          name: 'Shoqata Prova',
          nameEn: null,
          registration: null,
          website: null,
          email: 'zyra@shoqata.example',
          source: null,
        },
      ],
      MOMENT,
    ],
  ],
} satisfies QuerySamples<typeof queries>
