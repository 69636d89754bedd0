import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './mail-queries.ts'

const letter = {
  id: ID,
  institutionId: null,
  messageId: `<${ID}@prova.example>`,
  kind: 'service',
  recipient: 'arta@shembull.example',
  lang: 'sq',
  subject: 'Letra',
  body: 'fjalë',
  createdAt: MOMENT,
} as const

export const samples = {
  insertLetterAndJob: [
    [letter, false],
    [letter, true],
  ],
  findLetter: [[ID]],
  listLetters: [
    [{ institutions: null, limit: 20 }],
    [{ institutions: [ID], state: 'queued', before: { createdAt: MOMENT, id: ID }, limit: 20 }],
  ],
  claimLetter: [[ID, MOMENT]],
  markSent: [[{ id: ID, attempts: 1 }, MOMENT]],
  markNotSent: [[{ id: ID, attempts: 1 }, 'queued', 'arsyeja']],
  listClaimedBefore: [[MOMENT]],
  listForgottenBefore: [[MOMENT]],
  queueAgain: [[ID]],
  eraseBodiesSentBefore: [[MOMENT]],
  deleteSentBefore: [[MOMENT]],
  deleteEndedBefore: [[MOMENT]],
  lockLetter: [[ID]],
  lockLetterByMessageId: [['<a@b>']],
  setBounced: [[ID, 'arsyeja', MOMENT]],
  setSettled: [[ID, 'not-needed', null, MOMENT]],
  listUndecidedBefore: [[MOMENT]],
  eraseBodiesEndedBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
