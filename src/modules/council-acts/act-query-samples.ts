import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './act-queries.ts'

const FIELDS = {
  kind: 'decision',
  kindWords: null,
  nature: 'normative',
  title: 'Për tregun e fshatarit',
  titleEn: null,
  summary: null,
  restricted: false,
  publicTitle: null,
  restrictedGround: null,
  bodyId: null,
  adoptedOn: '2026-11-20',
  proposerKind: 'mayor',
  proposer: null,
  commissionId: null,
} as const
const REFS = { meetingRef: null, voteRef: null, paperRef: null } as const
const EVENT = { institutionId: ID, actId: ID, kind: 'numbered', version: 2, at: MOMENT, by: null } as const

export const samples = {
  actColumns: { untried: 'A piece of the queries below it.' },
  findAct: [[ID]],
  lockAct: [[ID]],
  findActByForm: [[ID]],
  insertAct: [[{ ...FIELDS, ...REFS, institutionId: ID, formId: ID, lang: 'sq', createdBy: null, at: MOMENT }]],
  raiseActVersion: [[ID, MOMENT]],
  insertActEvent: [[EVENT]],
  findActSettings: [[ID]],
} satisfies QuerySamples<typeof queries>
