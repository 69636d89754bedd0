import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { findPublicConsultations, listPublicConsultations } from './consultation-record-queries.ts'
import { kindWords } from './kind-texts.ts'

const FIRST = [
  ...VIEW_HEAD,
  'slug',
  'register_year',
  'register_number',
  'act_kind',
  'legal_basis',
  'basis_rule',
  'opens_on',
  'history',
  'contact_email',
  'official_posting_url',
  'official_posted_on',
  'text_id',
  'repeats_id',
  'version',
  'cancelled_at',
  'cancel_reason',
  'translations',
  'events',
  'activities',
  'documents',
  'texts',
] as const

/** A consultation with its text, its papers and what happened to it. Its comments have records of their own. */
export const publishedConsultations: RecordKind = {
  kind: 'consultations.consultation',
  words: kindWords.consultation,
  shapes: [
    FIRST,
    // Before a draft or on it, what it is linked with, and when it was concluded.
    [...FIRST, 'stage', 'follows_id', 'links', 'questions', 'notice', 'concluded_at'],
  ],
  find: findPublicConsultations,
  each: (db, after, limit) => listPublicConsultations(db, after?.id ?? null, limit),
}

/** Of a draft nothing is entered. */
export const enterConsultation = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedConsultations, ids: [id] })
