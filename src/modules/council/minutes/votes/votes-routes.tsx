import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { minutesUrls as urls } from '../urls.ts'
import { MeetingVotesPage, VoteListPage } from './vote-list-page.tsx'
import { VotePage } from './vote-page.tsx'
import { meetingVotesAsData, viewMeetingVotes, viewVote, viewVoteList, voteAsData } from './votes-view.ts'

/** Votes in public: all of them, those of a meeting, and one. */
export function votesRoutes(app: WebApp, services: Services): void {
  app.get(urls.allVotes(), async (c) => {
    const view = await viewVoteList(services, c.get('lang'), c.req.query())
    return html(c, <VoteListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get('/mbledhje/:slug/:file{votimet\\.json}', async (c) =>
    json(c, await meetingVotesAsData(services, await votesOf(c, services))),
  )
  app.get(urls.votes(':slug'), async (c) => {
    const view = await votesOf(c, services)
    return html(c, <MeetingVotesPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get('/mbledhje/:slug/votimet/:file{[0-9a-f-]{36}\\.json}', async (c) =>
    json(c, voteAsData(await voteOf(c, services, c.req.param('file').replace('.json', '')), services.settings.url)),
  )
  app.get('/mbledhje/:slug/votimet/:id{[0-9a-f-]{36}}', async (c) => {
    const view = await voteOf(c, services, c.req.param('id'))
    return html(c, <VotePage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}

async function votesOf(c: WebContext, services: Services) {
  const view = await viewMeetingVotes(services, c.get('lang'), c.req.param('slug') ?? '')
  if (!view) throw notFound()
  return view
}

async function voteOf(c: WebContext, services: Services, id: string) {
  const view = await viewVote(services, c.get('lang'), c.req.param('slug') ?? '', id)
  if (!view) throw notFound()
  return view
}
