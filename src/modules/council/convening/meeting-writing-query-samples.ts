import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './meeting-writing-queries.ts'

const FACTS = {
  kind: 'ordinary',
  calledBy: 'chair',
  callReason: null,
  title: null,
  startsAt: MOMENT,
  endsAt: null,
  day: '2026-12-10',
  place: 'Salla e këshillit',
  mode: 'in-person',
  onlineUrl: null,
  accessibility: null,
  closed: false,
  closedAskedBy: null,
  closedReason: null,
  termId: null,
} as const
const OF = { id: ID, institutionId: ID }

export const samples = {
  insertMeeting: [
    [{ ...FACTS, institutionId: ID, formId: ID, bodyId: ID, slug: 'projekt-1', createdBy: null, at: MOMENT }],
  ],
  updateMeeting: [[ID, FACTS, MOMENT]],
  touchMeeting: [[ID, MOMENT]],
  setConvened: [[ID, { slug: 'prova-keshilli-2026-1', year: 2026, number: 1, shortNoticeReason: null, at: MOMENT }]],
  setPostponed: [[ID, MOMENT]],
  setCancelled: [[ID, 'Nuk mbahet', MOMENT]],
  nextMeetingNumber: [[{ institutionId: ID, bodyId: ID, year: 2026 }]],
  isSlugTaken: [['prova-keshilli-2026-1']],
  findTermOn: [[{ institutionId: ID, bodyId: ID, day: '2026-12-10' }]],
  replaceJointBodies: [[{ ...OF, bodyId: ID }, [ID]]],
  replaceCallers: [[OF, [ID]]],
  insertMeetingEvent: [
    [{ meetingId: ID, institutionId: ID, kind: 'convened', version: 1, at: MOMENT, by: null }],
    [
      {
        meetingId: ID,
        institutionId: ID,
        formId: ID,
        kind: 'item-added',
        itemId: ID,
        changes: { title: [null, 'Tregu'] },
        reason: 'Kërkesë e kryetarit',
        version: 2,
        at: MOMENT,
        by: ID,
      },
    ],
  ],
  takeMeeting: [[ID, MOMENT]],
  restoreMeeting: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
