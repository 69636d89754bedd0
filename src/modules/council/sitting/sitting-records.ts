import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { PRESENCE_KIND, SITTING_EVENT_KIND, VOTE_KIND } from '../council-rules.ts'
import {
  findEventRecords,
  findPresenceRecords,
  findVoteRecords,
  listEventRecords,
  listPresenceRecords,
  listVoteRecords,
} from './sitting-record-queries.ts'
import { inEvery } from './texts.ts'

/** What happened in a meeting, each event by itself. Behind closed doors only that it happened. */
export const publishedSittingEvents: RecordKind = {
  kind: SITTING_EVENT_KIND,
  words: inEvery((t) => t.eventKindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'meeting_id',
      'ordinal',
      'event_kind',
      'content',
      'item_id',
      'closed',
      'happened_at',
      'entered_at',
      'corrected_by',
    ],
  ],
  find: findEventRecords,
  each: (db, after, limit) => listEventRecords(db, after?.id ?? null, limit),
}

/** Who was there in a meeting, from when to when: one record of each meeting, by the numbers of its members. */
export const publishedPresence: RecordKind = {
  kind: PRESENCE_KIND,
  words: inEvery((t) => t.presenceKindName),
  shapes: [['institution_id', 'attendances']],
  find: findPresenceRecords,
  each: (db, after, limit) => listPresenceRecords(db, after?.id ?? null, limit),
}

/** A vote: what was asked, the majority it needed, what was counted, and by name who voted how. */
export const publishedVotes: RecordKind = {
  kind: VOTE_KIND,
  words: inEvery((t) => t.voteKindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'meeting_id',
      'item_id',
      'motion_id',
      'ordinal',
      'stage',
      'article',
      'question',
      'method',
      'majority_id',
      'majority_of',
      'majority_numerator',
      'majority_denominator',
      'majority_strict',
      'majority_basis',
      'needed',
      'members',
      'quorum',
      'present',
      'entitled',
      'votes_for',
      'votes_against',
      'votes_abstain',
      'not_voting',
      'result',
      'opened_at',
      'taken_at',
      'closed',
      'ballots',
    ],
  ],
  find: findVoteRecords,
  each: (db, after, limit) => listVoteRecords(db, after?.id ?? null, limit),
}
