import type { Door } from '#platform/door.ts'
import { findPicture, viewText } from '#platform/documents/reading/text-view.ts'
import { fileAsked, openDocumentFile, sendContent, serveDocument } from '#platform/documents/serve-document.ts'
import { documentUrls as urls } from '#platform/documents/urls.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { PublicDocumentPage } from './public-document-page.tsx'
import { PublicTextPage } from './public-text-page.tsx'
import { viewPublicDocument, type PublicDocument } from './public-document-view.ts'

type Room = { services: Services; doors: readonly Door[] }

/** Documents for everybody, whatever record they stand with. */
export function publicDocumentRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  app.get(urls.one(':id'), async (c) => {
    const view = await found(c, room)
    return html(c, <PublicDocumentPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(urls.file(':id'), async (c) => {
    const { document } = await found(c, room)
    const asked = { lang: c.req.query('gjuha'), version: c.req.query('versioni') }
    return serveDocument(c, services, document.id, { public: true, ...asked })
  })
  app.get(urls.text(':id'), async (c) => {
    const view = await found(c, room)
    const file = await openFile(c, services, view)
    const text = await viewText(services, file, c.req.query('nga'))
    const page = pageOf(c, services, view.institution)
    return html(c, <PublicTextPage page={page} view={view} text={text} />, { cache: 'public' })
  })
  app.get(urls.picture(':id', 'faqet', ':n'), (c) => picture(c, room, 'page'))
  app.get(urls.picture(':id', 'gjeresia', ':n'), (c) => picture(c, room, 'width'))
}

async function found(c: WebContext, { services, doors }: Room): Promise<PublicDocument> {
  const view = await viewPublicDocument(services, doors, c.get('lang'), c.req.param('id') ?? '')
  if (view === 'taken-down') throw new Refused(410, 'taken-down')
  if (!view) throw notFound()
  return view
}

async function openFile(c: WebContext, services: Services, { current, earlier }: PublicDocument) {
  const asked = { lang: c.req.query('gjuha'), version: c.req.query('versioni') }
  const file = fileAsked([...current, ...earlier], asked)
  if (!file) throw notFound()
  await openDocumentFile(c, services, file, { public: true })
  return file
}

async function picture(c: WebContext, room: Room, kind: 'page' | 'width'): Promise<Response> {
  const { services } = room
  const view = await found(c, room)
  const file = await openFile(c, services, view)
  const n = c.req.param('n') ?? ''
  const one = await findPicture(services, file.id, kind, n)
  if (!one) throw notFound()
  const fileName = `${kind === 'page' ? 'faqja' : 'fotografi'}-${n}.${one.mediaType === 'image/png' ? 'png' : 'jpg'}`
  return sendContent(c, services, { ...one, fileName, documentId: view.document.id, public: true })
}
