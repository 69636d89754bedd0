import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './incoming-mail-queries.ts'

const hex = DIGEST.toString('hex')

export const samples = {
  insertIncomingMail: [
    [
      {
        institutionId: null,
        mailbox: 'INBOX',
        uidValidity: '1',
        uid: 1,
        messageId: '<a@b>',
        contentDigest: hex,
        kind: 'letter',
        why: null,
        fromEmail: 'arta@posta.example',
        fromName: null,
        toAddresses: ['info@prova.example'],
        about: 'Ndriçimi',
        size: 100,
        sentAt: null,
        receivedAt: MOMENT,
        takenAt: MOMENT,
        raw: Buffer.from('x'),
      },
    ],
  ],
  lockMessageId: [['<a@b>']],
  tieMailToCase: [[ID, ID]],
  noteBounce: [[ID, ID]],
  listTakenUids: [['INBOX', '1', [1, 2]]],
  findSameMail: [[{ messageId: '<a@b>', contentDigest: hex, institutionId: ID }]],
  listAddressOwners: [[]],
  findOnlyInstitution: [[]],
  zoneOf: [[ID]],
  listUnsorted: [[50]],
  listSetAside: [
    [{ institutions: null, before: null, limit: 50 }],
    [{ institutions: [ID], before: { at: MOMENT, id: ID }, limit: 50 }],
  ],
  holdMail: [[ID]],
  settleMail: [[ID, { institutionId: ID, kind: 'letter', caseId: null, by: ID, at: MOMENT }]],
  forgetMailsBefore: [[MOMENT]],
  countMailsBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
