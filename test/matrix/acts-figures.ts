import { randomUUID } from 'node:crypto'
import { bindToPlan } from '#modules/council-acts/figures/bind-to-plan.ts'
import { givenDecisionReport } from '#modules/council-acts/figures/report-testing.ts'
import { figureOfficeUrls as urls } from '#modules/council-acts/figures/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { officialWith } from '#modules/consultations/testing.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts.write'

/** The yearly report on decision-making, and the bond of an act to the plan. */
export function actFigureRows({ services }: MatrixWorld): Rows {
  let year = 1990
  const act = async (institution: Slug) => (await givenAct(services, { institution })).id
  const entry = async (institution: Slug) =>
    (await givenPlannedAct(services, { institution, published: true, title: `Akti i planit ${randomUUID()}` })).id
  const secretaryOf = (slug: Slug) => officialWith(services, ['council-secretary', slug])
  return {
    [`GET ${urls.reports()}`]: page(READ, urls.reports()),
    [`GET ${urls.report(':slug', ':year')}`]: record(READ, (slug) => ({ path: urls.report(slug, 2025) })),
    [`POST ${urls.report(':slug', ':year')}`]: record(WRITE, (slug) => ({
      path: urls.report(slug, ++year),
      fields: { hyrja: 'Viti', rishikimi: '0' },
    })),
    [`POST ${urls.publish(':slug', ':year')}`]: record('acts-report.publish', async (institution) => {
      const wish = { institution, year: ++year, published: false }
      const { revision } = await givenDecisionReport(services, await secretaryOf(institution), wish)
      return { path: urls.publish(institution, year), fields: { rishikimi: String(revision), dergesa: randomUUID() } }
    }),
    [`GET ${urls.plan(':id')}`]: record(READ, async (slug) => ({ path: urls.plan(await act(slug)) })),
    [`POST ${urls.plan(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.plan(await act(slug)),
      fields: { hyrja: await entry(slug) },
    })),
    [`POST ${urls.unbind(':id')}`]: record(WRITE, async (slug) => {
      const id = await act(slug)
      await bindToPlan(services, await secretaryOf(slug), id, await entry(slug))
      return { path: urls.unbind(id), fields: {} }
    }),
  }
}
