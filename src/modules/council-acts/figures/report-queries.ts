import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { ReportFigures } from './report-figure-rules.ts'
import type { ReportState, ReportWords } from './report-rules.ts'

export type OfficeReport = {
  id: string
  institutionId: string
  year: number
  state: ReportState
  words: ReportWords
  revision: number
  /** 0: nothing of it is public. */
  version: number
  publishedAt: Date | null
  changedAt: Date
}

const columns = (db: Queryable) => db`
  id, institution_id, year, state, words, revision, version, published_at, changed_at`

export const findOfficeReport = async (
  db: Queryable,
  institutionId: string,
  year: number,
): Promise<OfficeReport | null> =>
  one(
    await db<OfficeReport[]>`
      select ${columns(db)} from council_acts.decision_reports where institution_id = ${institutionId} and year = ${year}`,
  )

/** Nobody else changes it before the deed ends. It is begun where there is none. */
export async function holdReport(
  tx: Transaction,
  { institutionId, year, at, by }: { institutionId: string; year: number; at: Date; by: string | null },
): Promise<OfficeReport> {
  await tx`
    insert into council_acts.decision_reports (institution_id, year, written_at, written_by, changed_at)
    values (${institutionId}, ${year}, ${at}, ${by}, ${at})
    on conflict (institution_id, year) do nothing`
  const held = one(
    await tx<OfficeReport[]>`
      select ${columns(tx)} from council_acts.decision_reports
      where institution_id = ${institutionId} and year = ${year} for update`,
  )
  if (!held) throw new Error('A report on decision-making that was just begun is gone')
  return held
}

