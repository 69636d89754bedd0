import { recordedKind } from '../ledger/recorded-kind.ts'
import { kindWords } from '../ledger/kind-texts.ts'

/** What its page says of an institution or organisation, with every name and the day from which it holds. */
export const institutionRecords = recordedKind({
  kind: 'institutions.institution',
  words: kindWords.institution,
  view: 'platform.recorded_institutions',
  shapes: [
    [
      'id',
      'slug',
      'kind',
      'standing',
      'jurisdiction',
      'zone',
      'currency',
      'accent',
      'emblem',
      'demonstration',
      'place_id',
      'website',
      'registration',
      'source',
      'closed_on',
      'closed_reason',
      'names',
      'addresses',
      'successors',
      'predecessors',
    ],
  ],
})

/** A body, the order that set it up, and who sits or sat in it. */
export const bodyRecords = recordedKind({
  kind: 'institutions.body',
  words: kindWords.body,
  view: 'platform.recorded_bodies',
  shapes: [
    [
      'id',
      'institution_id',
      'kind',
      'name',
      'name_en',
      'name_sr',
      'parent_id',
      'founded_on',
      'order_issuer',
      'order_number',
      'order_date',
      'order_subject',
      'ended_on',
      'ended_reason',
      'former_names',
      'members',
    ],
  ],
})

/** Days on which an institution is closed, for as long as they stand. */
export const closureRecords = recordedKind({
  kind: 'institutions.closure',
  words: kindWords.closure,
  view: 'platform.recorded_closures',
  shapes: [['id', 'institution_id', 'from_on', 'to_on', 'reason', 'source', 'stops_clocks']],
})
