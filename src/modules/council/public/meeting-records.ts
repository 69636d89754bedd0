import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import {
  findMeetingRecords,
  findPaperRecords,
  listMeetingRecords,
  listPaperRecords,
  listPapersToEnter,
} from './record-queries.ts'
import { inEvery } from './texts.ts'

/** A meeting with its bodies, agenda, papers of its own, proof of posting and what happened to it. Nothing that is closed. */
export const publishedCouncilMeetings: RecordKind = {
  kind: MEETING_KIND,
  words: inEvery((t) => t.meetingKindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'slug',
      'body_id',
      'term_id',
      'number_year',
      'number',
      'number_words',
      'meeting_kind',
      'called_by',
      'short_notice_reason',
      'starts_at',
      'ends_at',
      'day',
      'place',
      'mode',
      'accessibility',
      'closed',
      'closed_asked_by',
      'closed_reason',
      'history',
      'convened_at',
      'opened_at',
      'closed_at',
      'cancel_reason',
      'import_key',
      'source',
      'version',
      'links',
      'documents',
      'bodies',
      'callers',
      'agenda',
      'events',
      'postings',
    ],
  ],
  find: findMeetingRecords,
  each: (db, after, limit) => listMeetingRecords(db, after?.id ?? null, limit),
}

/** What lies before a body, with its files and the opinions on it. */
export const publishedPapers: RecordKind = {
  kind: PAPER_KIND,
  words: inEvery((t) => t.paperKindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'reference',
      'title_en',
      'paper_kind',
      'kind_words',
      'act_kind',
      'proposer_kind',
      'proposer',
      'proposer_id',
      'about_ref',
      'dated_on',
      'import_key',
      'source',
      'version',
      'links',
      'documents',
      'opinions',
    ],
  ],
  find: findPaperRecords,
  each: (db, after, limit) => listPaperRecords(db, after?.id ?? null, limit),
}

/**
 * Of a draft nothing is entered. Papers that became public by this meeting, or are so no more (an item that was closed, a
 * meeting that was taken down), are entered with it.
 */
export async function enterCouncilMeeting(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  id: string,
): Promise<void> {
  const papers = await listPapersToEnter(tx, id)
  await appendToLedger(
    tx,
    services,
    { kind: publishedCouncilMeetings, ids: [id] },
    ...(papers.length === 0 ? [] : [{ kind: publishedPapers, ids: papers }]),
  )
}

/** After a change of the paper itself, its files, its opinions, or of where it lies. */
export const enterPaper = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedPapers, ids: [id] })