export async function saveReportWords(
  tx: Transaction,
  id: string,
  { words, at, by }: { words: ReportWords; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council_acts.decision_reports
    set words = ${tx.json(words)}, revision = revision + 1, written_at = ${at}, written_by = ${by}, changed_at = ${at}
    where id = ${id}`
}

type NewVersion = {
  id: string
  figures: ReportFigures
  reason: string | null
  at: Date
  by: string | null
  formId: string | null
}

/** As it stands becomes the next version. */
export async function insertReportVersion(
  tx: Transaction,
  { id, figures, reason, at, by, formId }: NewVersion,
): Promise<void> {
  await tx`
    insert into council_acts.decision_report_versions
      (institution_id, report_id, n, words, figures, counted_at, published_at, published_by, reason, form_id)
    select institution_id, id, version + 1, words, ${tx.json(figures)}, ${at}, ${at}, ${by}, ${reason}, ${formId}
    from council_acts.decision_reports where id = ${id}`
  await tx`
    update council_acts.decision_reports
    set state = 'published', version = version + 1, published_at = coalesce(published_at, ${at}), changed_at = ${at}
    where id = ${id}`
}

export const isReportPublishedBy = async (db: Queryable, formId: string): Promise<boolean> =>
  (await db`select from council_acts.decision_report_versions where form_id = ${formId}`).length > 0

export const holdReportById = async (tx: Transaction, id: string): Promise<{ state: ReportState } | null> =>
  one(await tx<{ state: ReportState }[]>`select state from council_acts.decision_reports where id = ${id} for update`)

export async function setReportState(
  tx: Transaction,
  id: string,
  state: 'published' | 'taken-down',
  at: Date,
): Promise<void> {
  await tx`update council_acts.decision_reports set state = ${state}, changed_at = ${at} where id = ${id}`
}

export type ListedReport = {
  institutionId: string
  year: number
  state: ReportState
  version: number
  publishedAt: Date | null
}

/** Of a year, of these institutions. */
export const listOfficeReports = (
  db: Queryable,
  year: number,
  institutions: readonly string[] | null,
): Promise<ListedReport[]> => db<ListedReport[]>`
  select institution_id, year, state, version, published_at from council_acts.decision_reports
  where year = ${year} ${institutions === null ? db`` : db`and institution_id = any(${institutions as string[]}::uuid[])`}
  order by institution_id limit 2000`

export type PublishedReport = {
  id: string
  institutionId: string
  year: number
  version: number
  newest: number
  words: ReportWords
  figures: ReportFigures
  countedAt: Date
  publishedAt: Date
  versionAt: Date
  reason: string | null
}

/** A version that everybody may read; without a number the newest. */
export const findPublishedReport = async (
  db: Queryable,
  institutionId: string,
  year: number,
  n: number | null,
): Promise<PublishedReport | null> =>
  one(
    await db<PublishedReport[]>`
      select report.id, report.institution_id, report.year, version.n as version, report.version as newest, version.words,
             version.figures, version.counted_at, report.published_at, version.published_at as version_at, version.reason
      from council_acts.published_decision_reports as report
      join council_acts.decision_report_versions as version on version.report_id = report.id
      where report.institution_id = ${institutionId} and report.year = ${year} and version.n = ${n ?? db`report.version`}`,
  )

export type ReportVersion = { n: number; publishedAt: Date; reason: string | null }

export const listReportVersions = (db: Queryable, id: string): Promise<ReportVersion[]> => db<ReportVersion[]>`
  select n, published_at, reason from council_acts.decision_report_versions where report_id = ${id} order by n desc`

export type ShownReport = {
  institutionId: string
  institutionSlug: string
  year: number
  version: number
  publishedAt: Date
}

/** All that are public, newest year first. */
export const listPublishedReports = (db: Queryable, institutionId: string | null): Promise<ShownReport[]> => db<
  ShownReport[]
>`
  select report.institution_id, report.institution_slug, report.year, report.version, report.published_at
  from council_acts.published_decision_reports as report
  ${institutionId === null ? db`` : db`where report.institution_id = ${institutionId}`}
  order by report.year desc, report.institution_slug limit 500`

export type ReportName = {
  id: string
  institutionId: string
  institutionSlug: string
  year: number
  state: ReportState
}

export const listReportNames = (db: Queryable, ids: readonly string[]): Promise<ReportName[]> => db<ReportName[]>`
  select report.id, report.institution_id, institution.slug as institution_slug, report.year, report.state
  from council_acts.decision_reports as report join platform.institutions as institution on institution.id = report.institution_id
  where report.id = any(${ids as string[]}::uuid[])`

export const findReportIdAt = async (db: Queryable, slug: string, year: number): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select report.id from council_acts.decision_reports as report
      join platform.institutions as institution on institution.id = report.institution_id
      where institution.slug = ${slug} and report.year = ${year}`,
  )?.id ?? null

/** All that everybody may read of a report; earlier versions by their digests, for the entries that published them say them. */
const records = (db: Queryable) => db`
  select report.id, report.institution_id, report.institution_slug as institution, to_jsonb(public) as record
  from council_acts.published_decision_reports as report
  cross join lateral (
    select report.institution_id, report.kind, report.lang, report.title, report.body, report.published_at, report.changed_at,
           report.state, report.topics, report.places, report.year, report.version, report.words, report.figures,
           report.counted_at, report.reason,
           (select coalesce(jsonb_agg(jsonb_build_object('n', version.n, 'published_at', version.published_at,
                     'reason', version.reason,
                     'digest', encode(sha256(convert_to(version.words::text || E'\\n' || version.figures::text, 'UTF8')), 'hex'))
                     order by version.n), '[]')
            from council_acts.decision_report_versions as version where version.report_id = report.id) as versions) as public`

export const findReportRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'report.id', ids)}`

export const listReportRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where report.id > ${after}`} order by report.id limit ${limit}`

export type FoundReport = {
  id: string
  institutionId: string
  institutionSlug: string
  institutionName: string
  year: number
  title: string
  body: string | null
  publishedAt: Date
  changedAt: Date
  day: string
  topics: string[]
  places: string[]
}

export const listFoundReports = (db: Queryable, ids: readonly string[]): Promise<FoundReport[]> => db<FoundReport[]>`
  select report.id, report.institution_id, report.institution_slug, report.year, report.title, report.body,
         platform.institution_name(report.institution_id, 'sq', current_date) as institution_name,
         report.published_at, report.changed_at, (report.published_at at time zone report.zone)::date::text as day,
         report.topics, report.places
  from council_acts.published_decision_reports as report where ${amongIds(db, 'report.id', ids)}`

export const listPublicReportIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from council_acts.decision_reports
    where state = 'published' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}
