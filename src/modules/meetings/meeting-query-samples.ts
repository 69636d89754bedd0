import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './meeting-queries.ts'

const FIELDS = {
  kind: 'workshop',
  mode: 'field',
  title: 'Takim prove',
  summary: '',
  address: 'Salla e këshillit',
  onlineUrl: null,
  moderator: 'Koordinatori',
  moderatorName: null,
  moderatorConsent: false,
  partners: [{ name: 'IOM', institution: null }],
  audience: ['citizen'],
  audienceNote: null,
  languages: ['sq'],
  accessibility: null,
  capacity: 30,
  registration: 'attend',
  basisRule: null,
  contactEmail: null,
} as const
const OF = { id: ID, institutionId: ID }

export const samples = {
  findMeeting: [[ID]],
  holdMeeting: [[ID]],
  listMeetings: [
    [{ institutions: null, state: null, kind: null }, null, 51],
    [{ institutions: [ID], state: 'held', kind: 'workshop' }, { at: MOMENT, id: ID }, 51],
  ],
  findByForm: [[ID]],
  findByImportKey: [[ID, 'strategjia-1']],
  insertMeeting: [
    [
      {
        ...FIELDS,
        institutionId: ID,
        formId: ID,
        importKey: null,
        slug: 'prova-takim',
        history: false,
        createdBy: null,
        at: MOMENT,
      },
    ],
  ],
  updateMeeting: [[ID, FIELDS, MOMENT]],
  moveMeeting: [
    [ID, { state: 'published', at: MOMENT }],
    [ID, { state: 'cancelled', at: MOMENT, reason: 'Nuk mbahet' }],
  ],
  takeMeeting: [[ID, MOMENT]],
  restoreMeeting: [[ID, MOMENT]],
  findMeetingAt: [['prova-takim']],
  listNamed: [[['IOM']]],
  setEnglish: [
    [{ ...OF, version: 1 }, 'title', 'A meeting', MOMENT],
    [{ ...OF, version: 1 }, 'summary', '', MOMENT],
  ],
  insertMeetingEvent: [
    [{ meetingId: ID, institutionId: ID, kind: 'published', version: 1, at: MOMENT, by: null }],
    [
      {
        meetingId: ID,
        institutionId: ID,
        kind: 'moved',
        version: 2,
        at: MOMENT,
        by: ID,
        reason: 'Festë',
        fromDay: '2026-12-15',
        toDay: '2026-12-16',
        formId: ID,
      },
    ],
  ],
  listMeetingEvents: [[ID]],
  listMeetingSubjects: [['en', [ID]]],
} satisfies QuerySamples<typeof queries>
