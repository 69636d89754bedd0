import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { figuresOfYear } from './year-figure-rules.ts'
import { gatherYear } from './year-figure-queries.ts'
import { holdReport, insertReportVersion, isReportPublishedBy, saveReportWords } from './year-report-queries.ts'
import { enterYearReport } from './year-report-records.ts'
import { refusalToPublish, YEAR_REPORT_KIND, type PublishRefusal, type ReportWords } from './year-report-rules.ts'

type OfYear = { institutionId: string; year: number }

export type SaveOutcome =
  { kind: 'saved'; revision: number } | { kind: 'changed-meanwhile' } | { kind: 'not-permitted' }

/** The words of the institution, seen by the office alone until they are published. `revision` 0: nothing was there yet. */
export async function saveYearReport(
  services: Services,
  official: Official,
  order: OfYear & { words: ReportWords; revision: number },
): Promise<SaveOutcome> {
  const { institutionId, year, words, revision } = order
  if (!mayIn(official, may['year-reports.write'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<SaveOutcome> => {
    const [at, by] = [services.clock.now(), official.accountId]
    const report = await holdReport(tx, { institutionId, year, at, by })
    if (report.revision !== Math.max(1, revision)) return { kind: 'changed-meanwhile' }
    await saveReportWords(tx, report.id, { ...words, at, by })
    const subject = refOf(YEAR_REPORT_KIND, report.id)
    await recordChange(tx, { institutionId, subject, kind: 'changed', by: { accountId: by }, at })
    return { kind: 'saved', revision: report.revision + 1 }
  })
}

export type PublishReportOutcome =
  { kind: 'published'; version: number } | { kind: 'refused'; refusal: PublishRefusal } | { kind: 'not-permitted' }

export type PublishReportOrder = OfYear & { revision: number; reason: string | null; form: string | null }

/** The words as they stand, and the figures as the record gives them now: frozen together, for ever. */
export async function publishYearReport(
  services: Services,
  official: Official,
  { institutionId, year, revision, reason, form }: PublishReportOrder,
): Promise<PublishReportOutcome> {
  if (!mayIn(official, may['year-reports.publish'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<PublishReportOutcome> => {
    const [at, by] = [services.clock.now(), official.accountId]
    const institution = await findInstitutionById(tx, 'sq', institutionId)
    if (!institution) return { kind: 'not-permitted' }
    const report = await holdReport(tx, { institutionId, year, at, by })
    if (form !== null && (await isReportPublishedBy(tx, form))) return { kind: 'published', version: report.version }
    const thisYear = Number(civilDateIn(institution.zone, at).slice(0, 4))
    const refusal = refusalToPublish(report, { revision, reason }, thisYear)
    if (refusal !== null) return { kind: 'refused', refusal }
    const why = report.version === 0 ? null : reason
    const figures = figuresOfYear(await gatherYear(tx, { year, institutionId }, at), institutionId)
    await insertReportVersion(tx, { id: report.id, figures, reason: why, at, by, formId: form })
    const version = report.version + 1
    const subject = refOf(YEAR_REPORT_KIND, report.id)
    const fields = [{ field: 'version', from: version === 1 ? null : String(report.version), to: String(version) }]
    await recordChange(tx, {
      institutionId,
      subject,
      kind: 'published',
      by: { accountId: by },
      at,
      reason: why,
      fields,
    })
    const kind = version === 1 ? 'consultations.year-report-published' : 'consultations.year-report-changed'
    const facts = { year: String(year), version: String(version) }
    await tellHappening(tx, { matter: subject, subject, kind, institutionId, at, facts })
    await enterYearReport(tx, services, report.id)
    return { kind: 'published', version }
  })
}
