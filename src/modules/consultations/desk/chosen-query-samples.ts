import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './chosen-queries.ts'
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
export const samples = {
  listChosenByFilter: filters.map((filter) => [filter, 10] as const),
  listChosenByIds: [
    [null, [ID]],
    [[ID], [ID]],
  ],
  listFileComments: filters.map((filter) => [filter, 10] as const),
} satisfies QuerySamples<typeof queries>
