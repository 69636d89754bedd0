import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { anchorOf } from '#platform/texts/shown-tree-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { articleAsData } from './article-data-view.ts'
import { ArticleVersionPage } from './article-page.tsx'
import { viewArticleVersion, type ArticleVersionView } from './article-view.ts'
import { ComparisonPage, NothingToCompare } from './comparison-page.tsx'
import { readLook, viewComparisonPage } from './comparison-view.ts'
import { viewLinkedData } from './linked-data-view.ts'
import { VersionPage } from './version-page.tsx'
import { viewVersion } from './version-view.ts'
import { VersionsPage } from './versions-page.tsx'
import { viewVersions } from './versions-view.ts'

/** Numbers of versions as they stand in addresses. */
const N = ':n{[1-9][0-9]{0,5}}'
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The versions of the texts of one kind of record, as everybody reads them. */
export function textRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  const record = holder.urls.record(':slug')
  versionRoutes(app, services, holder, record)
  articleRoutes(app, services, holder, record)
  app.get(versionUrls.comparisons(record, N), (c) => comparison(c, services, holder))
  app.get(versionUrls.linkedData(record), async (c) => {
    const data = await viewLinkedData(services, holder, c.get('lang'), slugOf(c))
    if (!data) throw notFound()
    return text(c, `${JSON.stringify(data, null, 2)}\n`, 'application/ld+json; charset=utf-8')
  })
}

function versionRoutes(app: WebApp, services: Services, holder: TextHolder, record: string): void {
  app.get(versionUrls.list(record), async (c) => {
    const view = await viewVersions(services, holder, c.get('lang'), slugOf(c))
    if (!view) throw notFound()
    const page = pageOf(c, services, view.institution)
    return linked(await html(c, <VersionsPage page={page} view={view} />, { cache: 'public' }), view.address)
  })
  app.get(versionUrls.one(record, N), async (c) => {
    const view = await viewVersion(services, { holder, lang: c.get('lang'), slug: slugOf(c), n: numberOf(c) })
    if (!view) throw notFound()
    const page = pageOf(c, services, view.institution)
    return linked(await html(c, <VersionPage page={page} view={view} />, { cache: 'public' }), view.address)
  })
  app.get(versionUrls.division(record, N, `:node{${UUID}}`), async (c) => {
    const asked = { holder, lang: c.get('lang'), slug: slugOf(c), n: numberOf(c) }
    const view = await viewVersion(services, { ...asked, divisionId: c.req.param('node') ?? '' })
    if (!view) throw notFound()
    return html(c, <VersionPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}

function articleRoutes(app: WebApp, services: Services, holder: TextHolder, record: string): void {
  app.get(versionUrls.article(record, N, `:node{${UUID}}`), async (c) => {
    const view = await articleOf(c, services, holder, c.req.param('node') ?? '')
    if ('articleId' in view) return toArticle(c, holder, view.articleId)
    const page = pageOf(c, services, view.institution)
    return html(c, <ArticleVersionPage page={page} view={view} />, { cache: 'public' })
  })
  app.get(versionUrls.article(record, N, `:node{${UUID}\\.json}`), async (c) => {
    const view = await articleOf(c, services, holder, (c.req.param('node') ?? '').replace('.json', ''))
    if ('articleId' in view) throw notFound()
    return json(c, articleAsData(view, services.settings.url))
  })
}

async function articleOf(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  nodeId: string,
): Promise<ArticleVersionView | { articleId: string }> {
  const asked = { holder, lang: c.get('lang'), slug: slugOf(c), n: numberOf(c), nodeId }
  const view = await viewArticleVersion(services, asked)
  if (!view) throw notFound()
  return view
}

/** A point has no page of its own: it is read in its article, at its place. */
function toArticle(c: WebContext, holder: TextHolder, articleId: string): Response {
  const address = versionUrls.article(holder.urls.record(slugOf(c)), numberOf(c), articleId)
  return redirect(c, `${address}#${anchorOf(c.req.param('node') ?? '')}`)
}

async function comparison(c: WebContext, services: Services, holder: TextHolder): Promise<Response> {
  const chosen = numberIn(c.req.query('versioni'))
  const other = c.req.query('me')
  const [node, from] = [c.req.query('neni') ?? null, c.req.query('nga') ?? null]
  if ((other !== undefined && numberIn(other) === null) || (node !== null && !isUuid(node))) throw notFound()
  const look = readLook(c.req.query('pamja'))
  // The form names both: to the one address that a comparison has.
  if (chosen !== null && other !== undefined) return toChosen(c, holder, [chosen, numberIn(other) ?? chosen], look)
  const asked = { holder, lang: c.get('lang'), slug: slugOf(c), n: numberOf(c) }
  const view = await viewComparisonPage(services, { ...asked, with: numberIn(other), look, node, from })
  if (!view) throw notFound()
  if ('kind' in view) {
    return html(c, <NothingToCompare page={pageOf(c, services, view.record.institution)} view={view.record} />, {
      cache: 'public',
    })
  }
  const page = pageOf(c, services, view.institution)
  return html(c, <ComparisonPage page={page} view={view} />, { cache: 'public' })
}

function toChosen(
  c: WebContext,
  holder: TextHolder,
  chosen: readonly [number, number],
  look: ReturnType<typeof readLook>,
) {
  const address = holder.urls.record(slugOf(c))
  const [earlier, later] = [Math.min(...chosen), Math.max(...chosen)]
  return redirect(c, versionUrls.comparison(address, { later, earlier, look: look ?? undefined }))
}

/** Programs find the record as linked data from its pages. */
function linked(response: Response, address: string): Response {
  const to = versionUrls.linkedData(address)
  response.headers.set('link', `<${to}>; rel="alternate"; type="application/ld+json"`)
  return response
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''
const numberOf = (c: WebContext): number => Number(c.req.param('n'))
const numberIn = (words: string | undefined): number | null =>
  /^[1-9][0-9]{0,5}$/.test(words ?? '') ? Number(words) : null
