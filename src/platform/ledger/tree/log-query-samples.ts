import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './log-queries.ts'

const ID = '00000000-0000-4000-8000-000000000001'

export const samples: QuerySamples<typeof queries> = {
  insertLog: [[{ origin: 'kuvend.example/ditari', at: MOMENT, size: 0, after: null }]],
  insertKey: [[{ logId: 1, vkey: 'a+b+c', publicKey: Buffer.alloc(32), at: MOMENT, replaces: null }]],
  endKeysOf: [[1, MOMENT]],
  findLogRecords: [[[ID]]],
  eachLogRecord: [
    [null, 10],
    [ID, 10],
  ],
  findKeyRecords: [[[ID]]],
  eachKeyRecord: [
    [null, 10],
    [ID, 10],
  ],
}
