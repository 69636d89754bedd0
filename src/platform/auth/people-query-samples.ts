import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './people-queries.ts'

const filter = { words: '', role: null, after: null, now: MOMENT, limit: 51 }

export const samples = {
  listPeople: [
    [{ ...filter, institutions: null, state: 'current' }],
    [{ ...filter, institutions: null, state: 'ended' }],
    [{ ...filter, institutions: [ID], state: 'current', words: 'Besa', role: 'clerk', after: ID }],
    [{ ...filter, institutions: [ID], state: 'ended' }],
    [{ ...filter, institutions: [ID], state: 'invited' }],
    [{ ...filter, institutions: [ID], state: 'all' }],
  ],
  findPerson: [
    [ID, null],
    [ID, [ID]],
  ],
  listRolesInTime: [['sq', ID]],
  listPersonChanges: [
    [ID, null],
    [ID, [ID]],
  ],
  listPersonSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
