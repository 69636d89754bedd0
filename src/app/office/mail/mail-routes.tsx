import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { putLetterOnPaper } from '#platform/dispatch/put-letter-on-paper.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { sendAgain } from '#platform/mail/outbox.ts'
import { settleLetter } from '#platform/mail/settle-letter.ts'
import type { Services } from '#platform/services.ts'
import { installationPermissions } from '../../installation-permissions.ts'
import { OFFICE_TEXTS } from '../office-texts.ts'
import { officeUrls } from '../urls.ts'
import { readAddressedPaper } from './dispatch-form.ts'
import type { LetterForm } from './letter-deeds-part.tsx'
import { LetterPage } from './letter-page.tsx'
import { mailReaders } from './mail-readers.ts'
import { MailboxPage } from './mailbox-page.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { readOutboxQuestion, viewLetter, viewOutbox, type LetterView } from './outbox-view.ts'
import { mailPermissions } from './permissions.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

/** The letters of the program: what went out, what did not, and what is done about it. */
export function mailRoutes(app: WebApp, services: Services): void {
  const may = installationPermissions
  const readers = mailReaders(services.settings.demo)
  officeRoute(app, 'GET', officeUrls.mail(), readers, (c, official) => mail(c, services, official))
  officeRoute(app, 'GET', officeUrls.letter(':id'), readers, (c, official) => letterPage(c, services, official))
  officeRoute(app, 'POST', officeUrls.sendAgain(':id'), may['mail.send-again'], (c, official) =>
    postSendAgain(c, services, official),
  )
  officeRoute(app, 'POST', mailUrls.settle(':id'), may['mail.send-again'], (c, official) =>
    postSettle(c, services, official),
  )
  officeRoute(app, 'POST', mailUrls.print(':id'), mailPermissions['mail.print'], (c, official) =>
    postPrint(c, services, official),
  )
}

async function mail(c: WebContext, services: Services, official: Official): Promise<Response> {
  const page = pageOf(c, services, null)
  const question = readOutboxQuestion(c.req.query(), page.demo)
  const view = await viewOutbox(services, page.lang, official, question)
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

type Again = { open?: LetterForm; typed?: Typed; errors?: FieldErrors; form?: string; status?: number }

async function letterPage(c: WebContext, services: Services, official: Official, again: Again = {}): Promise<Response> {
  const view = await letterOf(c, services, official)
  const page = pageOf(c, services, null)
  const { open, typed = {}, errors = {}, form = randomUUID(), status = 200 } = again
  const words = { ...mailTexts(page.lang).done, serish: OFFICE_TEXTS[page.lang].mail.sentAgain }
  const done = doneWords(words, c.req.query('bere'))
  const { origins } = services.settings
  const own = { page, view, origins, form, open, typed, errors }
  return html(c, <LetterPage {...own} status={status === 200 ? done : null} />, { status })
}

async function letterOf(c: WebContext, services: Services, official: Official): Promise<LetterView> {
  const id = c.req.param('id') ?? ''
  const view = isUuid(id) ? await viewLetter(services, c.get('lang'), official, id) : null
  if (!view) throw notFound()
  return view
}

async function letterToDecide(c: WebContext, services: Services, official: Official): Promise<LetterView> {
  const view = await letterOf(c, services, official)
  if (!view.mayDecide) throw new Refused(403, 'not-permitted')
  return view
}

async function postSendAgain(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { id } = (await letterToDecide(c, services, official)).letter
  const outcome = await services.db.begin((tx) => sendAgain(tx, services, id, official))
  return answer(c, id, outcome.kind, 'serish')
}

async function postSettle(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { id } = (await letterToDecide(c, services, official)).letter
  const why = textField(await readForm(c), 'pse')
  if (why !== 'delivered-otherwise' && why !== 'not-needed') {
    const errors = { pse: mailTexts(c.get('lang')).letter.whyError }
    return letterPage(c, services, official, { open: 'settle', errors, status: 422 })
  }
  const outcome = await services.db.begin((tx) => settleLetter(tx, services, id, why, official))
  return answer(c, id, outcome.kind, 'mbyllur')
}

async function postPrint(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await letterOf(c, services, official)
  if (!view.mayPrint) throw new Refused(403, 'not-permitted')
  const sent = await readForm(c)
  const form = textField(sent, 'dergesa')
  if (!isUuid(form)) throw notFound()
  const paper = readAddressedPaper(c.get('lang'), sent)
  if (!paper.ok) {
    const typed = typedOf(sent, ['emri', 'adresa', 'menyra'])
    return letterPage(c, services, official, { open: 'print', typed, errors: paper.errors, form, status: 422 })
  }
  const outcome = await putLetterOnPaper(services, official, view.letter.id, { ...paper.value, form })
  if (outcome.kind === 'queued') return redirect(c, `${mailUrls.dispatch(outcome.id)}?bere=shtyp`)
  return answer(c, view.letter.id, outcome.kind, 'shtyp')
}

function answer(c: WebContext, id: string, outcome: string, done: string): Response {
  if (outcome === 'no-such-letter') throw notFound()
  if (outcome === 'not-waiting') throw new Refused(409, 'conflict')
  return redirect(c, `${officeUrls.letter(id)}?bere=${done}`)
}
