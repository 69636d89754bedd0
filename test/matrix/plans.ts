import { randomUUID } from 'node:crypto'
import { givenPlan } from '#modules/consultations/plan/plan-testing.ts'
import { listSections } from '#modules/consultations/plan/plan-queries.ts'
import { lockOf } from '#modules/consultations/plan/plan-rules.ts'
import { givenDraft, givenInstitution } from '#modules/consultations/testing.ts'
import { officePlanUrls as urls } from '#modules/consultations/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Plans of consultations: list, one, its sections, publication, consultation, measures of earlier plans. */
export function planRows({ services, db }: MatrixWorld): Rows {
  const read = 'plans.read'
  const write = 'plans.write'
  const draft = async (institution: Slug) => (await givenPlan(services, { institution })).id
  const institutionId = async (slug: Slug) => (await givenInstitution(services, slug)).id
  return {
    [`GET ${urls.list()}`]: page(read, urls.list()),
    [`GET ${urls.create()}`]: page(write, urls.create()),
    [`POST ${urls.create()}`]: record(write, async (slug) => ({
      path: urls.create(),
      fields: {
        institucioni: await institutionId(slug),
        titulli: 'Plani i ujit',
        lloji: 'plan',
        kopja: '',
        dergesa: randomUUID(),
      },
    })),
    [`GET ${urls.one(':id')}`]: record(read, async (slug) => ({ path: urls.one(await draft(slug)) })),
    [`GET ${urls.section(':id', ':pjesa')}`]: record(write, async (slug) => ({
      path: urls.section(await draft(slug), 2),
    })),
    [`POST ${urls.section(':id', ':pjesa')}`]: record(write, async (slug) => ({
      path: urls.section(await draft(slug), 4),
      fields: { versioni: '1', fjale: 'Me e-mail dhe në sportel.', shenime: '' },
    })),
    [`POST ${urls.publish(':id')}`]: record('plans.publish', async (slug) => {
      const id = await draft(slug)
      return { path: urls.publish(id), fields: { gjendja: lockOf(await listSections(db, id)) } }
    }),
    [`POST ${urls.link(':id')}`]: record(write, async (slug) => {
      const { id: konsultimi } = await givenDraft(services, { institution: slug, text: null })
      return { path: urls.link(await draft(slug)), fields: { konsultimi, veprimi: 'lidh' } }
    }),
    [`POST ${urls.measure(':id')}`]: record(write, async (slug) => {
      const measure = 'Ftesat dalin më herët.'
      const { id: nga } = await givenPlan(services, { institution: slug, published: true, measure })
      return { path: urls.measure(await draft(slug)), fields: { nga, rreth: 'on-time' } }
    }),
    [`GET ${urls.ofConsultation(':id')}`]: {
      ...record(read, async (slug) => ({
        path: urls.ofConsultation((await givenDraft(services, { institution: slug, text: null })).id),
      })),
      leadsOn: true,
    },
  }
}
