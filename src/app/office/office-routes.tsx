import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { sendAgain } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { GalleryPage } from '#ui/gallery-page.tsx'
import { installationPermissions } from '../installation-permissions.ts'
import { permissions, rightWords } from '../permissions.ts'
import { FirstPage } from './first-page.tsx'
import { viewFirst } from './first-view.ts'
import { LetterPage } from './letter-page.tsx'
import { MailboxPage } from './mailbox-page.tsx'
import { OFFICE_TEXTS } from './office-texts.ts'
import { OutboxPage } from './outbox-page.tsx'
import { mailReaders } from './mail-readers.ts'
import { viewLetter, viewOutbox } from './outbox-view.ts'
import { RightsPage } from './rights-page.tsx'
import { officeUrls } from './urls.ts'

/** The pages of the office that belong to no module. */
export function officeRoutes(app: WebApp, services: Services): void {
  const may = installationPermissions
  const readers = mailReaders(services.settings.demo)
  officeRoute(app, 'GET', officeUrls.first(), may['office.enter'], (c, official) => first(c, services, official))
  officeRoute(app, 'GET', officeUrls.rights(), may['office.enter'], (c) =>
    html(
      c,
      <RightsPage page={pageOf(c, services, null)} permissions={permissions} words={rightWords[c.get('lang')]} />,
    ),
  )
  officeRoute(app, 'GET', officeUrls.gallery(), may['gallery.read'], (c) =>
    html(c, <GalleryPage page={pageOf(c, services, null)} />),
  )
  officeRoute(app, 'GET', officeUrls.mail(), readers, (c, official) => mail(c, services, official))
  officeRoute(app, 'GET', officeUrls.letter(':id'), readers, (c, official) => letter(c, services, official, idOf(c)))
  officeRoute(app, 'POST', officeUrls.sendAgain(':id'), may['mail.send-again'], (c, official) =>
    postSendAgain(c, services, official, idOf(c)),
  )
}

function idOf(c: WebContext): string {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

async function first(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewFirst(services, c.get('lang'), official)
  return html(c, <FirstPage page={pageOf(c, services, null)} view={view} />)
}

async function mail(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewOutbox(services, c.get('lang'), official, c.req.query())
  const page = pageOf(c, services, null)
  const { origins, url } = services.settings
  return html(
    c,
    page.demo ? (
      <MailboxPage page={page} view={view} origins={[...origins, url]} />
    ) : (
      <OutboxPage page={page} view={view} />
    ),
  )
}

async function letter(c: WebContext, services: Services, official: Official, id: string): Promise<Response> {
  const view = await viewLetter(services, c.get('lang'), official, id)
  if (!view) throw notFound()
  const page = pageOf(c, services, null)
  const status = c.req.query('bere') === 'serish' ? OFFICE_TEXTS[page.lang].mail.sentAgain : null
  return html(c, <LetterPage page={page} view={view} origins={services.settings.origins} status={status} />)
}

async function postSendAgain(c: WebContext, services: Services, official: Official, id: string): Promise<Response> {
  const view = await viewLetter(services, c.get('lang'), official, id)
  if (!view) throw notFound()
  if (!view.maySendAgain) throw new Refused(403, 'not-permitted')
  const outcome = await services.db.begin((tx) => sendAgain(tx, id, official))
  if (outcome.kind === 'no-such-letter') throw notFound()
  if (outcome.kind === 'not-waiting') throw new Refused(409, 'conflict')
  return redirect(c, `${officeUrls.letter(id)}?bere=serish`)
}
