import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions } from '../permissions.ts'
import { DeskActPage, DeskPage } from './desk-page.tsx'
import { viewDesk, viewDeskAct, viewDeskTransmittal, type DeskActView } from './desk-view.ts'
import {
  answerActs,
  letterPage,
  receive,
  serveBundle,
  serveLetter,
  type SeenLetter,
} from './transmittal-answer-routes.tsx'
import { deskUrls as urls } from './urls.ts'

const AUTHORITY = actPermissions['acts-review.decide']

/** The authority's own desk: what was sent to it, its acts whole, its protocol and its word. */
export function deskRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), AUTHORITY, async (c, official) => {
    const view = await viewDesk(services, c.get('lang'), official, c.req.query())
    return html(c, <DeskPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.one(':id'), AUTHORITY, async (c, official) =>
    letterPage(c, services, await letterFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.letter(':id', ':format'), AUTHORITY, async (c, official) =>
    serveLetter(c, services, (await letterFor(c, services, official)).view),
  )
  officeRoute(app, 'GET', urls.bundle(':id'), AUTHORITY, async (c, official) =>
    serveBundle(c, services, (await letterFor(c, services, official)).view),
  )
  officeRoute(app, 'POST', urls.receive(':id'), AUTHORITY, async (c, official) =>
    receive(c, services, official, await letterFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.verdicts(':id'), AUTHORITY, async (c, official) =>
    answerActs(c, services, official, await letterFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.act(':id', ':act'), AUTHORITY, async (c, official) => {
    const view = await actFor(c, services, official)
    return html(c, <DeskActPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.document(':id', ':act', ':document'), AUTHORITY, async (c, official) => {
    const { documents } = await actFor(c, services, official)
    const document = documents.find(({ id }) => id === c.req.param('document'))
    if (!document) throw notFound()
    return serveDocument(c, services, document.id, { public: false })
  })
}

async function letterFor(c: WebContext, services: Services, official: Official): Promise<SeenLetter> {
  const view = await viewDeskTransmittal(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return { side: 'desk', view }
}

async function actFor(c: WebContext, services: Services, official: Official): Promise<DeskActView> {
  const of = { id: c.req.param('id') ?? '', actId: c.req.param('act') ?? '' }
  const view = await viewDeskAct(services, c.get('lang'), official, of)
  if (!view) throw notFound()
  return view
}
