import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { Outcome, ReportContent, WrittenParts } from './report-rules.ts'

/** The report as its institution works on it. */
export type OwnReport = {
  id: string
  institutionId: string
  consultationId: string
  state: 'draft' | 'published' | 'taken-down'
  written: unknown
  revision: number
  version: number
  publishedAt: Date | null
}

const own = (db: Queryable) => db`
  report.id, report.institution_id, report.consultation_id, report.state, report.written, report.revision, report.version,
  report.published_at`

export const findOwnReport = async (db: Queryable, consultationId: string): Promise<OwnReport | null> =>
  one(
    await db<
      OwnReport[]
    >`select ${own(db)} from consultations.reports as report where consultation_id = ${consultationId}`,
  )

export const holdReport = async (tx: Transaction, id: string): Promise<OwnReport | null> =>
  one(await tx<OwnReport[]>`select ${own(tx)} from consultations.reports as report where id = ${id} for update`)

/** Inside a deed that holds the consultation: the only one that can make or change its report. */
export async function ensureReport(
  tx: Transaction,
  of: { institutionId: string; consultationId: string },
  at: Date,
): Promise<OwnReport> {
  await tx`
    insert into consultations.reports (institution_id, consultation_id, written_at, changed_at)
    values (${of.institutionId}, ${of.consultationId}, ${at}, ${at}) on conflict (consultation_id) do nothing`
  const report = await findOwnReport(tx, of.consultationId)
  if (!report) throw new Error('A report that was just made is there')
  return report
}

/** False: somebody else has written meanwhile. */
export async function saveWritten(
  tx: Transaction,
  order: { id: string; written: WrittenParts; revision: number; at: Date; by: string | null },
): Promise<boolean> {
  const rows = await tx`
    update consultations.reports
    set written = ${tx.json(order.written)}, revision = revision + 1, written_at = ${order.at}, written_by = ${order.by}
    where id = ${order.id} and revision = ${order.revision} returning id`
  return rows.length > 0
}

export type NewVersion = {
  institutionId: string
  reportId: string
  n: number
  title: string
  outcome: Outcome
  statement: string
  statementEn: string | null
  content: ReportContent
  at: Date
  by: string | null
  reason: string | null
  formId: string
}

export async function insertReportVersion(tx: Transaction, version: NewVersion): Promise<void> {
  await tx`
    insert into consultations.report_versions
      (institution_id, report_id, n, title, outcome, statement, statement_en, content, published_at, published_by, reason,
       form_id)
    values
      (${version.institutionId}, ${version.reportId}, ${version.n}, ${version.title}, ${version.outcome},
       ${version.statement}, ${version.statementEn}, ${tx.json(version.content)}, ${version.at}, ${version.by},
       ${version.reason}, ${version.formId})`
  await tx`
    update consultations.reports
    set state = 'published', version = ${version.n}, published_at = coalesce(published_at, ${version.at}),
        changed_at = ${version.at}
    where id = ${version.reportId}`
}

export const versionWasSent = async (db: Queryable, formId: string): Promise<boolean> =>
  (await db`select 1 from consultations.report_versions where form_id = ${formId}`).length > 0

export async function setReportState(
  tx: Transaction,
  id: string,
  state: 'published' | 'taken-down',
  at: Date,
): Promise<void> {
  await tx`update consultations.reports set state = ${state}, changed_at = ${at} where id = ${id}`
}

export type PublishedReport = {
  id: string
  consultationId: string
  institutionId: string
  title: string
  version: number
  newest: number
  outcome: Outcome
  statement: string
  statementEn: string | null
  reason: string | null
  content: unknown
  versionAt: Date
  publishedAt: Date
}

/** A version that everybody may read; without a number the newest. */
export const findPublishedReport = async (
  db: Queryable,
  consultationId: string,
  n: number | null,
): Promise<PublishedReport | null> =>
  one(
    await db<PublishedReport[]>`
      select report.id, report.consultation_id, report.institution_id, said.title, said.n as version,
             report.version as newest, said.outcome, said.statement, said.statement_en, said.reason, said.content,
             said.published_at as version_at, report.published_at
      from consultations.published_reports as report
      join consultations.report_versions as said on said.report_id = report.id
      where report.consultation_id = ${consultationId} and said.n = ${n ?? db`report.version`}`,
  )

