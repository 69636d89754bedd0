import { IN_THE_ENTRY, OF_BODY, OF_INSTITUTION, type VouchedViews } from './vouching-words.ts'

const OF_LETTER = 'stands among the acts of its letter'
const OF_ITS_ACT = 'the record of its act vouches for it'
const OF_RELATIONS = 'stands among the relations of its act'
const OF_STATES = 'stands among the states of its act'
const OF_SIGNATURES = 'stands among the signatures of its act'
const OF_DOCUMENTS = 'stands among the documents of its act'
const OF_TEXTS = 'stands among the texts of its act'

/** The views of acts. */
export const ACT_VIEWS: VouchedViews = {
  'council_acts.published_acts': {
    kind: 'council-acts.act',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      number: 'the printed number, else number and year, which are in the shape',
      body_name: OF_BODY,
      body_name_en: OF_BODY,
      commission_name: OF_BODY,
      institution_slug: OF_INSTITUTION,
      zone: OF_INSTITUTION,
      jurisdiction: OF_INSTITUTION,
    },
  },
  'council_acts.published_changes': {
    kind: 'council-acts.act',
    elsewhere: {
      id: IN_THE_ENTRY,
      by_articles: OF_RELATIONS,
      of_articles: OF_RELATIONS,
      source_id: OF_RELATIONS,
      target_id: OF_RELATIONS,
      other_words: OF_RELATIONS,
      effective_on: OF_RELATIONS,
      carried_out_in: OF_RELATIONS,
    },
  },
  'council_acts.published_decision_reports': {
    kind: 'council-acts.decision-report',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION, zone: OF_INSTITUTION },
  },
  'council_acts.published_relations': {
    kind: 'council-acts.act',
    elsewhere: {
      id: IN_THE_ENTRY,
      act_id: IN_THE_ENTRY,
      by_articles: OF_RELATIONS,
      of_articles: OF_RELATIONS,
      other_id: OF_RELATIONS,
      other_words: OF_RELATIONS,
      passive: OF_RELATIONS,
      effective_on: OF_RELATIONS,
      origin: OF_RELATIONS,
      carried_out_in: OF_RELATIONS,
    },
  },
  'council_acts.published_states': {
    kind: 'council-acts.act',
    elsewhere: {
      version_id: OF_STATES,
      act_id: IN_THE_ENTRY,
      role: OF_STATES,
      holds_from: OF_STATES,
      note: OF_STATES,
      confirmed_at: 'the moment of the entry',
      n: OF_TEXTS,
    },
  },
  'council_acts.published_transmittals': {
    kind: 'council-acts.transmittal',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      institution_slug: OF_INSTITUTION,
      zone: OF_INSTITUTION,
      jurisdiction: OF_INSTITUTION,
    },
  },
  'council_acts.published_transmitted_acts': {
    kind: 'council-acts.transmittal',
    elsewhere: {
      id: OF_LETTER,
      transmittal_id: IN_THE_ENTRY,
      act_id: OF_LETTER,
      ordinal: OF_LETTER,
      round: OF_LETTER,
      re_examined: OF_LETTER,
      re_examined_on: OF_LETTER,
      re_examined_vote: OF_LETTER,
    },
  },
  'council_acts.published_gap_notes': {
    kind: 'council-acts.gap-note',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION },
  },
  'council_acts.published_verdicts': {
    kind: 'council-acts.verdict',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      title: OF_ITS_ACT,
      verdict: 'it is the state, which is in the shape',
      act_slug: OF_ITS_ACT,
      act_number: OF_ITS_ACT,
      restricted: OF_ITS_ACT,
      institution_slug: OF_INSTITUTION,
    },
  },
  'council_acts.published_signatures': {
    kind: 'council-acts.act',
    elsewhere: {
      document_id: OF_SIGNATURES,
      act_id: IN_THE_ENTRY,
      way: OF_SIGNATURES,
      report: OF_SIGNATURES,
      reason: OF_SIGNATURES,
      checked_at: OF_SIGNATURES,
      file_name: OF_DOCUMENTS,
      size: OF_DOCUMENTS,
      digest: OF_DOCUMENTS,
      current: 'the one that was checked last',
    },
  },
}

/** Tables that the page of an act shows beside its view. */
export const BESIDE_ACTS = [
  'council_acts.act_events',
  'council_acts.amendments',
  'council_acts.mayor_returns',
  'council_acts.postings',
  'council_acts.signature_checks',
]
