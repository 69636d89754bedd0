import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { findActRecords, listActRecords } from './act-record-queries.ts'
import { PLANNED_ACT_KIND } from './year-rules.ts'

/** An entry of a yearly plan with every change of it: what was promised can be checked for ever. */
export const publishedPlannedActs: RecordKind = {
  kind: PLANNED_ACT_KIND,
  words: { sq: 'akt i planifikuar', en: 'planned act' },
  shapes: [
    [
      ...VIEW_HEAD,
      'year',
      'number',
      'title_en',
      'act_kind',
      'proposer',
      'due_from',
      'due_to',
      'promised_from',
      'promised_to',
      'consultation_planned',
      'deciding_body',
      'added_later',
      'dropped_at',
      'drop_reason',
      'adopted_on',
      'adopted_reference',
      'carried_from_id',
      'version',
      'links',
      'changes',
      'consultations',
    ],
  ],
  find: findActRecords,
  each: (db, after, limit) => listActRecords(db, after?.id ?? null, limit),
}

/** Of a draft nothing is entered. */
export const enterPlannedActs = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  ids: readonly string[],
): Promise<void> => appendToLedger(tx, services, { kind: publishedPlannedActs, ids })