export type ReportVersion = { n: number; publishedAt: Date; reason: string | null }

export const listReportVersions = (db: Queryable, reportId: string): Promise<ReportVersion[]> => db<ReportVersion[]>`
  select n, published_at, reason from consultations.report_versions where report_id = ${reportId} order by n desc`

/** The words of answers as they stood in a version of the report; null: taken down since. */
export type AnswerThen = { code: string; n: number; reason: string | null; lang: 'sq' | 'en' }

export const listAnswersThen = (
  db: Queryable,
  consultationId: string,
  codes: readonly string[],
): Promise<AnswerThen[]> => db<AnswerThen[]>`
  select answer.code, said.n, answer.lang, case when answer.state <> 'taken-down' then said.reason end as reason
  from consultations.published_answers as answer
  join consultations.answer_versions as said on said.answer_id = answer.id
  where answer.consultation_id = ${consultationId} and answer.code = any(${codes as string[]})`

const records = (db: Queryable) => db`
  select one.id, one.institution_id, institution.slug as institution, to_jsonb(public) as record
  from consultations.recorded_reports as one
  join platform.institutions as institution on institution.id = one.institution_id
  cross join lateral (
    select one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at, one.state,
           one.consultation_id, one.version, one.outcome, one.statement_en, one.reason, one.content,
           (select coalesce(jsonb_agg(jsonb_build_object('n', said.n, 'published_at', said.published_at,
                     'reason', said.reason, 'digest', encode(sha256(convert_to(said.content::text, 'UTF8')), 'hex'))
                     order by said.n), '[]')
            from consultations.report_versions as said where said.report_id = one.id) as versions) as public`

export const findReportRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'one.id', ids)}`

export const listReportRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)}
    ${after === null ? db`` : db`where one.id > ${after}`}
    order by one.id limit ${limit}`

export type FoundReport = {
  id: string
  institutionId: string
  lang: 'sq' | 'en'
  title: string
  statement: string
  statementEn: string | null
  content: unknown
  slug: string
  consultationId: string
  publishedAt: Date
  changedAt: Date
  day: string
  topics: string[]
  places: string[]
}

export const listFoundReports = (db: Queryable, ids: readonly string[]): Promise<FoundReport[]> => db<FoundReport[]>`
  select report.id, report.institution_id, report.lang, report.title, report.body as statement, report.statement_en,
         report.content, consultation.slug, report.consultation_id, report.published_at, report.changed_at,
         (report.published_at at time zone consultation.zone)::date::text as day, report.topics, report.places
  from consultations.published_reports as report
  join consultations.published_consultations as consultation on consultation.id = report.consultation_id
  where ${amongIds(db, 'report.id', ids)}`

export const listPublicReportIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from consultations.reports
    where state = 'published' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

export type ReportSubject = {
  id: string
  institutionId: string
  consultationId: string
  title: string
  lang: 'sq' | 'en'
  slug: string | null
}

/** `slug`: null where nobody outside may read it. */
export const listReportSubjects = (db: Queryable, ids: readonly string[]): Promise<ReportSubject[]> => db<
  ReportSubject[]
>`
  select report.id, report.institution_id, report.consultation_id, report.lang, consultation.title,
         case when report.state = 'published' and consultation.state in ('published', 'cancelled')
              then consultation.slug end as slug
  from consultations.reports as report
  join consultations.consultations as consultation on consultation.id = report.consultation_id
  where report.id = any(${ids as string[]}::uuid[])`

/** The report at the address of its consultation. */
export const findReportAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select report.id from consultations.published_reports as report
      join consultations.published_consultations as consultation on consultation.id = report.consultation_id
      where consultation.slug = ${slug}`,
  )?.id ?? null

/** How many comments came in, or lost their answer, after the conclusion: shown with the report. */
export const countUnansweredSince = async (db: Queryable, consultationId: string): Promise<number> =>
  (
    await db<{ count: number }[]>`
      select count(*)::int as count from consultations.comment_outcomes
      where consultation_id = ${consultationId} and answer_version = 0`
  )[0]?.count ?? 0
