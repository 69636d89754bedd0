import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import {
  findInstitution,
  listBodies,
  listInstitutions,
  listRoleAddresses,
} from '#platform/institutions/institution-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { HomeEntries } from '#platform/module.ts'
import type { Services } from '#platform/services.ts'
import { asset } from '#ui/assets.ts'
import { modules } from '../modules.ts'
import { ContactPage } from './contact-page.tsx'
import { HomePage } from './home-page.tsx'
import { InstitutionPage } from './institution-page.tsx'
import { ProsePage } from './prose-page.tsx'
import { listAllRoleAddresses } from './public-queries.ts'
import { PUBLIC_TEXTS } from './public-texts.ts'
import { publicUrls } from './urls.ts'

/** The pages of the whole installation that everyone reads. */
export function publicRoutes(app: WebApp, services: Services): void {
  app.get(publicUrls.home(), (c) => home(c, services))
  app.get('/i/:slug', (c) => institution(c, services, c.req.param('slug')))
  app.get('/i/:slug/', (c) => institution(c, services, c.req.param('slug')))
  app.get(publicUrls.contact(), (c) => contact(c, services))
  app.get(publicUrls.accessibility(), (c) => prose(c, services, 'accessibility'))
  app.get(publicUrls.privacy(), (c) => prose(c, services, 'privacy'))
  app.get('/robots.txt', (c) => c.text(ROBOTS, 200, { 'cache-control': 'public, max-age=3600' }))
  app.get('/favicon.svg', (c) => c.redirect(asset('mark.svg'), 302))
}

/** Private links and the office stay out of search engines; everything published may be found. */
const ROBOTS = ['User-agent: *', ...['/zyra', '/komenti/', '/hyr', '/llogaria'].map((path) => `Disallow: ${path}`), ''].join('\n')

async function home(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const [sections, institutions] = await Promise.all([
    sectionsOf(services, lang, null),
    listInstitutions(services.db, lang),
  ])
  const page = pageOf(c, services, null)
  return html(c, <HomePage page={page} sections={sections} institutions={institutions} />, { cache: 'public' })
}

const sectionsOf = (services: Services, lang: Lang, institutionId: string | null): Promise<HomeEntries[]> =>
  Promise.all(modules.map((module) => module.homeEntries(services, lang, institutionId)))

async function institution(c: WebContext, services: Services, slug: string): Promise<Response> {
  const lang = c.get('lang')
  const found = await findInstitution(services.db, lang, slug)
  if (!found) throw notFound()
  const [sections, addresses, bodies] = await Promise.all([
    sectionsOf(services, lang, found.id),
    listRoleAddresses(services.db, found.id),
    listBodies(services.db, found.id),
  ])
  const view = { institution: found, sections, addresses, bodies }
  return html(c, <InstitutionPage page={pageOf(c, services, found)} view={view} />, { cache: 'public' })
}

async function contact(c: WebContext, services: Services): Promise<Response> {
  const [institutions, addresses] = await Promise.all([
    listInstitutions(services.db, c.get('lang')),
    listAllRoleAddresses(services.db),
  ])
  const listed = institutions.map((one) => ({
    institution: one,
    addresses: addresses.filter((address) => address.institutionId === one.id),
  }))
  return html(c, <ContactPage page={pageOf(c, services, null)} institutions={listed} />, { cache: 'public' })
}

function prose(c: WebContext, services: Services, which: 'accessibility' | 'privacy'): Promise<Response> {
  const page = pageOf(c, services, null)
  const words = PUBLIC_TEXTS[page.lang][which]
  return html(c, <ProsePage page={page} prose={words} canonical={publicUrls[which]()} />, { cache: 'public' })
}
