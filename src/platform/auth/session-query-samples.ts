import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './session-queries.ts'

const staff = { accountId: ID }
const citizen = { contactId: ID }
const limits = { now: MOMENT, staffSeenAfter: MOMENT }
const session = {
  level: 1,
  digest: DIGEST,
  agent: 'Firefox',
  means: 'code',
  identity: null,
  now: MOMENT,
  expiresAt: MOMENT,
} as const

export const samples = {
  findOpenSession: [
    [DIGEST, { ...limits, demo: false }],
    [DIGEST, { ...limits, demo: true }],
  ],
  insertSession: [
    [{ ...session, owner: staff }],
    [{ ...session, owner: citizen, means: 'oidc', identity: { providerId: ID, assurance: 'low' } }],
  ],
  setLastSeen: [[ID, MOMENT, MOMENT]],
  raiseLevel: [[ID, DIGEST, 'totp', MOMENT]],
  findSessionProof: [[ID]],
  setProved: [[ID, MOMENT]],
  closeSession: [
    [staff, ID, MOMENT],
    [citizen, ID, MOMENT],
  ],
  closeSessions: [
    [staff, null, MOMENT],
    [citizen, ID, MOMENT],
  ],
  listOpenSessions: [
    [staff, { ...limits, demo: false }],
    [citizen, { ...limits, demo: false }],
  ],
  deleteSessionsExpiredBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
