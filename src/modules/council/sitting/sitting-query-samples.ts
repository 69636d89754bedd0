import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './sitting-queries.ts'

const OPENED = { kind: 'opened', id: ID, at: '2026-11-22T10:00:00.000Z', body: { chair: null } } as const
const SETUP = {
  seats: 3,
  members: [{ id: ID, name: 'Prova' }],
  items: [],
  quorum: { of: 'all-members', numerator: 1, denominator: 2, strict: true },
  conflicts: [],
} as const

export const samples = {
  listEvents: [[ID]],
  listKnownEvents: [[[ID]]],
  listStrangers: [
    [
      { meetingId: ID, institutionId: ID },
      { fresh: [ID], bodies: [ID] },
    ],
  ],
  insertEvents: [
    [
      { institutionId: ID, meetingId: ID, at: MOMENT, by: ID, pen: 1 },
      [{ event: OPENED, ordinal: 1, state: 'applied', refusal: null, closed: false, itemId: null }],
    ],
  ],
  hideEvents: [[[ID]]],
  settleEventRow: [[ID, { state: 'dropped', reason: 'E dyfishtë', at: MOMENT, by: ID }]],
  findSetup: [[ID]],
  insertSetup: [[{ meetingId: ID, institutionId: ID, setup: SETUP, at: MOMENT }]],
  listConflictsBefore: [[ID]],
  findPen: [[ID]],
  writePen: [[{ meetingId: ID, institutionId: ID, accountId: ID, device: ID, at: MOMENT }]],
  seePen: [[ID, MOMENT]],
  notifySitting: [[ID]],
  listMajoritySettings: [[ID]],
  listSettingVersions: [[ID]],
  lockMajoritySetting: [[ID, 'budget']],
  writeMajoritySetting: [
    [
      ID,
      {
        actKind: 'budget',
        of: 'all-members',
        numerator: 1,
        denominator: 2,
        strict: true,
        basis: 'Neni 12',
        at: MOMENT,
        by: ID,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
