import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './desk-queries.ts'
import { readDeskQuestion } from './desk-rules.ts'

const nobody = { institutions: null, accountId: ID }
const plain = { ...readDeskQuestion({}), ...nobody }
const day = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '2', [`${name}-year`]: '2026' })
const everything = {
  ...readDeskQuestion({
    konsultimi: ID,
    gjendja: 'waiting',
    kanali: 'post',
    derguesi: 'business',
    neni: ID,
    vonese: 'po',
    formulim: 'po',
    pergjigje: 'po',
    'pa-pergjigje': 'po',
    dokument: 'po',
    gjetur: 'wave',
    etiketa: ID,
    grupi: ID,
    caktuar: ID,
    q: 'treg',
    gjuha: 'en',
    rendi: 'neni',
    ...day('nga'),
    ...day('deri'),
  }),
  institutions: [ID],
  accountId: ID,
}
const others = [
  { neni: 'tere', caktuar: 'mua', gjetur: 'po', rendi: 'te-vjetrat' },
  { neni: 'pa-nen', caktuar: 'askush', q: '7K3M-Q9TB' },
  { caktuar: 'dikush' },
].map((query) => ({ ...readDeskQuestion(query), institutions: [ID, ID], accountId: ID }))
const filters = [plain, everything, ...others]
const key = { at: MOMENT, id: ID, place: 3 }

const PIECE = { untried: 'a piece of the queries of the desk: they are tried with it' } as const

export const samples = {
  tables: PIECE,
  narrowed: PIECE,
  inInstitutions: PIECE,
  listDeskComments: filters.flatMap((filter) => [
    [filter, null] as const,
    [filter, { way: 'older', key }] as const,
    [filter, { way: 'newer', key }, 20] as const,
  ]),
  countDeskStates: filters.map((filter) => [filter] as const),
  findNeighbours: filters.map((filter) => [filter, key] as const),
  findDeskKey: [
    [ID, { sort: 'neni', consultationId: ID }],
    [ID, { sort: 'te-rejat', consultationId: '' }],
  ],
  listArticleChoices: [[ID]],
  countInWaves: [[null], [[ID]]],
  countMine: [[ID]],
} satisfies QuerySamples<typeof queries>
