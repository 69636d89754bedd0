import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import type { Services } from '#platform/services.ts'
import { findActRecords, listActRecords } from './act-record-queries.ts'
import { ACT_RECORD } from './act-rules.ts'
import { inEvery } from './texts.ts'

/** An act with its text, amendments, relations, states, files, proofs of posting and what happened to it. */
export const publishedActs: RecordKind = {
  kind: ACT_RECORD,
  words: inEvery((t) => t.kindName),
  shapes: [
    [
      ...VIEW_HEAD,
      'slug',
      'act_kind',
      'kind_words',
      'nature',
      'series',
      'year',
      'serial',
      'number_words',
      'numbered_at',
      'title_en',
      'restricted',
      'restricted_ground',
      'adopted_on',
      'adopted_words',
      'body_id',
      'meeting_ref',
      'vote_ref',
      'paper_ref',
      'proposer_kind',
      'proposer',
      'commission_id',
      'commission_words',
      'text_id',
      'text_state',
      'plain_text',
      'unreadable',
      'signed_on',
      'chair_name',
      'secretary_name',
      'void_reason',
      'history',
      'announced_on',
      'announced_at',
      'announce_by',
      'force_basis',
      'force_article',
      'in_force_from',
      'in_force_to',
      'suspended_from',
      'stated_force',
      'legality',
      'archive_id',
      'import_key',
      'source',
      'version',
      'links',
      'documents',
      'amendments',
      'relations',
      'states',
      'events',
      'returns',
      'signatures',
      'postings',
      'texts',
    ],
  ],
  find: findActRecords,
  each: (db, after, limit) => listActRecords(db, after?.id ?? null, limit),
}

/** The last write of every deed of acts. Of a draft nothing is entered. */
export const enterActs = (tx: Transaction, services: Pick<Services, 'clock'>, ids: readonly string[]): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedActs, ids })
