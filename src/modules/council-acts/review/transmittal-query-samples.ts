import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './transmittal-queries.ts'

const WORDS = {
  authorityName: 'Prefekti i Qarkut',
  authorityAddress: null,
  protocol: '12/3',
  words: null,
  channel: 'letter',
} as const

export const samples = {
  findTransmittal: [[ID]],
  lockTransmittal: [[ID]],
  findTransmittalByForm: [[ID]],
  listTransmittals: [
    [{ institutions: null, state: null, year: null }, null, 10],
    [{ institutions: [ID], state: 'sent', year: 2026 }, { at: MOMENT, id: ID }, 10],
  ],
  listSentTo: [
    [null, null, 10],
    [[ID], { at: MOMENT, id: ID }, 10],
  ],
  listSentActs: [[ID]],
  insertTransmittal: [
    [{ ...WORDS, institutionId: ID, formId: ID, authorityInstitutionId: null, createdBy: null, at: MOMENT }],
  ],
  setTransmittalWords: [[ID, WORDS]],
  setSentActs: [[{ id: ID, institutionId: ID }, [{ actId: ID, round: 1, reExaminationId: null }]]],
  raiseTransmittal: [[ID, MOMENT]],
  deleteTransmittal: [[ID]],
  nextTransmittalNumber: [[{ institutionId: ID, register: 'act-transmittals', year: 2026 }]],
  setSent: [[ID, { year: 2026, number: 1, protocol: null, channel: 'hand', on: '2026-11-20', at: MOMENT }]],
  setWithdrawn: [[ID, 'Shkoi gabimisht', MOMENT]],
  setReceived: [[ID, { protocol: '77', on: '2026-11-20', as: 'secretary' }]],
  listLockOrder: [[ID]],
} satisfies QuerySamples<typeof queries>
