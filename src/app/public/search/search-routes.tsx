import type { Door } from '#platform/door.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { viewSearch, type SearchView } from '#platform/search/find/search-view.ts'
import { kindWords } from '#platform/search/find/source-words-rules.ts'
import { viewSuggestions } from '#platform/search/find/suggestion-view.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { faultWords } from './fault-part.ts'
import { openSearchDescription } from './opensearch-part.ts'
import { searchAsData } from './search-data-view.ts'
import { SearchPage } from './search-page.tsx'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

type Room = { services: Services; sources: readonly SearchSource[] }

/** Somebody who types fast asks some hundred times in five minutes; a whole school behind one address may be more. */
const SUGGESTIONS = { count: 3000, minutes: 5 }
const KEPT_SECONDS = 300

export function searchRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, sources: doors.flatMap((door) => door.search ?? []) }
  app.get(searchUrls.page(), (c) => searchPage(c, room))
  app.get(searchUrls.data(), (c) => searchData(c, room))
  app.get(searchUrls.suggestions(), (c) => suggestions(c, services))
  app.get(searchUrls.description(), (c) =>
    text(c, openSearchDescription(c.get('lang'), services.settings.url), 'application/opensearchdescription+xml'),
  )
}

const viewOf = (c: WebContext, room: Room): Promise<SearchView> =>
  viewSearch({ ...room, lang: c.get('lang') }, c.req.query())

async function searchPage(c: WebContext, room: Room): Promise<Response> {
  const view = await viewOf(c, room)
  const lang = c.get('lang')
  const kinds = room.sources.flatMap((source) => Object.keys(source.kinds))
  const page = (
    <SearchPage
      page={pageOf(c, room.services, null)}
      view={view}
      errors={faultWords(lang, view.faults)}
      kindNames={Object.fromEntries(kinds.map((kind) => [kind, kindWords(room.sources, lang, kind).many]))}
    />
  )
  const status = statusOf(view)
  return html(c, page, { status, ...(status === 200 && { cache: 'public' as const }) })
}

const statusOf = ({ outcome }: SearchView): number =>
  outcome.kind === 'wrong' ? 422 : outcome.kind === 'too-hard' ? 503 : 200

async function searchData(c: WebContext, room: Room): Promise<Response> {
  const view = await viewOf(c, room)
  const lang = c.get('lang')
  if (view.outcome.kind === 'wrong') return json(c, { errors: faultWords(lang, view.faults) }, { status: 422 })
  if (view.outcome.kind === 'too-hard')
    return json(c, { errors: { q: searchTexts(lang).api.tooHard } }, { status: 503 })
  return json(c, searchAsData(view, lang, room.services.settings.url))
}

/** As browsers ask for suggestions: what was typed, and what it may become. The same for everybody, so it may be kept. */
async function suggestions(c: WebContext, services: Services): Promise<Response> {
  const typed = c.req.query('q') ?? ''
  if (await isTooMany(services, 'search-suggestions', c.get('address'), SUGGESTIONS)) throw new Refused(429, 'too-many')
  const response = json(c, [typed.slice(0, 100), await viewSuggestions(services.db, typed)])
  response.headers.set('cache-control', `public, max-age=${KEPT_SECONDS}`)
  response.headers.set('vary', 'accept-encoding')
  return response
}
