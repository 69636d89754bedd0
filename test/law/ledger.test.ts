import { describe, expect, it } from 'vitest'
import { publishedComments } from '#modules/consultations/ledger/comment-records.ts'
import type { Transaction } from '#platform/db/database.ts'
import { testDatabase } from '../database.ts'
import { everyDoor } from '../doors.ts'
import { entered } from '../ledger.ts'
import { testServices } from '../web.ts'
import { givenEverything } from './everything-public.ts'

/**
 * What everybody can read is vouched for by the ledger: every published view by a kind of record, every column of it by a
 * field of the newest shape, every table under it by a guard that asks for the entry at commit.
 */
const db = await testDatabase()
const services = testServices(db)

const IN_THE_ENTRY = 'the entry itself says it'
const OF_CONSULTATION = 'the record of its consultation vouches for it'
const OF_DEADLINE = 'the record of its deadline vouches for it'
const OF_INSTITUTION = 'the record of its institution vouches for it'

/** Which kind vouches for a view, and who vouches for the columns that its newest shape leaves out. */
const VIEWS: Record<string, { kind: string; elsewhere: Record<string, string> }> = {
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
const BESIDE = [
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
const UNWATCHED: Record<string, string> = {
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
  'delete of platform.text_versions': 'a published version is never deleted: text_version_published_is_final',
  'delete of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
  'insert of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
  'update of platform.text_nodes': 'a published text never changes: text_version_published_is_final',
}

const kinds = everyDoor.flatMap((door) => door.records ?? [])

const publishedViews = async (): Promise<string[]> =>
  (
    await db<{ name: string }[]>`
      select schemaname || '.' || viewname as name from pg_views where viewname like 'published\_%' order by name`
  ).map(({ name }) => name)

async function columnsOf(view: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${view}::regclass and attnum > 0 order by attnum`
  return rows.map(({ name }) => name)
}

/** Through views that it is made of, down to the tables. */
async function tablesUnder(view: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    with recursive under as (
      select ${view}::regclass::oid as relation
      union
      select depend.refobjid from under
      join pg_rewrite as rewrite on rewrite.ev_class = under.relation
      join pg_depend as depend on depend.classid = 'pg_rewrite'::regclass and depend.objid = rewrite.oid
        and depend.refclassid = 'pg_class'::regclass)
    select space.nspname || '.' || class.relname as name
    from under join pg_class as class on class.oid = under.relation and class.relkind = 'r'
    join pg_namespace as space on space.oid = class.relnamespace order by 1`
  return rows.map(({ name }) => name)
}

/** Which tables have a guard, and at what: deferred triggers whose function looks into the ledger. */
async function watched(): Promise<Set<string>> {
  const rows = await db<{ name: string }[]>`
    select distinct event.name || ' of ' || space.nspname || '.' || class.relname as name
    from pg_trigger as trigger
    join pg_proc as function on function.oid = trigger.tgfoid and function.prosrc like '%platform.ledger_entries%'
    join pg_class as class on class.oid = trigger.tgrelid
    join pg_namespace as space on space.oid = class.relnamespace
    join (values (4, 'insert'), (8, 'delete'), (16, 'update')) as event (bit, name) on trigger.tgtype & event.bit <> 0
    where trigger.tginitdeferred and trigger.tgenabled = 'O'`
  return new Set(rows.map(({ name }) => name))
}

const shown = [
  ...new Set([...(await Promise.all((await publishedViews()).map(tablesUnder))).flat(), ...BESIDE]),
].toSorted()

describe('every published view', () => {
  it('is vouched for by a kind of record at a door', async () => {
    expect(await publishedViews()).toEqual(Object.keys(VIEWS).toSorted())
    const known = kinds.map(({ kind }) => kind)
    expect(Object.values(VIEWS).filter(({ kind }) => !known.includes(kind))).toEqual([])
  })

  it.each(Object.entries(VIEWS))(
    '%s: every column is in the newest shape, or another record vouches for it',
    async (view, of) => {
      const shape = kinds.find(({ kind }) => kind === of.kind)?.shapes.at(-1) ?? []
      const columns = await columnsOf(view)
      expect(columns.filter((column) => !shape.includes(column))).toEqual(
        columns.filter((column) => column in of.elsewhere),
      )
      expect(Object.keys(of.elsewhere).filter((column) => !columns.includes(column) || shape.includes(column))).toEqual(
        [],
      )
    },
  )

  it('stands on tables whose every change is watched, or that has a reason', async () => {
    const guards = await watched()
    const open = shown.flatMap((table) => ['delete', 'insert', 'update'].map((event) => `${event} of ${table}`))
    expect(open.filter((event) => !guards.has(event)).toSorted()).toEqual(Object.keys(UNWATCHED).toSorted())
  })
})

describe('every kind of record', () => {
  it('has a name of its own, words in both languages, and fields named once', () => {
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length)
    for (const { kind, words, shapes } of kinds) {
      expect([kind, words.sq !== '', words.en !== '']).toEqual([kind, true, true])
      for (const shape of shapes) expect([kind, new Set(shape).size]).toEqual([kind, shape.length])
    }
  })
})

const given = await givenEverything(db, services)

/** One change of each that everybody would see. Whoever watches another table adds its sentence here. */
const CHANGES: Record<string, (tx: Transaction) => Promise<unknown>> = {
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
}

describe('a change that everybody would see, without an entry', () => {
  it.each(Object.entries(CHANGES))('of %s fails when the deed ends, and nothing has changed', async (table, change) => {
    const before = await db.unsafe(`select row::text from ${table} as row order by 1`)
    const refused = { constraint_name: 'public_change_in_ledger' }
    await expect(db.begin(change)).rejects.toMatchObject(refused)
    expect(await db.unsafe(`select row::text from ${table} as row order by 1`)).toEqual(before)
  })

  it('is tried of every table that stands under a view or beside it', () => {
    const untold = shown.filter((table) => !(table in CHANGES) && table !== 'platform.text_nodes')
    expect(untold).toEqual([])
  })

  it('passes with its entry, and what only officials see passes without', async () => {
    const change = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.comments set changed_at = changed_at + interval '1 second' where id = ${given.comment} returning id`
    expect(await entered(db, publishedComments, change)).toEqual([{ id: given.comment }])
    await expect(db.begin(change)).rejects.toMatchObject({ constraint_name: 'public_change_in_ledger' })
    await db`update consultations.comments set contact_id = null where id = ${given.comment}`
    await db`update consultations.comment_events set note = 'Shënim' where comment_id = ${given.held} and kind = 'held'`
    await db`update consultations.comment_versions set found = '{telephone}' where comment_id = ${given.comment}`
  })

  it('of a draft passes too', async () => {
    const [draft] = await db`
      insert into consultations.consultations
        (institution_id, title, summary, act_kind, legal_basis, contact_email, created_at, changed_at)
      select institution_id, title, summary, act_kind, legal_basis, contact_email, now(), now()
      from consultations.consultations where id = ${given.consultation} returning state`
    expect(draft).toEqual({ state: 'draft' })
  })
})
