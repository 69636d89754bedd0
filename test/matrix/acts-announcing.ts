import { randomUUID } from 'node:crypto'
import { keepPosting } from '#modules/council-acts/announcing/keep-posting.ts'
import { suspendAct } from '#modules/council-acts/announcing/suspend-act.ts'
import { announcingUrls as urls } from '#modules/council-acts/announcing/urls.ts'
import { givenActText, givenRelation } from '#modules/council-acts/reading/testing.ts'
import { planState } from '#modules/council-acts/relations/plan-state.ts'
import { relationUrls } from '#modules/council-acts/relations/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts.write'
const DECIDE = 'acts.decide'
const TODAY = (name: string) => ({ [`${name}-day`]: '22', [`${name}-month`]: '11', [`${name}-year`]: '2026' })
const ADOPTED = { 'miratuar-day': '5', 'miratuar-month': '10', 'miratuar-year': '2026' }
const V1 = { versioni: '1' }

/** How an act becomes public, and what it does to others. */
export const actsAnnouncingRows = (world: MatrixWorld): Rows => ({ ...announcingRows(world), ...relationRows(world) })

function announcingRows({ services, db }: MatrixWorld): Rows {
  const act = (institution: Slug, wish: object = {}) => givenAct(services, { institution, ...wish })
  const numbered = async (institution: Slug) => {
    const one = await act(institution, { state: 'numbered' })
    await givenActText(services, one)
    return one
  }
  const reason = 'Vendim i gjykatës'
  return {
    [`GET ${urls.page(':id')}`]: record(READ, async (slug) => ({ path: urls.page((await act(slug)).id) })),
    [`POST ${urls.page(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.page((await numbered(slug)).id),
      fields: { ...V1, ...TODAY('shpallur') },
    })),
    [`POST ${urls.forceDay(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.forceDay((await act(slug)).id),
      fields: { ...V1, ...TODAY('dita-fuqi'), 'dita-fuqi-neni': '3' },
    })),
    [`POST ${urls.notifications(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.notifications((await act(slug, { nature: 'individual' })).id),
      fields: { dergesa: randomUUID(), ...TODAY('njoftuar'), menyra: 'hand' },
    })),
    [`POST ${urls.postings(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.postings((await act(slug)).id),
      fields: { dergesa: randomUUID(), ...TODAY('afishuar'), 'vendi-afishimit': 'Hyrja' },
    })),
    [`POST ${urls.takeOff(':id', ':posting')}`]: record(WRITE, async (slug) => {
      const { id } = await act(slug)
      const posting = { place: 'Hyrja', on: '2026-11-20', photograph: null }
      await keepPosting(services, id, posting, { by: 'program', formId: randomUUID() })
      const [row] = await db<{ id: string }[]>`select id from council_acts.postings where act_id = ${id}`
      return { path: urls.takeOff(id, row?.id ?? ''), fields: TODAY('hequr') }
    }),
    [`POST ${urls.restriction(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.restriction((await act(slug)).id),
      fields: { ...V1, 'titulli-kufizuar': 'Për një ndihmë', 'arsyeja-kufizimit': 'Përmend një person' },
    })),
    [`POST ${urls.opening(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.opening((await act(slug, { restricted: true, publicTitle: 'Ndihmë', restrictedGround: 'Emra' })).id),
      fields: { ...V1, 'arsyeja-hapjes': 'Nuk përmend askënd' },
    })),
    [`POST ${urls.correction(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.correction((await act(slug)).id),
      fields: {
        ...V1,
        titulli: 'Titulli i ndrequr',
        ...ADOPTED,
        ...TODAY('botuar'),
        'arsyeja-ndreqjes': 'Gabim shtypi',
      },
    })),
    [`POST ${urls.suspension(':id')}`]: record(DECIDE, async (slug) => ({
      path: urls.suspension((await act(slug)).id),
      fields: { ...V1, ...TODAY('pezulluar'), 'arsyeja-pezullimit': reason },
    })),
    [`POST ${urls.resumption(':id')}`]: record(DECIDE, async (slug) => {
      const { id } = await act(slug)
      await suspendAct(services, id, { on: '2026-11-20', reason, by: 'program', seen: null })
      return {
        path: urls.resumption(id),
        fields: { versioni: '2', ...TODAY('rifilluar'), 'arsyeja-rifillimit': reason },
      }
    }),
  }
}

function relationRows({ services }: MatrixWorld): Rows {
  const act = (institution: Slug) => givenAct(services, { institution, inForceFrom: '2026-10-17' })
  const withText = async (slug: Slug) => {
    const one = await act(slug)
    await givenActText(services, one)
    return one
  }
  const related = async (slug: Slug, state: 'standing' | 'doubt') => {
    const [one, other] = [await act(slug), await act(slug)]
    return { id: one.id, other: other.id, relation: await givenRelation(services, one, { other, state }) }
  }
  const urlsOf = relationUrls
  return {
    [`GET ${urlsOf.doubts()}`]: page(READ, urlsOf.doubts()),
    [`GET ${urlsOf.page(':id')}`]: record(READ, async (slug) => ({ path: urlsOf.page((await act(slug)).id) })),
    [`POST ${urlsOf.page(':id')}`]: record(WRITE, async (slug) => ({
      path: urlsOf.page((await act(slug)).id),
      fields: { ...V1, dergesa: randomUUID(), lloji: 'implements', fjale: 'Ligji nr. 9632' },
    })),
    [`POST ${urlsOf.find(':id')}`]: record(WRITE, async (slug) => ({
      path: urlsOf.find((await withText(slug)).id),
      fields: {},
    })),
    [`POST ${urlsOf.confirm(':id', ':relation')}`]: record(WRITE, async (slug) => {
      const { id, other, relation } = await related(slug, 'doubt')
      return { path: urlsOf.confirm(id, relation), fields: { ...V1, lloji: 'amends', tjetri: other } }
    }),
    [`POST ${urlsOf.drop(':id', ':relation')}`]: record(WRITE, async (slug) => {
      const { id, relation } = await related(slug, 'standing')
      return { path: urlsOf.drop(id, relation), fields: { ...V1, arsyeja: 'U shënua gabim' } }
    }),
    [`GET ${urlsOf.states(':id')}`]: record(READ, async (slug) => ({ path: urlsOf.states((await withText(slug)).id) })),
    [`POST ${urlsOf.states(':id')}`]: record(DECIDE, async (slug) => ({
      path: urlsOf.states((await withText(slug)).id),
      fields: { pse: 'correction', shenim: 'Gabim shtypi' },
    })),
    [`POST ${urlsOf.givePlanUp(':id')}`]: record(DECIDE, async (slug) => {
      const { id } = await withText(slug)
      const plan = { purpose: 'correction', holdsFrom: '2026-10-17', note: 'Gabim shtypi', relationIds: [] } as const
      await planState(services, id, plan, 'program')
      return { path: urlsOf.givePlanUp(id), fields: {} }
    }),
  }
}
