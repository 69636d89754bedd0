import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './account-queries.ts'

export const samples = {
  insertAccount: [[{ email: 'besa@prova.example', name: 'Besa Prove', post: null, demonstration: false }, MOMENT]],
  findAccountByEmail: [['besa@prova.example']],
  lockAccount: [[ID]],
  lockAccountByEmail: [['besa@prova.example']],
  setAccountEnded: [[ID, MOMENT]],
  setAccountReopened: [[ID, 'Koordinatore']],
  setAccountWords: [[ID, 'Besa Prove', null]],
  setAccountEmail: [[ID, 'besa@prova.example']],
  insertRole: [
    [{ accountId: ID, role: 'moderator', institutionId: ID, bodyId: null, from: MOMENT, to: null }],
    [{ accountId: ID, role: 'operator', institutionId: null, bodyId: null, from: MOMENT, to: MOMENT }],
  ],
  listHeldRoles: [[ID, MOMENT]],
  listAllRoles: [[ID]],
  findHeldRole: [[ID, MOMENT]],
  setRoleEnded: [[ID, MOMENT]],
  deleteRole: [[ID]],
  lockHolders: [
    ['administrator', ID, MOMENT],
    ['operator', null, MOMENT],
  ],
  isClosed: [[ID]],
  findZone: [[ID]],
} satisfies QuerySamples<typeof queries>
