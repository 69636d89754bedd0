import { ACT_VIEWS, BESIDE_ACTS } from './vouched-act-views.ts'
import { COUNCIL_VIEWS } from './vouched-council-views.ts'
import { IN_THE_ENTRY, OF_CONSULTATION, OF_DEADLINE, OF_INSTITUTION, type VouchedViews } from './vouching-words.ts'

/** Which kind vouches for a view, and who vouches for the columns that its newest shape leaves out. */
export const VIEWS: VouchedViews = {
  'consultations.published_answers': {
    kind: 'consultations.answer',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, topics: OF_CONSULTATION, places: OF_CONSULTATION },
  },
  'consultations.published_comment_groups': {
    kind: 'consultations.comment-group',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, topics: OF_CONSULTATION, places: OF_CONSULTATION },
  },
  'consultations.published_comments': {
    kind: 'consultations.comment',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, topics: OF_CONSULTATION, places: OF_CONSULTATION },
  },
  'consultations.published_consultations': {
    kind: 'consultations.consultation',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      closes_on: OF_DEADLINE,
      closes_at: OF_DEADLINE,
      institution_slug: OF_INSTITUTION,
      zone: OF_INSTITUTION,
    },
  },
  'consultations.published_monitorings': {
    kind: 'consultations.monitoring',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      body: 'always empty: its words stand in its content',
      topics: 'those of its plan',
      places: 'those of its plan',
    },
  },
  'consultations.published_planned_acts': {
    kind: 'consultations.planned-act',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION, zone: OF_INSTITUTION },
  },
  'consultations.published_plans': {
    kind: 'consultations.plan',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION, zone: OF_INSTITUTION },
  },
  'consultations.published_reports': {
    kind: 'consultations.report',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, topics: OF_CONSULTATION, places: OF_CONSULTATION },
  },
  'consultations.published_year_replies': {
    kind: 'consultations.year-reply',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION, zone: OF_INSTITUTION },
  },
  'consultations.published_year_reports': {
    kind: 'consultations.year-report',
    elsewhere: { subject: IN_THE_ENTRY, id: IN_THE_ENTRY, institution_slug: OF_INSTITUTION, zone: OF_INSTITUTION },
  },
  ...COUNCIL_VIEWS,
  ...ACT_VIEWS,
  'meetings.published_meetings': {
    kind: 'meetings.meeting',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      listed_on: 'its first day, which is in the shape',
      institution_slug: OF_INSTITUTION,
      zone: OF_INSTITUTION,
    },
  },
  'open_data.published_datasets': {
    kind: 'open-data.dataset',
    elsewhere: {
      subject: IN_THE_ENTRY,
      id: IN_THE_ENTRY,
      institution: OF_INSTITUTION,
      zone: OF_INSTITUTION,
      lang: 'always the same: its title and its description are told in both languages',
      title: 'the title in Albanian, which is in the shape',
      body: 'the description in Albanian, which is in the shape',
      topics: 'a dataset has none',
      places: 'a dataset has none',
    },
  },
  'platform.published_deadlines': {
    kind: 'platform.deadline',
    elsewhere: { days_late: 'counted up to today from the day it was due' },
  },
}

/** Tables that the pages of a record show beside its view: functions read them, which a view’s dependencies do not tell. */
export const BESIDE = [
  ...BESIDE_ACTS,
  'consultations.activities',
  'consultations.comment_answers',
  'consultations.comment_redactions',
  'consultations.co_leaders',
  'consultations.consultation_events',
  'consultations.delivery_members',
  'consultations.invitations',
  'consultations.notice_words',
  'consultations.postings',
  'consultations.plan_activities',
  'consultations.plan_audiences',
  'consultations.plan_indicators',
  'consultations.plan_measures',
  'consultations.planned_act_changes',
  'consultations.planned_act_consultations',
  'consultations.question_events',
  'consultations.question_options',
  'consultations.questionnaires',
  'consultations.questions',
  'council.election_results',
  'council.meeting_bodies',
  'council.meeting_callers',
  'council.meeting_events',
  'council.opinions',
  'council.postings',
  'meetings.agenda_items',
  'meetings.meeting_bodies',
  'meetings.meeting_days',
  'meetings.meeting_events',
  'meetings.outcomes',
  'open_data.dataset_rows',
  'platform.document_files',
  'platform.document_words',
  'platform.documents',
  'platform.links',
  'platform.subject_places',
  'platform.subject_topics',
  'platform.text_nodes',
  'platform.text_versions',
  'platform.translations',
]

/** What no guard watches, and why. */
export const UNWATCHED: Record<string, string> = {
  'delete of council.minutes_versions': 'a published version of minutes never changes: minutes_version_is_final',
  'update of council.minutes_versions': 'a published version of minutes never changes: minutes_version_is_final',
  'delete of consultations.answer_versions': 'a published answer never changes: answer_version_is_final',
  'insert of consultations.answers': 'what is new is a draft: its first version is entered',
  'update of consultations.answer_versions': 'a published answer never changes: answer_version_is_final',
  'delete of consultations.monitoring_versions':
    'a published version of a monitoring never changes: monitoring_version_is_final',
  'update of consultations.monitoring_versions':
    'a published version of a monitoring never changes: monitoring_version_is_final',
  'delete of consultations.plan_versions': 'a published version of a plan never changes: plan_version_is_final',
  'update of consultations.plan_versions': 'a published version of a plan never changes: plan_version_is_final',
  'delete of consultations.report_versions': 'a published version of a report never changes: report_version_is_final',
  'update of consultations.report_versions': 'a published version of a report never changes: report_version_is_final',
  'delete of consultations.year_reply_versions': 'a published reply never changes: year_reply_version_is_final',
  'update of consultations.year_reply_versions': 'a published reply never changes: year_reply_version_is_final',
  'delete of consultations.year_report_versions':
    'a published version of a yearly report never changes: year_report_version_is_final',
  'update of consultations.year_report_versions':
    'a published version of a yearly report never changes: year_report_version_is_final',
  'delete of council_acts.decision_report_versions':
    'a published version of a report never changes: decision_report_version_is_final',
  'update of council_acts.decision_report_versions':
    'a published version of a report never changes: decision_report_version_is_final',
  'delete of platform.text_versions': 'a published version is never deleted: text_version_published_is_final',
  'delete of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
  'insert of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
  'update of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
}
