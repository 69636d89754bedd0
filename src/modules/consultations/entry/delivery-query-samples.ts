import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './delivery-queries.ts'

const facts = {
  channel: 'post',
  title: 'Letër e 14 majit',
  happenedOn: '2026-05-14',
  receivedOn: '2026-05-18',
  registeredPost: true,
  protocolNumber: '123/1',
  protocolDate: '2026-05-18',
  outsideNumber: null,
  told: 'letter',
} as const
const list = { consultationId: ID, channel: null, kind: null, late: false, words: '', before: null, limit: 51 } as const

export const samples = {
  listEntryPlaces: [
    [null, MOMENT, MOMENT],
    [[ID], MOMENT, MOMENT],
  ],
  insertDelivery: [
    [
      {
        ...facts,
        id: ID,
        institutionId: ID,
        consultationId: ID,
        kind: 'split',
        sourceRef: `intake.case:${ID}`,
        groupName: null,
        thematicGroupId: null,
        tokenDigest: DIGEST,
        points: 3,
        enteredAt: MOMENT,
        enteredBy: ID,
        formId: ID,
      },
    ],
  ],
  holdForEntry: [['sq', ID]],
  findByForm: [[ID]],
  findSameProtocol: [[{ institutionId: ID, number: '123/1', year: '2026', except: null }]],
  findDelivery: [[ID]],
  findDeliveryByToken: [[DIGEST]],
  holdDelivery: [[ID]],
  listDeliveries: [
    [list],
    [{ ...list, channel: 'post', kind: 'split', late: true, words: '%leter%', before: { at: MOMENT, id: ID } }],
  ],
  updateDelivery: [[ID, facts, MOMENT]],
  setDeliveryToken: [[ID, DIGEST]],
  countByChannel: [[ID]],
  listDeliverySubjects: [[[ID]]],
  findEmptyDelivery: [[ID]],
  blankDelivery: [[ID, 'Letër']],
} satisfies QuerySamples<typeof queries>
