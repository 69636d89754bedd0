import type { Changes } from './unentered-changes.ts'
import type { givenEverything } from './everything-public.ts'

type Given = Awaited<ReturnType<typeof givenEverything>>

/** The same of acts. */
export const actChangesOf = ({ act, transmittal }: Given): Changes => ({
  'council_acts.acts': (tx) => tx`update council_acts.acts set title = 'Titull tjetër' where id = ${act}`,
  'council_acts.act_events': (tx) =>
    tx`update council_acts.act_events set reason = 'Arsye tjetër' where act_id = ${act}`,
  'council_acts.amendments': (tx) =>
    tx`update council_acts.amendments set words = 'Fjalë të tjera' where act_id = ${act}`,
  'council_acts.decision_reports': (tx) => tx`update council_acts.decision_reports set state = 'taken-down'`,
  'council_acts.decision_report_versions': (tx) => tx`
    insert into council_acts.decision_report_versions
      (institution_id, report_id, n, words, figures, counted_at, published_at, reason)
    select institution_id, report_id, n + 1, words, figures, now(), now(), 'Pa shënim në ditar'
    from council_acts.decision_report_versions`,
  'council_acts.gap_notes': (tx) => tx`update council_acts.gap_notes set words = 'Fjalë të tjera'`,
  'council_acts.mayor_returns': (tx) => tx`
    insert into council_acts.mayor_returns (institution_id, act_id, returned_on, reasons, created_at)
    select institution_id, id, current_date, 'Pa shënim në ditar', now() from council_acts.acts where id = ${act}`,
  'council_acts.postings': (tx) => tx`update council_acts.postings set place = 'Tjetërkund' where act_id = ${act}`,
  'council_acts.relations': (tx) => tx`update council_acts.relations set by_articles = 'Neni 99' where act_id = ${act}`,
  'council_acts.re_examinations': (tx) => tx`update council_acts.re_examinations set outcome = 'kept'`,
  'council_acts.transmittals': (tx) =>
    tx`update council_acts.transmittals set protocol = 'Tjetër' where id = ${transmittal}`,
  'council_acts.transmitted_acts': (tx) =>
    tx`update council_acts.transmitted_acts set ordinal = 9 where transmittal_id = ${transmittal}`,
  'council_acts.verdicts': (tx) => tx`
    insert into council_acts.verdicts (institution_id, act_id, kind, decided_on, entered_as, entered_at)
    select institution_id, id, 'conform', current_date, 'secretary', now() from council_acts.acts where id = ${act}`,
  'council_acts.signature_checks': (tx) => tx`
    insert into council_acts.signature_checks (document_id, institution_id, act_id, report, checked_at)
    select gen_random_uuid(), institution_id, id, '{}', now() from council_acts.acts where id = ${act}`,
  'council_acts.states': (tx) => tx`update council_acts.states set note = 'Shënim tjetër' where act_id = ${act}`,
})
