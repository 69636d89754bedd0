import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './account-queries.ts'

export const samples = {
  insertAccount: [[{ email: 'besa@prova.example', name: 'Besa Prove', post: null, demonstration: false }, MOMENT]],
  findAccountByEmail: [['besa@prova.example']],
  lockAccount: [[ID]],
  setAccountEnded: [[ID, MOMENT]],
  insertRole: [
    [ID, 'moderator', ID, MOMENT],
    [ID, 'operator', null, MOMENT],
  ],
  listHeldRoles: [[ID]],
  findHeldRole: [[ID]],
  setRoleEnded: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
