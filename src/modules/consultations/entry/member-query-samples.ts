import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './member-queries.ts'

const member = { n: 1, organisation: 'Shoqata Prova', role: null, person: null, contactId: ID, toldAt: MOMENT } as const

export const samples = {
  insertMembers: [[{ institutionId: ID, deliveryId: ID, commentId: ID }, [{ ...member, tokenDigest: DIGEST }]]],
  listMembers: [[[ID]]],
  findMemberByToken: [
    ['sq', DIGEST],
    ['en', DIGEST, { lock: true }],
  ],
  markWithdrawn: [[ID, MOMENT]],
  listMembersOfContact: [[ID]],
  forgetMember: [[ID, DIGEST]],
  setMemberToken: [[ID, DIGEST]],
  deleteMembers: [[ID]],
} satisfies QuerySamples<typeof queries>
