import { notFound, Refused } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { BodiesPage, BodyPage } from './bodies-page.tsx'
import { AffiliationsPage, ElectionsPage, PaymentsPage, StaffPage } from './council-lists-page.tsx'
import { CouncillorPage } from './councillor-page.tsx'
import { councillorAsData } from './data-view.ts'
import { mandateRoutes } from './mandate-routes.tsx'
import { officePeopleRoutes, type PeopleRoom } from './office-routes.tsx'
import { PublicListPage } from './public-list-page.tsx'
import {
  viewAffiliations,
  viewBodies,
  viewBody,
  viewElections,
  viewFormerAddress,
  viewPayments,
  viewPublicCouncillor,
  viewPublicList,
  viewStaff,
} from './public-people-view.ts'
import { registerRoutes } from './register-routes.tsx'
import { peopleUrls as urls } from './urls.ts'

/** All routes of the room: in the office, and what everybody opens. */
export function peopleRoutes(app: WebApp, room: PeopleRoom): void {
  officePeopleRoutes(app, room)
  mandateRoutes(app, room)
  registerRoutes(app, room)
  publicPeopleRoutes(app, room)
}

/** Members of councils, their bodies, elections, secretariat, payments and memberships as the public reads them. */
function publicPeopleRoutes(app: WebApp, { services }: PeopleRoom): void {
  const cached = { cache: 'public' } as const
  app.get(urls.list(), async (c) => {
    const view = await viewPublicList(services, c.get('lang'), c.req.query())
    return html(c, <PublicListPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get(urls.bodies(), async (c) => {
    const view = await viewBodies(services, c.get('lang'), c.req.query())
    return html(c, <BodiesPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get(urls.body(':id'), async (c) => {
    const view = await viewBody(services, c.get('lang'), c.req.param('id') ?? '', c.req.query())
    if (!view) throw notFound()
    return html(c, <BodyPage page={pageOf(c, services, view.institution)} view={view} />, cached)
  })
  app.get(urls.elections(), async (c) => {
    const view = await viewElections(services, c.get('lang'), c.req.query())
    return html(c, <ElectionsPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get(urls.staff(), async (c) => {
    const view = await viewStaff(services, c.get('lang'), c.req.query())
    return html(c, <StaffPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get(urls.payments(), async (c) => {
    const view = await viewPayments(services, c.get('lang'), c.req.query())
    return html(c, <PaymentsPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get(urls.affiliations(), async (c) => {
    const view = await viewAffiliations(services, c.get('lang'), c.req.query())
    return html(c, <AffiliationsPage page={pageOf(c, services, view.summary)} view={view} />, cached)
  })
  app.get('/keshilltare/:file{[a-z0-9-]+\\.json}', async (c) => {
    const slug = c.req.param('file').replace('.json', '')
    const view = await viewPublicCouncillor(services, c.get('lang'), slug)
    if (!view) return elsewhere(c, await viewFormerAddress(services, slug), urls.data)
    return json(c, councillorAsData(view, services.settings.url))
  })
  app.get(urls.one(':slug'), async (c) => {
    const slug = c.req.param('slug') ?? ''
    const view = await viewPublicCouncillor(services, c.get('lang'), slug, c.req.query('votimet'))
    if (!view) return elsewhere(c, await viewFormerAddress(services, slug), urls.one)
    return html(c, <CouncillorPage page={pageOf(c, services, view.institution)} view={view} />, cached)
  })
}

/** The address of a row that was merged leads to the one that is kept, for ever; where that is not public, it is gone. */
function elsewhere(c: WebContext, former: { slug: string | null } | null, address: (slug: string) => string): Response {
  if (former === null) throw notFound()
  if (former.slug === null) throw new Refused(410, 'taken-down')
  return redirect(c, address(former.slug), 301)
}
