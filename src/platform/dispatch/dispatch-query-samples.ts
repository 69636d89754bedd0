import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './dispatch-queries.ts'

export const samples = {
  insertDispatch: [
    [
      {
        institutionId: ID,
        subject: `letters.letter:${ID}`,
        title: 'Përgjigje',
        lang: 'sq',
        way: 'registered-post',
        state: 'handed-on',
        slip: 'RR 12',
        handedOn: '2026-11-22',
        correctsId: null,
        createdAt: MOMENT,
        createdById: null,
        formId: null,
      },
    ],
  ],
  findDispatchByForm: [[ID]],
  insertAddressee: [[ID, { contactId: null, name: 'Ana Shembull', postal: null, words: null }]],
  lockDispatch: [[ID]],
  findAddressee: [[ID]],
  updateDispatch: [
    [
      ID,
      {
        state: 'returned',
        way: 'post',
        slip: null,
        handedOn: '2026-11-22',
        returnedOn: '2026-11-23',
        reason: 'I panjohur',
      },
    ],
  ],
  forgetPrintedWords: [[ID]],
  eraseAddresseesOf: [[ID]],
  eraseAddresseesAbout: [[[`intake.case:${ID}`]]],
} satisfies QuerySamples<typeof queries>
