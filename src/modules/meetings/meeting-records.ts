import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { KIND } from './meeting-rules.ts'
import { findMeetingRecords, listMeetingRecords } from './published-queries.ts'
import { inEvery } from './texts.ts'

/** A meeting with its days, its agenda, its minutes and what came out of it. Never who asked to come. */
export const publishedMeetings: RecordKind = {
  kind: KIND,
  words: inEvery((t) => t.kindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'slug',
      'meeting_kind',
      'mode',
      'address',
      'online_url',
      'moderator',
      'moderator_name',
      'partners',
      'audience',
      'audience_note',
      'languages',
      'accessibility',
      'capacity',
      'registration',
      'basis_rule',
      'contact_email',
      'first_day',
      'last_day',
      'history',
      'version',
      'minutes',
      'minutes_published_at',
      'attendance',
      'participants',
      'written_up_at',
      'cancelled_at',
      'cancel_reason',
      'links',
      'documents',
      'translations',
      'days',
      'bodies',
      'agenda',
      'outcomes',
      'events',
    ],
  ],
  find: findMeetingRecords,
  each: (db, after, limit) => listMeetingRecords(db, after?.id ?? null, limit),
}

/** Of a draft nothing is entered. */
export const enterMeeting = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedMeetings, ids: [id] })
