import { notFound } from '#platform/http/refused.ts'
import { json } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { errorBody, isList, LISTS, type JsonObject } from './oparl/oparl-rules.ts'
import { readListQuestion, type ListQuestion } from './oparl/oparl-question-rules.ts'
import { viewBodies, viewBody, viewMeetingsOf, viewOparlList, viewOparlObject, viewSystem } from './oparl/oparl-view.ts'
import { viewPopolo, viewPopoloIndex } from './popolo/popolo-view.ts'
import { exchangeUrls as urls } from './urls.ts'

type Answer = JsonObject | null
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Council data for other programs: OParl 1.1 and Popolo. Nothing here is a page. */
export function exchangeRoutes(app: WebApp, services: Services): void {
  oparlRoutes(app, services)
  popoloRoutes(app, services)
}

function popoloRoutes(app: WebApp, services: Services): void {
  app.get(urls.popolo(), async (c) => json(c, await viewPopoloIndex(services)))
  app.get(urls.popoloVotes(':slug'), async (c) => {
    const votes = await viewPopolo(services, c.req.param('slug') ?? '', 'votes')
    if (!votes) throw notFound()
    return json(c, votes)
  })
  app.get('/popolo/:file{[a-z0-9-]+\\.json}', async (c) => {
    const all = await viewPopolo(services, c.req.param('file').replace('.json', ''), 'everything')
    if (!all) throw notFound()
    return json(c, all)
  })
}

function oparlRoutes(app: WebApp, services: Services): void {
  const get = (address: string, answer: (c: WebContext) => Promise<Answer> | Answer): void => {
    app.get(address, async (c) => answered(c, await answer(c)))
  }
  const list = (address: string, answer: (c: WebContext, question: ListQuestion) => Promise<Answer>): void => {
    app.get(address, async (c) => {
      const question = readListQuestion(c.req.query())
      if (typeof question === 'string') return json(c, errorBody(question), { status: 400 })
      return answered(c, await answer(c, question))
    })
  }
  get(urls.oparl(), () => viewSystem(services))
  get(`${urls.oparl()}/`, () => viewSystem(services))
  get(urls.system(), () => viewSystem(services))
  list(urls.bodies(), (c) => viewBodies(services, c.req.query()))
  get(urls.body(':slug'), (c) => viewBody(services, c.req.param('slug') ?? ''))
  list(urls.bodyList(':slug', ':list'), async (c, question) => {
    const name = c.req.param('list') ?? ''
    if (!isList(name)) return null
    return viewOparlList(services, { slug: c.req.param('slug') ?? '', list: name }, question, c.req.query())
  })
  list(urls.meetingsOf(':id'), async (c, question) => {
    const id = c.req.param('id') ?? ''
    return UUID.test(id) ? viewMeetingsOf(services, id, question, c.req.query()) : null
  })
  get(urls.object(':list', ':id'), async (c) => {
    const [name, id] = [c.req.param('list') ?? '', c.req.param('id') ?? '']
    return isList(name) && UUID.test(id) ? viewOparlObject(services, LISTS[name], id) : null
  })
  get(`${urls.oparl()}/*`, () => null)
}

const answered = (c: WebContext, body: Answer): Response =>
  body ? json(c, body) : json(c, errorBody('Nothing stands here.'), { status: 404 })
