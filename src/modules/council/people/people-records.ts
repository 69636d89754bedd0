import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { recordedKind } from '#platform/ledger/recorded-kind.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { COUNCILLOR_KIND, TERM_KIND } from '../council-rules.ts'
import { AFFILIATION_KIND, PARTY_KIND, PAYMENT_KIND, STAFF_KIND } from './people-rules.ts'
import { inEvery } from './texts.ts'

/** A party, a coalition or a list, as the council names it. */
export const partyRecords = recordedKind({
  kind: PARTY_KIND,
  words: inEvery((t) => t.kinds.party),
  view: 'council.recorded_parties',
  shapes: [[...VIEW_HEAD, 'name_en', 'short_name', 'party_kind', 'import_key', 'version']],
})

/** A term of a council, with what the election gave by list. */
export const termRecords = recordedKind({
  kind: TERM_KIND,
  words: inEvery((t) => t.kinds.term),
  view: 'council.recorded_terms',
  shapes: [
    [
      ...VIEW_HEAD,
      'body_id',
      'seats',
      'election_on',
      'election_source',
      'voters',
      'votes_cast',
      'constituted_on',
      'from_on',
      'to_on',
      'import_key',
      'version',
      'results',
    ],
  ],
})

/** A member of a council, with mandates and photograph. Never a private address. */
export const councillorRecords = recordedKind({
  kind: COUNCILLOR_KIND,
  words: inEvery((t) => t.kinds.councillor),
  view: 'council.recorded_councillors',
  shapes: [
    [
      ...VIEW_HEAD,
      'slug',
      'given_name',
      'family_name',
      'gender',
      'profession',
      'biography_en',
      'contacts',
      'photo_id',
      'photo_credit',
      'identifiers',
      'other_names',
      'links',
      'sources',
      'import_key',
      'version',
      'documents',
      'mandates',
    ],
  ],
})

/** What was paid to a member for a period. */
export const paymentRecords = recordedKind({
  kind: PAYMENT_KIND,
  words: inEvery((t) => t.kinds.payment),
  view: 'council.recorded_payments',
  shapes: [
    [...VIEW_HEAD, 'person_id', 'from_on', 'to_on', 'payment_kind', 'amount', 'currency', 'import_key', 'version'],
  ],
})

/** An organisation to which the council belongs. */
export const affiliationRecords = recordedKind({
  kind: AFFILIATION_KIND,
  words: inEvery((t) => t.kinds.affiliation),
  view: 'council.recorded_affiliations',
  shapes: [[...VIEW_HEAD, 'organisation_en', 'url', 'from_on', 'to_on', 'person_id', 'version']],
})

/** Somebody of the secretariat. */
export const staffRecords = recordedKind({
  kind: STAFF_KIND,
  words: inEvery((t) => t.kinds.staff),
  view: 'council.recorded_staff',
  shapes: [[...VIEW_HEAD, 'post', 'post_en', 'gender', 'contacts', 'ordinal', 'from_on', 'to_on', 'version']],
})

export const peopleRecords: readonly RecordKind[] = [
  partyRecords,
  termRecords,
  councillorRecords,
  paymentRecords,
  affiliationRecords,
  staffRecords,
]

/** After the last write of a deed. Of what nobody may read nothing is entered. */
export const enterPeople = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  ...orders: readonly { kind: RecordKind; ids: readonly string[] }[]
): Promise<void> => appendToLedger(tx, services, ...orders.filter(({ ids }) => ids.length > 0))
