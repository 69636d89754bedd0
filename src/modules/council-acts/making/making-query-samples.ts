import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './making-queries.ts'

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
  proposerKind: null,
  proposer: null,
  commissionId: null,
} as const
const STATE = { institutionId: ID, actId: ID, versionId: ID, role: 'laid', note: null, at: MOMENT, by: null } as const

export const samples = {
  updateActFacts: [[ID, FIELDS]],
  insertAmendments: [
    [{ institutionId: ID, actId: ID }, [{ motionRef: null, article: 'Neni 2', words: 'Shtohet.', mover: null }]],
  ],
  listAmendments: [[ID]],
  settleAmendmentRow: [[ID, { state: 'made', nodeIds: [ID], note: null, at: MOMENT, by: null }]],
  listStates: [[ID]],
  writeState: [[STATE]],
  dropAdoptedState: [[ID]],
  setTextState: [[ID, { state: 'adopted', at: MOMENT, by: null }]],
  markNumbered: [[ID, { series: '', year: 2026, serial: 1, slug: 'prova-vendim-1-2026', at: MOMENT }]],
  markVoid: [[ID, 'U dha gabim']],
  listSlugsLike: [['prova-vendim-1-2026']],
  listEventKinds: [[ID]],
  listActEvents: [[ID]],
  countNumbersOfYear: [[ID, 2026]],
  isReturnOpen: [[ID]],
  listActBodies: [[[ID]]],
} satisfies QuerySamples<typeof queries>
