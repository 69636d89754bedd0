import type { Door } from '#platform/door.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { makePoster } from './make-poster.ts'
import { NoticePage } from './notice-page.tsx'
import { linesOf, viewNotice, type NoticeView } from './notice-view.ts'
import { posterOf } from './poster-view.ts'
import { noticeUrls } from './urls.ts'

/** Setting a poster takes a tenth of a second of the whole process. */
const POSTERS = { count: 60, minutes: 10 }

/** The notice of a consultation: a page, a poster, and words for a message. */
export function noticeRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get(noticeUrls.page(':slug'), async (c) => {
    const view = await noticeOf(c, services, doors)
    const page = pageOf(c, services, view.institution)
    return html(c, <NoticePage page={page} view={view} lines={linesOf(c.get('lang'), view)} />, { cache: 'public' })
  })

  app.get(noticeUrls.words(':slug'), async (c) => {
    const view = await noticeOf(c, services, doors)
    return text(c, `${view.plain}\n`, 'text/plain; charset=utf-8')
  })

  app.get(noticeUrls.poster(':slug'), async (c) => {
    if (await isTooMany(services, 'poster', c.get('address'), POSTERS)) throw new Refused(429, 'too-many')
    const view = await noticeOf(c, services, doors)
    const paper = c.req.query('madhesia') === 'a3' ? 'a3' : 'a4'
    const pdf = await makePoster(posterOf(c.get('lang'), view, paper), view.consultation.changedAt)
    if (!pdf) throw notFound()
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="njoftimi-${view.consultation.slug}-${paper}.pdf"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'public, max-age=60',
      },
    })
  })
}

async function noticeOf(c: WebContext, services: Services, doors: readonly Door[]): Promise<NoticeView> {
  const view = await viewNotice(services, doors, c.get('lang'), c.req.param('slug') ?? '')
  if (!view) throw notFound()
  return view
}
