import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { Services } from '#platform/services.ts'
import { asset } from '#ui/assets.ts'
import { BodyPage } from './institutions/body-page.tsx'
import { institutionAsData } from './institutions/institution-data-view.ts'
import { ContactPage } from './contact-page.tsx'
import { HomePage } from './home-page.tsx'
import { InstitutionPage } from './institution-page.tsx'
import { ProsePage } from './prose-page.tsx'
import { PUBLIC_TEXTS } from './public-texts.ts'
import { viewContacts, viewHome, viewInstitution, viewMembersOf, viewPublicBody } from './public-view.ts'
import { publicUrls } from './urls.ts'

/** The pages of the whole installation that everyone reads. */
export function publicRoutes(app: WebApp, services: Services): void {
  app.get(publicUrls.home(), (c) => home(c, services))
  app.get('/i/:file{[a-z0-9-]+\\.json}', (c) => institutionData(c, services, c.req.param('file').replace('.json', '')))
  app.get('/i/:slug', (c) => institution(c, services, c.req.param('slug')))
  app.get('/i/:slug/', (c) => institution(c, services, c.req.param('slug')))
  app.get(publicUrls.body(':slug', ':body'), (c) =>
    body(c, services, c.req.param('slug') ?? '', c.req.param('body') ?? ''),
  )
  app.get(publicUrls.contact(), (c) => contact(c, services))
  app.get(publicUrls.accessibility(), (c) => prose(c, services, 'accessibility'))
  app.get(publicUrls.privacy(), (c) => prose(c, services, 'privacy'))
  app.get('/robots.txt', (c) => c.text(ROBOTS, 200, { 'cache-control': 'public, max-age=3600' }))
  app.get('/favicon.svg', (c) => c.redirect(asset('mark.svg'), 302))
}

/** Private links and the office stay out of search engines; everything published may be found. */
const CLOSED = ['/zyra', '/komenti/', '/hyr', '/llogaria', '/afatet/im/']
const ROBOTS = ['User-agent: *', ...CLOSED.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]), ''].join(
  '\n',
)

async function home(c: WebContext, services: Services): Promise<Response> {
  const view = await viewHome(services, c.get('lang'))
  return html(c, <HomePage page={pageOf(c, services, null)} {...view} />, { cache: 'public' })
}

async function institution(c: WebContext, services: Services, slug: string): Promise<Response> {
  const view = await viewInstitution(services, c.get('lang'), slug)
  if (!view) throw notFound()
  return html(c, <InstitutionPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
}

async function institutionData(c: WebContext, services: Services, slug: string): Promise<Response> {
  const view = await viewInstitution(services, c.get('lang'), slug)
  if (!view) throw notFound()
  const members = await viewMembersOf(services, c.get('lang'), view.bodies)
  return json(c, institutionAsData(view, members, services.settings.url))
}

async function body(c: WebContext, services: Services, slug: string, id: string): Promise<Response> {
  const view = await viewPublicBody(services, c.get('lang'), slug, id)
  if (!view) throw notFound()
  return html(c, <BodyPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
}

async function contact(c: WebContext, services: Services): Promise<Response> {
  const institutions = await viewContacts(services, c.get('lang'))
  return html(c, <ContactPage page={pageOf(c, services, null)} institutions={institutions} />, { cache: 'public' })
}

function prose(c: WebContext, services: Services, which: 'accessibility' | 'privacy'): Promise<Response> {
  const page = pageOf(c, services, null)
  const words = PUBLIC_TEXTS[page.lang][which]
  return html(c, <ProsePage page={page} prose={words} canonical={publicUrls[which]()} />, { cache: 'public' })
}
