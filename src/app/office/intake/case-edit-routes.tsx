import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import { withUpload, type Upload } from '#platform/files/upload.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { addPaper } from '#platform/intake/add-paper.ts'
import { CASE_LIMITS, MOVES, type Move } from '#platform/intake/case-rules.ts'
import type { CaseOutcome } from '#platform/intake/change-case.ts'
import { correctCase } from '#platform/intake/correct-case.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import type { CaseDetail } from '#platform/intake/office-case-queries.ts'
import { splitCase } from '#platform/intake/split-case.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { readDates, readProtocol } from './case-fields-form.ts'
import { readCorrection, readRows, readSplit, readVersion, CORRECTION_FIELDS, type SplitRow } from './case-form.ts'
import { findCaseFor } from './case-view.ts'
import { CorrectPage, PaperPage } from './correct-page.tsx'
import { SCAN_LIMITS, uploadErrors } from './counter-routes.tsx'
import { SplitPage } from './split-page.tsx'
import { rowsByParagraph, viewSplit } from './split-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** Pages of their own for what needs room: points, corrections, later papers. */
export function caseEditRoutes(app: WebApp, services: Services): void {
  const keep = may['cases.keep']
  officeRoute(app, 'GET', intakeUrls.split(':id'), keep, async (c, official) => {
    const one = await caseToKeep(c, services, official, 'split')
    const rows = c.req.query('sipas') === 'paragrafeve' ? rowsByParagraph(one.words ?? '') : null
    return splitPage(c, services, one, { rows })
  })
  officeRoute(app, 'POST', intakeUrls.split(':id'), keep, (c, official) => split(c, services, official))

  officeRoute(app, 'GET', intakeUrls.correct(':id'), keep, async (c, official) => {
    const one = await caseToKeep(c, services, official, 'correct')
    return html(c, <CorrectPage page={pageOf(c, services, null)} case={one} typed={typedFrom(one)} errors={{}} />)
  })
  officeRoute(app, 'POST', intakeUrls.correct(':id'), keep, (c, official) => correct(c, services, official))

  officeRoute(app, 'GET', intakeUrls.papers(':id'), keep, async (c, official) => {
    const one = await caseToKeep(c, services, official, 'paper')
    return paperPage(c, services, one, { typed: { dergesa: randomUUID() } })
  })
  officeRoute(app, 'POST', intakeUrls.papers(':id'), keep, (c, official) =>
    withUpload(c, services, SCAN_LIMITS, async (upload) => {
      const one = await caseToKeep(c, services, official, 'paper')
      if (upload.kind === 'upload') return paper(c, services, official, one, upload)
      const typed = typedOf(upload.fields, PAPER_FIELDS)
      return paperPage(c, services, one, { typed, errors: uploadErrors(c, upload), status: 422, filesLost: true })
    }),
  )
}

/** The case, if this official may keep it and its state allows the deed; otherwise what stands now is shown. */
async function caseToKeep(c: WebContext, services: Services, official: Official, move: Move): Promise<CaseDetail> {
  const roles: readonly Role[] = may['cases.keep']
  const one = await findCaseFor(services, official, c.req.param('id') ?? '')
  if (!one) throw notFound()
  if (!mayIn(official, roles, one.institutionId)) throw new Refused(403, 'not-permitted')
  if (!MOVES[one.state].includes(move) || one.erasedAt !== null) throw new Refused(409, 'conflict')
  const { institutionId, id, contactId } = one
  await noteAccess(services, official, { institutionId, subject: `intake.case:${id}`, contactId, what: 'opened' })
  return one
}

async function split(c: WebContext, services: Services, official: Official): Promise<Response> {
  const one = await caseToKeep(c, services, official, 'split')
  const form = await readForm(c)
  const version = readVersion(form)
  if (textField(form, 'me-shume') === 'po') {
    const rows = [...readRows(form), ...emptyRows(5)].slice(0, CASE_LIMITS.points)
    return splitPage(c, services, one, { rows, version })
  }
  const read = readSplit(c.get('lang'), form)
  const { rows } = read
  if (!read.ok) return splitPage(c, services, one, { rows, version, errors: read.errors, status: 422 })
  const outcome = await splitCase(services, official, { caseId: one.id, version, points: read.value })
  if (outcome.kind === 'done') return redirect(c, `${intakeUrls.one(one.id)}?u=ndare`)
  return splitPage(c, services, one, { rows, ...whyNot(c, outcome) })
}

type SplitAgain = { rows: readonly SplitRow[] | null; version?: number; errors?: FieldErrors; status?: number }

async function splitPage(c: WebContext, services: Services, one: CaseDetail, again: SplitAgain): Promise<Response> {
  const view = await viewSplit(services, one.id)
  const rows = again.rows ?? [...view.rows, ...emptyRows(3)]
  const { errors = {}, status = 200, version = one.version } = again
  const page = pageOf(c, services, null)
  return html(c, <SplitPage page={page} case={one} answered={view.answered} {...{ rows, errors, version }} />, {
    status,
  })
}

