import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './reading-queries.ts'

const READ = { id: ID, pages: 2, signed: false, at: MOMENT } as const

export const samples = {
  findFileToRead: [[ID]],
  holdFileToRead: [[ID]],
  listWaitingFiles: [[MOMENT, 100]],
  setReading: [
    [{ ...READ, reading: 'read', metadata: { Author: 'Teuta Shembull' } }],
    [{ ...READ, reading: 'unread', metadata: {} }],
  ],
  insertTexts: [[ID, [{ page: 1, text: 'Neni 1' }]]],
  insertPicture: [[ID, { kind: 'page', n: 1, width: 10, height: 20, digest: DIGEST.toString('hex') }]],
  listTexts: [[ID, 1, 50]],
  listPictures: [[ID]],
} satisfies QuerySamples<typeof queries>
