import { filled, givenMonitoring } from '#modules/consultations/monitoring/monitoring-testing.ts'
import { officeMonitoringUrls as urls } from '#modules/consultations/monitoring/urls.ts'
import { givenDraft } from '#modules/consultations/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The monitoring of plans: list, form, publication, and from a consultation to it. */
export function monitoringRows({ services }: MatrixWorld): Rows {
  const [read, write, publish] = ['plans.read', 'plans.write', 'plans.publish'] as const
  const saved = async (institution: Slug) => givenMonitoring(services, { institution, saved: true })
  return {
    [`GET ${urls.list()}`]: page(read, urls.list()),
    [`GET ${urls.ofConsultation(':id')}`]: record(read, async (slug) => ({
      path: urls.ofConsultation((await givenDraft(services, { institution: slug, text: null })).id),
    })),
    [`GET ${urls.one(':id')}`]: record(read, async (slug) => ({ path: urls.one((await saved(slug)).id) })),
    [`POST ${urls.one(':id')}`]: record(write, async (slug) => ({
      path: urls.one((await saved(slug)).id),
      fields: { versioni: '1', 'procesi-on-time-po-jo': 'po' },
    })),
    [`GET ${urls.publication(':id')}`]: record(read, async (slug) => ({
      path: urls.publication((await saved(slug)).id),
    })),
    [`POST ${urls.publication(':id')}`]: record(publish, async (slug) => {
      const monitoring = await saved(slug)
      const { lock } = await filled(services, monitoring)
      return { path: urls.publication(monitoring.id), fields: { gjendja: lock } }
    }),
  }
}
