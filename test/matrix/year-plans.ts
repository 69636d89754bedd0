import { randomUUID } from 'node:crypto'
import { dropPlannedAct } from '#modules/consultations/year/move-planned-act.ts'
import { yearOfficeUrls as urls } from '#modules/consultations/year/urls.ts'
import { givenPlannedAct, givenYearPlan } from '#modules/consultations/year/year-testing.ts'
import { givenDraft } from '#modules/consultations/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The yearly plans of decision-making. */
export function yearPlanRows({ db, services }: MatrixWorld): Rows {
  const [read, write, publish] = ['year-plans.read', 'year-plans.write', 'year-plans.publish']
  const plan = async (slug: Slug) => (await givenYearPlan(services, slug)).id
  const act = async (slug: Slug, published: boolean) => givenPlannedAct(services, { institution: slug, published })
  const ofAct =
    (path: (id: string) => string, published: boolean, fields?: Record<string, string>) => async (slug: Slug) => {
      const { id } = await act(slug, published)
      return { path: path(id), ...(fields && { fields }) }
    }
  const institutionId = async (slug: Slug) => {
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
    return row?.id ?? ''
  }
  return {
    [`GET ${urls.list()}`]: page(read, urls.list()),
    [`POST ${urls.list()}`]: record(write, async (slug) => ({
      path: urls.list(),
      fields: { institucioni: await institutionId(slug), viti: '2031' },
    })),
    [`GET ${urls.plan(':id')}`]: record(read, async (slug) => ({ path: urls.plan(await plan(slug)) })),
    [`POST ${urls.publish(':id')}`]: record(publish, async (slug) => ({
      path: urls.publish((await act(slug, false)).planId),
      fields: {},
    })),
    [`POST ${urls.carry(':id')}`]: record(write, async (slug) => ({ path: urls.carry(await plan(slug)), fields: {} })),
    [`GET ${urls.newAct(':id')}`]: record(write, async (slug) => ({ path: urls.newAct(await plan(slug)) })),
    [`POST ${urls.newAct(':id')}`]: record(write, async (slug) => ({
      path: urls.newAct(await plan(slug)),
      fields: { titulli: 'Rregullore për tregun', koha: 'mars', dergesa: randomUUID() },
    })),
    [`GET ${urls.act(':id')}`]: record(read, ofAct(urls.act, true)),
    [`GET ${urls.change(':id')}`]: record(write, ofAct(urls.change, true)),
    [`POST ${urls.change(':id')}`]: record(
      write,
      ofAct(urls.change, false, { titulli: 'Rregullore për tregun', koha: 'maj', versioni: '1' }),
    ),
    [`POST ${urls.remove(':id')}`]: record(write, ofAct(urls.remove, false, {})),
    [`POST ${urls.drop(':id')}`]: record(publish, ofAct(urls.drop, true, { arsyeja: 'Nuk duhet më' })),
    [`POST ${urls.resume(':id')}`]: record(publish, async (slug) => {
      const { id, official } = await act(slug, true)
      await dropPlannedAct(services, official, id, 'Nuk duhet më')
      return { path: urls.resume(id), fields: { arsyeja: 'Duhet përsëri' } }
    }),
    [`POST ${urls.adopt(':id')}`]: record(
      publish,
      ofAct(urls.adopt, true, {
        'miratuar-day': '1',
        'miratuar-month': '2',
        'miratuar-year': '2026',
        akti: 'Vendim i këshillit nr. 4',
      }),
    ),
    [`GET ${urls.link(':id')}`]: record(read, async (slug) => ({
      path: urls.link((await givenDraft(services, { institution: slug })).id),
    })),
    [`POST ${urls.link(':id')}`]: record(write, async (slug) => ({
      path: urls.link((await givenDraft(services, { institution: slug })).id),
      fields: { akti: (await act(slug, true)).id },
    })),
  }
}