const emptyRows = (count: number): SplitRow[] =>
  Array.from({ length: count }, () => ({ title: '', words: '', role: '' }))

async function correct(c: WebContext, services: Services, official: Official): Promise<Response> {
  const one = await caseToKeep(c, services, official, 'correct')
  const form = await readForm(c)
  const page = pageOf(c, services, null)
  const again = (typed: Typed, errors: FieldErrors, status: number) =>
    html(c, <CorrectPage page={page} case={one} typed={typed} errors={errors} />, { status })
  const read = readCorrection(c.get('lang'), form, civilDateIn(one.zone, services.clock.now()))
  if (!read.ok) return again(read.typed, read.errors, 422)
  const order = { caseId: one.id, version: readVersion(form), ...read.value }
  const outcome = await correctCase(services, official, order)
  if (outcome.kind === 'done') return redirect(c, `${intakeUrls.one(one.id)}?u=ndrequr`)
  const { errors, status } = whyNot(c, outcome)
  // Over the words of somebody else nothing is written unseen: the next press is over the state that is shown now.
  return again({ ...typedOf(form, CORRECTION_FIELDS), versioni: String(one.version) }, errors, status)
}

function typedFrom(one: CaseDetail): Typed {
  const day = (name: string, date: string | null) => {
    const [year = '', month = '', dayOfMonth = ''] = date?.split('-') ?? []
    return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  return {
    versioni: String(one.version),
    emri: one.senderName ?? '',
    lenda: one.about ?? '',
    fjalet: one.words ?? '',
    telefoni: one.telephone ?? '',
    'adresa-postare': one.postal ?? '',
    adresa: one.email ?? '',
    regjistruar: one.registeredPost ? 'po' : '',
    ...day('shkruar', one.happenedOn),
  }
}

const PAPER_FIELDS = ['dergesa', 'lenda', 'fjalet', 'rruga', 'protokolli'].concat(
  ...['pranuar', 'protokolluar'].map((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`)),
)

async function paper(
  c: WebContext,
  services: Services,
  official: Official,
  one: CaseDetail,
  { fields: form, files }: Upload,
): Promise<Response> {
  const lang = c.get('lang')
  const t = officeIntakeTexts(lang)
  const typed = typedOf(form, PAPER_FIELDS)
  const { dates, errors } = readDates(lang, form, civilDateIn(one.zone, services.clock.now()))
  const { protocol, errors: ofProtocol } = readProtocol(lang, form)
  const { dergesa = '', lenda = '', fjalet = '' } = typed
  Object.assign(errors, ofProtocol)
  if (fjalet === '' && files.length === 0) errors.fjalet = t.paper.content
  if (lengthOf(fjalet) > CASE_LIMITS.words) errors.fjalet = t.counter.errors.wordsLong
  if (lengthOf(lenda) > CASE_LIMITS.about) errors.lenda = t.counter.errors.about
  if (!isUuid(dergesa)) errors.fjalet ??= t.counter.errors.form
  if (Object.keys(errors).length > 0)
    return paperPage(c, services, one, { typed, errors, status: 422, filesLost: files.length > 0 })
  const outcome = await addPaper(services, official, {
    caseId: one.id,
    form: dergesa,
    channel: typed.rruga === 'paper' ? 'paper' : 'counter',
    about: lenda || null,
    words: fjalet || null,
    receivedOn: dates.receivedOn,
    protocolNumber: protocol.number || null,
    protocolOn: protocol.on,
    files,
  })
  if (outcome.kind === 'done') return redirect(c, `${intakeUrls.one(one.id)}?u=shtuar`)
  return paperPage(c, services, one, { typed, filesLost: files.length > 0, ...whyNot(c, outcome) })
}

type PaperAgain = { typed: Typed; errors?: FieldErrors; status?: number; filesLost?: boolean }

function paperPage(c: WebContext, services: Services, one: CaseDetail, again: PaperAgain): Promise<Response> {
  const { typed, errors = {}, status = 200, filesLost = false } = again
  const page = pageOf(c, services, null)
  return Promise.resolve(html(c, <PaperPage page={page} case={one} {...{ typed, errors, filesLost }} />, { status }))
}

function whyNot(c: WebContext, outcome: CaseOutcome): { errors: FieldErrors; status: number } {
  const texts = officeIntakeTexts(c.get('lang'))
  switch (outcome.kind) {
    case 'refused':
      return { errors: { permbajtja: texts.refusals[outcome.refusal] }, status: 409 }
    case 'moved-meanwhile':
      return { errors: { permbajtja: texts.meanwhile }, status: 409 }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    default:
      throw notFound()
  }
}
