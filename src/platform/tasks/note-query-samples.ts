import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './note-queries.ts'

const SUBJECT = `consultations.comment:${ID}`

export const samples = {
  insertNote: [[{ institutionId: ID, subject: SUBJECT, words: 'Fjalë', byAccountId: ID, at: MOMENT, formId: ID }]],
  insertMentions: [[{ id: ID, institutionId: ID }, [ID]]],
  listNotes: [[SUBJECT]],
  listUnseenMentions: [[ID]],
  setMentionSeen: [[ID, ID, MOMENT]],
  lockNote: [[ID]],
  eraseNoteWords: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
