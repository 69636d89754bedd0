import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './letter-writing-queries.ts'

const FIELDS = {
  kind: 'answer',
  addresseeName: 'Ana Shembull',
  addresseePostal: null,
  addresseeEmail: null,
  lang: 'sq',
  subjectLine: 'Përgjigje',
  body: 'I nderuar',
  remedy: '',
  otherLang: null,
  otherSubjectLine: null,
  otherBody: null,
  otherRemedy: null,
  deadlineOn: null,
  deadlineBasis: null,
  signatoryName: 'Skënder Demo',
  signatoryPost: 'Kryetar',
  enclosures: '',
  protocolNumber: null,
  protocolDate: null,
  contactId: null,
  correctsId: null,
} as const

const FILE = { documentId: ID, digest: DIGEST.toString('hex') }

export const samples = {
  insertOfficialLetter: [
    [{ ...FIELDS, institutionId: ID, submissionId: ID, template: null, by: null, at: MOMENT }],
    [{ ...FIELDS, institutionId: ID, submissionId: ID, template: { id: ID, version: 1 }, by: ID, at: MOMENT }],
  ],
  updateDraft: [[ID, { ...FIELDS, by: ID, at: MOMENT }]],
  replaceLetterSubjects: [[{ institutionId: ID, id: ID }, [`consultations.comment:${ID}`]]],
  deleteDraft: [[ID]],
  nextLetterNumber: [[ID, 2026]],
  markIssued: [
    [ID, { year: 2026, number: 12, code: '7K3MQ9TB42XD', on: '2026-11-22', at: MOMENT, by: ID, content: { v: 1 } }],
  ],
  markLetterCancelled: [[ID, { reason: 'Gabim në adresë', by: ID, at: MOMENT }]],
  setProtocol: [[ID, { number: '1247/3', date: '2026-11-22' }]],
  setLetterFiles: [
    [ID, { state: 'ready', pdf: FILE, docx: FILE }],
    [ID, { state: 'no-pdf', pdf: null, docx: FILE }],
  ],
  setFilesState: [[ID, 'failed']],
  findPaperInstitution: [[ID]],
  findTwoPeople: [[ID]],
  setTwoPeople: [[{ institutionId: ID, twoPeople: true, by: ID, at: MOMENT }]],
} satisfies QuerySamples<typeof queries>
