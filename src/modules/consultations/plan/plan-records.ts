import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { kindWords } from '../ledger/kind-texts.ts'
import { PLAN_KIND } from './plan-rules.ts'
import { findPlanRecords, listPlanRecords } from './published-plan-queries.ts'

/** A plan as everybody reads it, with the rows that are counted and what it is linked with. */
export const publishedPlans: RecordKind = {
  kind: PLAN_KIND,
  words: kindWords.plan,
  shapes: [
    [
      ...VIEW_HEAD,
      'title_en',
      'act_kind',
      'version',
      'reason',
      'content',
      'links',
      'versions',
      'audiences',
      'activities',
      'indicators',
      'measures',
    ],
  ],
  find: findPlanRecords,
  each: (db, after, limit) => listPlanRecords(db, after?.id ?? null, limit),
}

/** Of a draft nothing is entered. */
export const enterPlan = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedPlans, ids: [id] })
