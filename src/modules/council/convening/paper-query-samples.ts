import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './paper-queries.ts'

const FIELDS = {
  reference: '12/2026',
  title: 'Projektvendim për tregun',
  titleEn: null,
  summary: null,
  kind: 'draft-decision',
  actKind: 'ordinary',
  proposerKind: 'mayor',
  proposer: null,
  proposerId: null,
  datedOn: '2026-11-20',
} as const
const OPINION = {
  bodyId: ID,
  meetingId: null,
  stance: 'for',
  words: null,
  givenOn: '2026-11-20',
  votesFor: 5,
  votesAgainst: 0,
  votesAbstain: null,
} as const

export const samples = {
  paperColumns: { untried: 'A piece of the queries below it.' },
  findPaper: [[ID]],
  lockPaper: [[ID]],
  findPaperByForm: [[ID]],
  insertPaper: [[{ ...FIELDS, institutionId: ID, formId: ID, aboutRef: null, createdBy: null, at: MOMENT }]],
  updatePaper: [[ID, FIELDS, MOMENT]],
  touchPaper: [[ID, MOMENT]],
  setAboutRef: [[ID, null, MOMENT]],
  publishPaperRows: [[[ID], MOMENT]],
  lockPapers: [[[ID]]],
  takePaper: [[ID, MOMENT]],
  restorePaper: [[ID, MOMENT]],
  listWherePaperLies: [[ID]],
  lockMeetingsOfPaper: [[ID]],
  listOpinions: [[[ID]], [[ID, ID]]],
  keepOpinionRow: [[{ id: ID, institutionId: ID }, { ...OPINION, formId: ID }, MOMENT]],
  opinionWasSent: [[ID]],
  isPaperPublic: [[ID]],
} satisfies QuerySamples<typeof queries>
