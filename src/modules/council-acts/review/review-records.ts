import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger, eraseFromLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import type { Services } from '#platform/services.ts'
import { publishedActs } from '../act-records.ts'
import { TRANSMITTAL_RECORD, VERDICT_RECORD } from '../act-rules.ts'
import {
  findTransmittalRecords,
  findVerdictRecords,
  listTransmittalRecords,
  listVerdictIds,
  listVerdictRecords,
} from './review-record-queries.ts'
import { inEvery } from './texts.ts'

/** A letter to the authority that reviews legality: when it went, which acts with it, and the authority's protocol. */
export const publishedTransmittals: RecordKind = {
  kind: TRANSMITTAL_RECORD,
  words: inEvery((t) => t.transmittalKind),
  shapes: [
    [
      ...VIEW_HEAD,
      'number_year',
      'number',
      'authority_name',
      'authority_institution_id',
      'protocol',
      'channel',
      'sent_on',
      'received_protocol',
      'received_on',
      'received_as',
      'withdrawn_at',
      'withdrawn_reason',
      'version',
      'acts',
    ],
  ],
  find: findTransmittalRecords,
  each: (db, after, limit) => listTransmittalRecords(db, after?.id ?? null, limit),
}

/** What was said of the legality of an act; of one that names a private person without the reasons. */
export const publishedVerdicts: RecordKind = {
  kind: VERDICT_RECORD,
  words: inEvery((t) => t.verdictKind),
  shapes: [
    [
      ...VIEW_HEAD.filter((field) => field !== 'title'),
      'n',
      'act_id',
      'transmittal_id',
      'decided_on',
      'protocol',
      'effective_on',
      'entered_as',
      'replaces_id',
    ],
  ],
  find: findVerdictRecords,
  each: (db, after, limit) => listVerdictRecords(db, after?.id ?? null, limit),
}

type Entered = { acts?: readonly string[]; transmittals?: readonly string[]; verdicts?: readonly string[] }

/** The last write of every deed of the review. */
export const enterReview = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { acts = [], transmittals = [], verdicts = [] }: Entered,
): Promise<void> =>
  appendToLedger(
    tx,
    services,
    ...[
      { kind: publishedActs, ids: acts },
      { kind: publishedTransmittals, ids: transmittals },
      { kind: publishedVerdicts, ids: verdicts },
    ].filter(({ ids }) => ids.length > 0),
  )

/**
 * An act was hidden, shown again, taken down or put back: what was said of it follows. For the deed that does it, after its
 * last other write, beside `enterActs`.
 */
export async function enterVerdictsOf(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  actIds: readonly string[],
): Promise<void> {
  await enterReview(tx, services, { verdicts: await listVerdictIds(tx, actIds) })
}

/** The act turned out to name a private person: of the reasons that everybody had read nothing can be tried out any more. */
export async function hideVerdictsOf(tx: Transaction, services: Pick<Services, 'clock'>, actId: string): Promise<void> {
  const verdicts = await listVerdictIds(tx, [actId])
  for (const id of verdicts) await eraseFromLedger(tx, services, publishedVerdicts, id, { ground: 'personal-data' })
  await enterReview(tx, services, { verdicts })
}
