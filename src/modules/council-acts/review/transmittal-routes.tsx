import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { viewTransmittal, viewTransmittalForm, viewTransmittals, type TransmittalView } from './office-view.ts'
import { readSending, readTransmittal, readWithdrawal, seenIn, SEND_FIELDS } from './review-form.ts'
import { sendTransmittal, withdrawTransmittal } from './send-transmittal.ts'
import { textsIn } from './texts.ts'
import {
  answerActs,
  answerLetter,
  formIn,
  letterPage,
  receive,
  serveBundle,
  serveLetter,
  typedIn,
  type Again,
  type SeenLetter,
} from './transmittal-answer-routes.tsx'
import { TransmittalFormPage } from './transmittal-form-page.tsx'
import { TransmittalListPage } from './transmittal-list-page.tsx'
import { reviewUrls as urls } from './urls.ts'
import { changeTransmittal, createTransmittal, discardTransmittal } from './write-transmittal.ts'

/** Letters to the authority in the office: the list, a new one, sending, receipt, answers, files. */
export function transmittalRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['acts.read'], async (c, official) => {
    const view = await viewTransmittals(services, c.get('lang'), official, c.req.query())
    const status = doneWords(textsIn(c.get('lang')).one.done, c.req.query('u'))
    return html(c, <TransmittalListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', urls.create(), may['acts-review.write'], (c, official) =>
    createPage(c, services, official, c.req.query('institucioni') ?? null),
  )
  officeRoute(app, 'POST', urls.create(), may['acts-review.write'], (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.one(':id'), may['acts.read'], async (c, official) =>
    letterPage(c, services, await letterFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.letter(':id', ':format'), may['acts.read'], async (c, official) =>
    serveLetter(c, services, (await letterFor(c, services, official)).view),
  )
  officeRoute(app, 'GET', urls.bundle(':id'), may['acts.read'], async (c, official) =>
    serveBundle(c, services, (await letterFor(c, services, official)).view),
  )
  deedRoutes(app, services)
}

function deedRoutes(app: WebApp, services: Services): void {
  const deed = (path: string, handler: (c: WebContext, official: Official, seen: SeenLetter) => Promise<Response>) =>
    officeRoute(app, 'POST', path, may['acts-review.write'], async (c, official) =>
      handler(c, official, await writableLetter(c, services, official)),
    )
  officeRoute(app, 'GET', urls.change(':id'), may['acts-review.write'], async (c, official) => {
    const { view } = await writableLetter(c, services, official)
    if (view.transmittal.state !== 'draft') throw notFound()
    return changePage(c, services, official, view)
  })
  deed(urls.change(':id'), (c, official, seen) => change(c, services, official, seen))
  deed(urls.send(':id'), (c, official, seen) => send(c, services, official, seen))
  deed(urls.receive(':id'), (c, official, seen) => receive(c, services, official, seen))
  deed(urls.verdicts(':id'), (c, official, seen) => answerActs(c, services, official, seen))
  deed(urls.withdraw(':id'), (c, official, seen) => withdraw(c, services, official, seen))
  deed(urls.discard(':id'), async (c, { accountId }, seen) => {
    const outcome = await discardTransmittal(services, seen.view.transmittal.id, { by: { accountId } })
    if (outcome === 'done') return redirect(c, `${urls.list()}?u=fshirja`)
    if (outcome === 'no-such-transmittal') throw notFound()
    return answerLetter(c, services, seen, { outcome, done: '', field: 'versioni' })
  })
}

async function letterFor(c: WebContext, services: Services, official: Official): Promise<SeenLetter> {
  const view = await viewTransmittal(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return { side: 'office', view }
}

async function writableLetter(c: WebContext, services: Services, official: Official): Promise<SeenLetter> {
  const seen = await letterFor(c, services, official)
  if (!seen.view.mayWrite) throw new Refused(403, 'not-permitted')
  return seen
}

async function createPage(
  c: WebContext,
  services: Services,
  official: Official,
  institutionId: string | null,
  { typed, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const wish = { institutionId, but: null }
  const view = await viewTransmittalForm(services, c.get('lang'), official, wish)
  const filled = {
    dergesa: randomUUID(),
    organi: view.settings?.authorityName ?? view.supervisor,
    adresa: view.settings?.authorityAddress ?? '',
    menyra: view.settings?.authorityInstitutionId ? 'desk' : 'letter',
    aktet: c.req.query('akti') ?? '',
    ...typed,
  }
  const props = { page: pageOf(c, services, null), id: null, view, typed: filled, errors }
  return html(c, <TransmittalFormPage {...props} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const form = await readForm(c)
  const asked = textField(form, 'institucioni')
  const { institution } = await viewTransmittalForm(services, c.get('lang'), official, {
    institutionId: asked,
    but: null,
  })
  // A record of an institution where this official has no such right is refused, not explained.
  if (institution?.id !== asked && isUuid(asked)) throw new Refused(403, 'not-permitted')
  const read = readTransmittal(form, texts)
  if (!institution) {
    const errors = { institucioni: texts.form.errors.institution }
    return createPage(c, services, official, null, { typed: read.ok ? {} : read.typed, errors, status: 422 })
  }
  if (!read.ok) return createPage(c, services, official, institution.id, { ...read, status: 422 })
  const by = { accountId: official.accountId }
  const order = { ...read.value, institutionId: institution.id, formId: formIn(form), by }
  const outcome = await createTransmittal(services, order)
  if (outcome.kind === 'created') return redirect(c, `${urls.one(outcome.id)}?u=krijimi`)
  const typed = typedAgain(form, read.value.actIds)
  const errors = { aktet: texts.form.errors.notWaiting }
  return createPage(c, services, official, institution.id, { typed, errors, status: 409 })
}

const typedAgain = (form: FormData, actIds: readonly string[]) => ({
  ...typedIn(form, ['organi', 'adresa', 'protokolli', 'fjalet', 'menyra', 'dergesa', 'versioni']),
  aktet: actIds.join(' '),
})

async function changePage(
  c: WebContext,
  services: Services,
  official: Official,
  { transmittal, acts }: TransmittalView,
  { typed, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const { id, institutionId } = transmittal
  const view = await viewTransmittalForm(services, c.get('lang'), official, { institutionId, but: id })
  const filled = typed ?? {
    versioni: String(transmittal.version),
    organi: transmittal.authorityName,
    adresa: transmittal.authorityAddress ?? '',
    protokolli: transmittal.protocol ?? '',
    fjalet: transmittal.words ?? '',
    menyra: transmittal.channel,
    aktet: acts.map(({ actId }) => actId).join(' '),
  }
  const props = { page: pageOf(c, services, null), id, view, typed: filled, errors }
  return html(c, <TransmittalFormPage {...props} />, { status })
}

async function change(c: WebContext, services: Services, official: Official, { view }: SeenLetter): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const form = await readForm(c)
  const read = readTransmittal(form, texts)
  if (!read.ok) return changePage(c, services, official, view, { ...read, status: 422 })
  const { id } = view.transmittal
  const order = { ...read.value, by: { accountId: official.accountId }, seen: seenIn(form) }
  const outcome = await changeTransmittal(services, id, order)
  if (outcome === 'done') return redirect(c, `${urls.one(id)}?u=ndryshimi`)
  if (outcome === 'no-such-transmittal') throw notFound()
  const typed = typedAgain(form, read.value.actIds)
  return changePage(c, services, official, view, { typed, errors: { aktet: texts.refusals[outcome] }, status: 409 })
}

async function send(c: WebContext, services: Services, official: Official, seen: SeenLetter): Promise<Response> {
  const form = await readForm(c)
  const read = readSending(form, textsIn(c.get('lang')), seen.view.today)
  if (!read.ok) return letterPage(c, services, seen, { ...read, status: 422 })
  const order = { ...read.value, by: { accountId: official.accountId }, seen: seenIn(form) }
  const outcome = await sendTransmittal(services, seen.view.transmittal.id, order)
  if (outcome === 'no-such-transmittal') throw notFound()
  const field = outcome === 'no-address' || outcome === 'no-desk' ? 'menyra' : 'dergimi'
  return answerLetter(c, services, seen, { outcome, done: 'dergimi', field, typed: typedIn(form, SEND_FIELDS) })
}

async function withdraw(c: WebContext, services: Services, official: Official, seen: SeenLetter): Promise<Response> {
  const form = await readForm(c)
  const read = readWithdrawal(form, textsIn(c.get('lang')))
  if (!read.ok) return letterPage(c, services, seen, { ...read, status: 422 })
  const order = { reason: read.value, by: { accountId: official.accountId }, seen: seenIn(form) }
  const outcome = await withdrawTransmittal(services, seen.view.transmittal.id, order)
  if (outcome === 'no-such-transmittal') throw notFound()
  const typed = { 'arsyeja-terheqjes': read.value }
  return answerLetter(c, services, seen, { outcome, done: 'terheqja', field: 'arsyeja-terheqjes', typed })
}
