import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { streamOf } from '#platform/export/file-formats.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { councilUrls } from '../urls.ts'
import { makePackagePdf, MOST_IN_PDF, packageZip } from './make-package.ts'
import { PackagePage } from './package-page.tsx'
import { packageForm, packageList, viewPackage, type PackageView } from './package-view.ts'
import { textsIn } from './texts.ts'
import { publicUrls, SLUG } from './urls.ts'

/** Large files, each made or read whole. */
const LIMIT: Limit = { count: 60, minutes: 10 }

const COMMON = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
}

/** Everything that lies before the members: as a page, bound into one PDF, and as an archive in the order of the agenda. */
export function packageRoutes(app: WebApp, services: Services): void {
  const find = async (c: WebContext): Promise<PackageView> => {
    const view = await viewPackage(services, c.get('lang'), c.req.param('slug') ?? '')
    if (!view) throw notFound()
    return view
  }

  app.get(councilUrls.package(SLUG), async (c) => {
    const view = await find(c)
    const page = pageOf(c, services, view.institution)
    return html(c, <PackagePage page={page} view={view} bindable={view.pdfSize <= MOST_IN_PDF} />, { cache: 'public' })
  })

  app.get(publicUrls.packageZip(SLUG), async (c) => {
    const view = await find(c)
    if (await isTooMany(services, 'council.package', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    const headers = {
      ...COMMON,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${nameOf(c, view)}.zip"`,
    }
    return new Response(streamOf(archiveOf(c, services, view)), { headers })
  })

  app.get(publicUrls.packagePdf(SLUG), async (c) => {
    const view = await find(c)
    if (view.pdfSize > MOST_IN_PDF) throw notFound()
    if (await isTooMany(services, 'council.package', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
    const waiting = makePackagePdf(services, boundOf(c, services, view))
    if (!waiting) throw new Refused(503, 'unavailable')
    const outcome = await waiting
    if (outcome.kind !== 'made') return cannotBeMade(c, services, view)
    const headers = {
      ...COMMON,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${nameOf(c, view)}.pdf"`,
    }
    return new Response(Uint8Array.from(outcome.bytes), { headers })
  })
}

const filesOf = ({ parts }: PackageView) => parts.flatMap(({ files }) => files)

const boundOf = (c: WebContext, services: Services, view: PackageView) => ({
  form: packageForm(services, c.get('lang'), view),
  madeAt: view.meeting.changedAt.toISOString(),
  files: filesOf(view),
})

function archiveOf(c: WebContext, services: Services, view: PackageView) {
  const lang = c.get('lang')
  const list = { name: `00-${textsIn(lang).package.list}`, words: packageList(services, lang, view) }
  return packageZip(services, list, filesOf(view))
}

const nameOf = (c: WebContext, { meeting }: PackageView): string =>
  `${textsIn(c.get('lang')).package.archive}-${meeting.slug}`

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, { meeting }: PackageView) {
  const lang = c.get('lang')
  const t = textsIn(lang).package
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={t.noPdf}
      paragraphs={[t.noPdf]}
      action={{ href: inLanguage(lang, publicUrls.packageZip(meeting.slug)), label: t.zip }}
    />,
    { status: 501 },
  )
}
