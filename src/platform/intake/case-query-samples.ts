import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './case-queries.ts'

const sender = { name: 'Arta Shembull', postal: null, telephone: null, email: 'arta@posta.example' }

export const samples = {
  insertCase: [
    [
      {
        institutionId: ID,
        submissionId: ID,
        channel: 'counter',
        lang: 'sq',
        about: 'Ndriçimi',
        words: null,
        leftOut: [],
        printedNumber: null,
        protocolNumber: null,
        protocolOn: null,
        happenedOn: null,
        receivedAt: MOMENT,
        receivedTo: 'minute',
        registeredPost: false,
        filedOn: '2026-11-22',
        contactId: null,
        tokenDigest: null,
        enteredBy: null,
        takenOver: false,
        now: MOMENT,
      },
    ],
  ],
  insertSender: [[{ ...sender, caseId: ID, institutionId: ID, salt: Buffer.alloc(16), digest: DIGEST }]],
  updateSender: [[{ ...sender, caseId: ID, digest: DIGEST }]],
  nextCaseNumber: [[ID, 2026]],
  raiseCounter: [[ID, 2026, 12]],
  countCase: [[ID, { state: 'new', year: 2026, number: 1, code: 'AAAA-AAAA', now: MOMENT }]],
  holdCase: [[ID]],
  holdCaseByToken: [[DIGEST]],
  findCaseByToken: [[DIGEST]],
  findCaseBySubmission: [[ID]],
  findCaseByCode: [['AAAA-AAAA']],
  updateCase: [[ID, { state: 'assigned', ownerRole: 'clerk', filedOn: '2026-11-22' }, MOMENT]],
  markAcknowledged: [[ID, MOMENT]],
  insertCaseLetter: [[{ letterId: ID, institutionId: ID, caseId: ID }]],
  isCaseLetterWritten: [[ID, 'Afati']],
  findCaseOfLetters: [[[ID]]],
  contactIdOf: [['arta@posta.example', 'sq', MOMENT]],
  setContact: [[ID, ID]],
  confirmContactOf: [[ID, MOMENT]],
  insertPaper: [
    [
      {
        institutionId: ID,
        caseId: ID,
        submissionId: ID,
        channel: 'paper',
        about: 'Shtojcë',
        words: null,
        leftOut: [],
        protocolNumber: null,
        protocolOn: null,
        receivedAt: MOMENT,
        enteredBy: null,
        now: MOMENT,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
