import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { proofOf } from '../comments/own-comment-view.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { HowGroupedPage, PublicGroupPage, PublicGroupsPage } from './group-page.tsx'
import { groupAsData, viewPublicGroup, viewPublicGroups } from './group-view.ts'
import { objectToGroup } from './object-to-group.ts'

const CODE = ':code{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}}'
const CODE_JSON = ':file{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\\.json}'
const OBJECTIONS = { count: 60, minutes: 60 }

/** Before the pages of consultations: its word is no consultation's. */
export function howGroupedRoute(app: WebApp, services: Services): void {
  app.get(consultationUrls.howGrouped(), (c) =>
    html(c, <HowGroupedPage page={pageOf(c, services, null)} />, { cache: 'public' }),
  )
}

/** Groups as everybody reads them, and the button of an author who says no. */
export function likeGroupRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.groups(':slug'), async (c) => {
    const view = await viewPublicGroups(services, c.get('lang'), c.req.param('slug') ?? '', c.req.query('pas') ?? '')
    if (!view) throw notFound()
    return html(c, <PublicGroupsPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(consultationUrls.group(':slug', CODE_JSON), async (c) => {
    const code = (c.req.param('file') ?? '').replace('.json', '')
    const view = await viewPublicGroup(services, c.get('lang'), c.req.param('slug') ?? '', { code, after: '' })
    if (!view) throw notFound()
    return json(c, groupAsData(view, services.settings.url))
  })

  app.get(consultationUrls.group(':slug', CODE), async (c) => {
    const asked = { code: c.req.param('code') ?? '', after: c.req.query('pas') ?? '' }
    const view = await viewPublicGroup(services, c.get('lang'), c.req.param('slug') ?? '', asked)
    if (!view) throw notFound()
    return html(c, <PublicGroupPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.post(ownCommentUrls.objection(':key'), async (c) => {
    const key = c.req.param('key') ?? ''
    const proof = proofOf(key, c.get('visitor'))
    if (!proof) throw notFound()
    if (await isTooMany(services, 'object-to-group', c.get('address'), OBJECTIONS)) throw new Refused(429, 'too-many')
    const outcome = await objectToGroup(services, proof)
    if (outcome.kind === 'no-such-comment') throw notFound()
    return redirect(c, `${ownCommentUrls.one(key)}?u=jashte-grupit`)
  })
}
