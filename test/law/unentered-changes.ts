import type { Transaction } from '#platform/db/database.ts'
import type { givenEverything } from './everything-public.ts'

type Given = Awaited<ReturnType<typeof givenEverything>>
export type Changes = Record<string, (tx: Transaction) => Promise<unknown>>

/** One change of each that everybody would see. Whoever watches another table adds its sentence here. */
export const changesOf = (given: Given): Changes => ({
  'consultations.activities': (tx) => tx`update consultations.activities set place = 'Tjetërkund'`,
  'consultations.answer_changes': (tx) =>
    tx`delete from consultations.answer_changes where answer_id = ${given.answer}`,
  'consultations.answer_versions': (tx) => tx`
    insert into consultations.answer_versions
      (institution_id, answer_id, n, decision, reason, proposed_role, decided_role, decided_at, published_at, correction)
    select institution_id, answer_id, n + 1, 'rejected', 'Pa shënim në ditar', proposed_role, decided_role, decided_at, now(), 'Gabim'
    from consultations.answer_versions where answer_id = ${given.answer}`,
  'consultations.answered_comments': (tx) =>
    tx`delete from consultations.answered_comments where answer_id = ${given.answer}`,
  'consultations.answers': (tx) => tx`update consultations.answers set state = 'taken-down' where id = ${given.answer}`,
  'consultations.comment_answers': (tx) =>
    tx`update consultations.comment_answers set scale = 5 where comment_id = ${given.comment} and kind = 'scale'`,
  'consultations.co_leaders': (tx) => tx`update consultations.co_leaders set reads_comments = false, ended_at = now()`,
  'consultations.invitations': (tx) => tx`update consultations.invitations set kind = 'academia'`,
  'consultations.notice_words': (tx) => tx`update consultations.notice_words set effect = 'Tjetër'`,
  'consultations.postings': (tx) => tx`update consultations.postings set taken_down_on = current_date`,
  'consultations.comment_events': (tx) =>
    tx`update consultations.comment_events set ground = 'advertising' where comment_id = ${given.held} and kind = 'held'`,
  'consultations.comment_groups': (tx) =>
    tx`update consultations.comment_groups set title = 'Emër tjetër' where id = ${given.group}`,
  'consultations.comment_group_members': (tx) =>
    tx`update consultations.comment_group_members set state = 'refused' where group_id = ${given.group}`,
  'consultations.comment_redactions': (tx) => tx`
    insert into consultations.comment_redactions (institution_id, comment_id, form_id, ground, passages, at, by_account_id)
    select institution_id, id, gen_random_uuid(), 'third-person', 1, now(), (select id from platform.accounts limit 1)
    from consultations.comments where id = ${given.comment}`,
  'consultations.comment_versions': (tx) =>
    tx`update consultations.comment_versions set body = 'Fjalë të tjera' where comment_id = ${given.comment}`,
  'consultations.comments': (tx) => tx`update consultations.comments set state = 'held' where id = ${given.comment}`,
  'consultations.consultation_events': (tx) =>
    tx`update consultations.consultation_events set at = at - interval '1 day' where consultation_id = ${given.consultation}`,
  'consultations.delivery_members': (tx) => tx`
    update consultations.delivery_members set withdrawn_at = now() where comment_id in (select id from consultations.comments)`,
  'consultations.consultations': (tx) =>
    tx`update consultations.consultations set title = 'Titull tjetër' where id = ${given.consultation}`,
  'consultations.question_events': (tx) => tx`update consultations.question_events set reason = 'Arsye tjetër'`,
  'consultations.question_options': (tx) => tx`update consultations.question_options set words = 'Diçka tjetër'`,
  'consultations.questionnaires': (tx) => tx`update consultations.questionnaires set open_results = not open_results`,
  'consultations.questions': (tx) => tx`update consultations.questions set label = 'Pyetje tjetër?'`,
  'consultations.planned_acts': (tx) =>
    tx`update consultations.planned_acts set title = 'Titull tjetër' where id = ${given.plannedAct}`,
  'consultations.planned_act_changes': (tx) =>
    tx`update consultations.planned_act_changes set reason = 'Arsye tjetër' where planned_act_id = ${given.plannedAct}`,
  'consultations.planned_act_consultations': (tx) =>
    tx`delete from consultations.planned_act_consultations where planned_act_id = ${given.plannedAct}`,
  'consultations.reports': (tx) => tx`update consultations.reports set state = 'taken-down' where id = ${given.report}`,
  'consultations.report_versions': (tx) => tx`
    insert into consultations.report_versions
      (institution_id, report_id, n, title, outcome, statement, content, published_at, reason)
    select institution_id, report_id, n + 1, title, outcome, statement, content, now(), 'Pa shënim në ditar'
    from consultations.report_versions where report_id = ${given.report}`,
  'consultations.plan_activities': (tx) => tx`delete from consultations.plan_activities`,
  'consultations.plan_audiences': (tx) => tx`update consultations.plan_audiences set name = 'Të tjerë'`,
  'consultations.plan_indicators': (tx) => tx`update consultations.plan_indicators set achieved_number = 7`,
  // The plan of the demonstration has none: one that appears is seen by everybody too.
  'consultations.plan_measures': (tx) => tx`
    insert into consultations.plan_measures (institution_id, plan_id, ordinal, about, words)
    select institution_id, id, 1, 'on-time', 'Më shumë kohë' from consultations.plans`,
  'consultations.monitorings': (tx) => tx`update consultations.monitorings set state = 'taken-down'`,
  'consultations.monitoring_versions': (tx) => tx`
    insert into consultations.monitoring_versions (institution_id, plan_id, n, stage, title, content, published_at, reason)
    select institution_id, plan_id, n + 1, stage, title, content, now(), 'Pa shënim në ditar'
    from consultations.monitoring_versions`,
  'consultations.plan_versions': (tx) => tx`
    insert into consultations.plan_versions
      (institution_id, plan_id, n, title, act_kind, content, published_at, reason)
    select institution_id, plan_id, n + 1, title, act_kind, content, now(), 'Pa shënim në ditar' from consultations.plan_versions`,
  'consultations.plans': (tx) => tx`update consultations.plans set state = 'taken-down'`,
  'consultations.year_replies': (tx) =>
    tx`update consultations.year_replies set changed_at = changed_at + interval '1 second'`,
  'consultations.year_reply_versions': (tx) => tx`
    insert into consultations.year_reply_versions (institution_id, reply_id, n, words, role, published_at)
    select institution_id, reply_id, n + 1, 'Pa shënim në ditar', role, now() from consultations.year_reply_versions`,
  'consultations.year_reports': (tx) => tx`update consultations.year_reports set state = 'taken-down'`,
  'consultations.year_report_versions': (tx) => tx`
    insert into consultations.year_report_versions
      (institution_id, report_id, n, figures, counted_at, published_at, reason)
    select institution_id, report_id, n + 1, figures, now(), now(), 'Pa shënim në ditar'
    from consultations.year_report_versions`,
  'meetings.agenda_items': (tx) =>
    tx`update meetings.agenda_items set title = 'Pikë tjetër' where meeting_id = ${given.meeting}`,
  'meetings.meeting_bodies': (tx) => tx`delete from meetings.meeting_bodies where meeting_id = ${given.meeting}`,
  'meetings.meeting_days': (tx) =>
    tx`update meetings.meeting_days set day = day + 1 where meeting_id = ${given.meeting}`,
  'meetings.meeting_events': (tx) =>
    tx`update meetings.meeting_events set reason = 'Tjetër' where meeting_id = ${given.meeting}`,
  'meetings.meetings': (tx) => tx`update meetings.meetings set title = 'Titull tjetër' where id = ${given.meeting}`,
  'meetings.outcomes': (tx) =>
    tx`update meetings.outcomes set words = 'Fjalë të tjera' where meeting_id = ${given.meeting}`,
  'open_data.datasets': (tx) =>
    tx`update open_data.datasets set title_sq = 'Titull tjetër' where id = ${given.dataset}`,
  'open_data.dataset_rows': (tx) => tx`delete from open_data.dataset_rows where dataset_id = ${given.dataset}`,
  'platform.bodies': (tx) => tx`update platform.bodies set name = 'Emër tjetër'`,
  'platform.deadlines': (tx) =>
    tx`update platform.deadlines set due_on = due_on + 1 where subject = ${`consultations.consultation:${given.consultation}`}`,
  'platform.document_files': (tx) => tx`update platform.document_files set file_name = 'tjeter.txt'`,
  'platform.document_words': (tx) => tx`update platform.document_words set title = 'Other'`,
  'platform.documents': (tx) => tx`update platform.documents set title = 'Titull tjetër'`,
  'platform.institutions': (tx) => tx`update platform.institutions set website = 'https://tjeter.example'`,
  'platform.links': (tx) => tx`delete from platform.links`,
  'platform.subject_places': (tx) => tx`delete from platform.subject_places`,
  'platform.subject_topics': (tx) => tx`delete from platform.subject_topics`,
  'platform.takedowns': (tx) => tx`update platform.takedowns set ground = 'court-order'`,
  'platform.text_versions': (tx) => tx`
    insert into platform.text_versions (text_id, institution_id, n, lang, state, source_kind, read_at, published_at)
    select text_id, institution_id, 2, 'sq', 'published', 'pasted', now(), now() from consultations.consultations
    where id = ${given.consultation}`,
  'platform.translations': (tx) => tx`update platform.translations set words = 'Other words'`,
})
