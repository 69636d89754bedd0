import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { DECISION_REPORT_RECORD } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { figuresOf } from './report-figure-rules.ts'
import { gatherYear } from './report-figure-queries.ts'
import { holdReport, insertReportVersion, isReportPublishedBy, saveReportWords } from './report-queries.ts'
import { enterDecisionReport } from './report-records.ts'
import { refusalToPublish, type PublishRefusal, type ReportWords } from './report-rules.ts'

type OfYear = { institutionId: string; year: number }

export type SaveOutcome =
  { kind: 'saved'; revision: number } | { kind: 'changed-meanwhile' } | { kind: 'not-permitted' }

/** The words of the secretary, seen by the office alone until they are published. `revision` 0: nothing was there yet. */
export async function saveDecisionReport(
  services: Services,
  official: Official,
  order: OfYear & { words: ReportWords; revision: number },
): Promise<SaveOutcome> {
  const { institutionId, year, words, revision } = order
  if (!mayIn(official, may['acts.write'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<SaveOutcome> => {
    const [at, by] = [services.clock.now(), official.accountId]
    const report = await holdReport(tx, { institutionId, year, at, by })
    if (report.revision !== Math.max(1, revision)) return { kind: 'changed-meanwhile' }
    await saveReportWords(tx, report.id, { words, at, by })
    const subject = refOf(DECISION_REPORT_RECORD, report.id)
    await recordChange(tx, { institutionId, subject, kind: 'changed', by: { accountId: by }, at })
    return { kind: 'saved', revision: report.revision + 1 }
  })
}

export type PublishOutcome =
  { kind: 'published'; version: number } | { kind: 'refused'; refusal: PublishRefusal } | { kind: 'not-permitted' }

export type PublishOrder = OfYear & { revision: number; reason: string | null; form: string | null }

/** The words as they stand, and the figures as the record gives them now: frozen together, for ever. */
export async function publishDecisionReport(
  services: Services,
  official: Official,
  { institutionId, year, revision, reason, form }: PublishOrder,
): Promise<PublishOutcome> {
  if (!mayIn(official, may['acts-report.publish'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<PublishOutcome> => {
    const [at, by] = [services.clock.now(), official.accountId]
    const institution = await findInstitutionById(tx, 'sq', institutionId)
    if (!institution) return { kind: 'not-permitted' }
    const report = await holdReport(tx, { institutionId, year, at, by })
    if (form !== null && (await isReportPublishedBy(tx, form))) return { kind: 'published', version: report.version }
    const today = civilDateIn(institution.zone, at)
    const refusal = refusalToPublish(report, { revision, reason }, Number(today.slice(0, 4)))
    if (refusal !== null) return { kind: 'refused', refusal }
    const why = report.version === 0 ? null : reason
    const figures = figuresOf(await gatherYear(tx, { institutionId, year }, { now: at, day: today }))
    await insertReportVersion(tx, { id: report.id, figures, reason: why, at, by, formId: form })
    const version = report.version + 1
    const subject = refOf(DECISION_REPORT_RECORD, report.id)
    const fields = [{ field: 'version', from: version === 1 ? null : String(report.version), to: String(version) }]
    const change = { institutionId, subject, kind: 'published', by: { accountId: by }, at, reason: why, fields }
    await recordChange(tx, change)
    const kind = `council-acts.decision-report-${version === 1 ? 'published' : 'changed'}`
    const facts = { year: String(year), version: String(version) }
    await tellHappening(tx, { matter: subject, subject, kind, institutionId, at, facts })
    await enterDecisionReport(tx, services, report.id)
    return { kind: 'published', version }
  })
}
