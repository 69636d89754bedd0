import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { textsIn } from '../texts.ts'
import { findReportAt, holdReport, listReportSubjects, setReportState } from './report-queries.ts'
import { REPORT_KIND } from './report-rules.ts'

const ADDRESS = /^\/konsultime\/([a-z0-9-]+)\/raporti(?:\.[a-z]+|\/.*)?$/

/** All its versions are gone with it: every page and file of it asks for its state. */
export const reportTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const report = await holdReport(tx, id)
    if (!report) return 'no-such-record'
    if (report.state !== 'published') return 'not-public'
    await setReportState(tx, id, 'taken-down', at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    const report = await holdReport(tx, id)
    if (report?.state !== 'taken-down') return 'no-such-record'
    await setReportState(tx, id, 'published', at)
    return 'lifted'
  },
  async recordsAt({ db }, path) {
    const [, slug] = ADDRESS.exec(path) ?? []
    const id = slug === undefined ? null : await findReportAt(db, slug)
    return id === null ? [] : [refOf(REPORT_KIND, id)]
  },
  publicName: async ({ db }, lang, id) =>
    (await listReportSubjects(db, [id])).length > 0 ? textsIn(lang).reports.subject : null,
}
