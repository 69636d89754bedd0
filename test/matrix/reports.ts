import { randomUUID } from 'node:crypto'
import { conclusionOf, givenClosed, givenReport } from '#modules/consultations/report/report-testing.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The end of a consultation, and its report. */
export function reportRows({ services }: MatrixWorld): Rows {
  const closed = async (slug: Slug) => (await givenClosed(services, slug)).id
  const concluded = async (slug: Slug) => (await givenReport(services, slug)).consultation.id
  return {
    'GET /zyra/konsultime/:id/perfundimi': record('answers.read', async (slug) => ({
      path: officeUrls.conclusion(await closed(slug)),
    })),
    'POST /zyra/konsultime/:id/perfundimi': record('consultations.conclude', async (slug) => {
      const id = await closed(slug)
      const form = await conclusionOf(services, id)
      const fields = {
        rezultati: form.outcome,
        deklarata: form.statement,
        versioni: String(form.fromVersion),
        dergesa: form.formId,
      }
      return { path: officeUrls.conclusion(id), fields }
    }),
    'POST /zyra/konsultime/:id/rihapja': record('consultations.conclude', async (slug) => ({
      path: officeUrls.reopening(await concluded(slug)),
      fields: { 'arsyeja-rihapjes': 'Një letër ishte harruar.', dergesa: randomUUID() },
    })),
    'POST /zyra/konsultime/:id/raporti/versioni': record('consultations.conclude', async (slug) => ({
      path: officeUrls.renewReport(await concluded(slug)),
      fields: { 'arsyeja-versionit': 'Një shifër u plotësua.', dergesa: randomUUID() },
    })),
    'GET /zyra/konsultime/:id/raporti': record('consultations.conclude', async (slug) => ({
      path: officeUrls.reportParts(await closed(slug)),
    })),
    'POST /zyra/konsultime/:id/raporti': record('consultations.conclude', async (slug) => ({
      path: officeUrls.reportParts(await closed(slug)),
      fields: { versioni: '1', findings: 'Takimet sollën më shumë njerëz.' },
    })),
    'GET /zyra/konsultime/:id/raporti/pamja': record('answers.read', async (slug) => ({
      path: officeUrls.reportPreview(await closed(slug)),
    })),
  }
}
