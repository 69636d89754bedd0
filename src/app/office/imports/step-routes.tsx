import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { chooseForImport, proposeColumns, type Choice } from '#platform/imports/choose-import.ts'
import { findTarget } from '#platform/imports/find-target.ts'
import { guessHead } from '#platform/imports/head-rules.ts'
import { listRefused, reckonSoon } from '#platform/imports/reckon-import.ts'
import type { TableTarget } from '#platform/imports/table-target.ts'
import { takeImport, type TakeOutcome } from '#platform/imports/take-import.ts'
import { dropImport, undoImport } from '#platform/imports/undo-import.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { columnField } from './field-name-rules.ts'
import { readAnswers, readColumns, readHead } from './import-form.ts'
import { ImportPage } from './import-page.tsx'
import { viewColumns, viewFirstLines, viewImport, type ImportView } from './import-view.ts'
import { importPermissions as may } from './permissions.ts'
import { ColumnsPage, HeadPage, QuestionsPage } from './step-page.tsx'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }
type Again = { typed?: Typed; errors?: FieldErrors; status?: number; reason?: string }
type Open = ImportView & { target: TableTarget }

/** The way of one file: head, columns, questions, taking in, undoing. */
export function stepRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  const [read, write] = [may['imports.read'], may['imports.write']]
  officeRoute(app, 'GET', urls.one(':id'), read, async (c, official) =>
    importPage(c, room, await found(c, room, official)),
  )
  officeRoute(app, 'GET', urls.refused(':id'), read, (c, official) => refusedFile(c, room, official))
  officeRoute(app, 'GET', urls.head(':id'), write, async (c, official) =>
    headPage(c, room, await open(c, room, official)),
  )
  officeRoute(app, 'POST', urls.head(':id'), write, (c, official) => chooseHead(c, room, official))
  officeRoute(app, 'GET', urls.columns(':id'), write, async (c, official) =>
    columnsPage(c, room, await open(c, room, official)),
  )
  officeRoute(app, 'POST', urls.columns(':id'), write, (c, official) => chooseColumns(c, room, official))
  officeRoute(app, 'GET', urls.questions(':id'), write, async (c, official) =>
    questionsPage(c, room, await open(c, room, official)),
  )
  officeRoute(app, 'POST', urls.questions(':id'), write, (c, official) => chooseAnswers(c, room, official))
  officeRoute(app, 'POST', urls.take(':id'), write, (c, official) => take(c, room, official))
  officeRoute(app, 'POST', urls.undo(':id'), write, (c, official) => undo(c, room, official))
  officeRoute(app, 'POST', urls.drop(':id'), write, async (c, official) => {
    const { import: one } = await writable(c, room, official)
    const outcome = await dropImport(services, one.id, { accountId: official.accountId })
    if (outcome === 'closed') return refusedAs(c, room, official, 'closed', 409)
    return redirect(c, `${urls.one(one.id)}?u=heqja`)
  })
}

async function found(c: WebContext, { services, doors }: Room, official: Official): Promise<ImportView> {
  const find = (name: string, institutionId: string) => findTarget(doors, services, name, institutionId)
  const view = await viewImport(services, official, c.req.param('id') ?? '', find)
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official): Promise<ImportView> {
  const view = await found(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

/** One that can still be chosen about. */
async function open(c: WebContext, room: Room, official: Official): Promise<Open> {
  const { target, ...view } = await writable(c, room, official)
  if (!target || view.import.state !== 'open') throw new Refused(409, 'conflict')
  return { ...view, target }
}

function importPage(c: WebContext, { services }: Room, view: ImportView, again: Again = {}): Promise<Response> {
  const { errors = {}, status = 200, reason = '' } = again
  const done = doneWords(textsIn(c.get('lang')).one.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <ImportPage page={page} view={view} status={done} errors={errors} reason={reason} />, { status })
}

async function refusedAs(
  c: WebContext,
  room: Room,
  official: Official,
  why: string,
  status: number,
): Promise<Response> {
  const words = textsIn(c.get('lang')).one.faults[why] ?? ''
  return importPage(c, room, await found(c, room, official), { errors: { permbajtja: words }, status })
}

async function headPage(c: WebContext, { services }: Room, view: Open, again: Again = {}): Promise<Response> {
  const { id, choices, sheets } = view.import
  const sheet = choices.sheet ?? 0
  const lines = await viewFirstLines(services, id, sheet)
  const guessed = choices.head ?? (sheets[sheet]?.names ? 0 : guessHead(lines))
  const typed = again.typed ?? { fleta: choices.sheet === null ? '' : String(sheet), koka: String(guessed) }
  const { errors = {}, status = 200 } = again
  const page = pageOf(c, services, null)
  return html(c, <HeadPage page={page} view={view} typed={typed} errors={errors} lines={lines} />, { status })
}

async function chooseHead(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await open(c, room, official)
  const form = await readForm(c)
  const told = readHead(form, view.import.sheets, textsIn(c.get('lang')))
  if (!told.ok)
    return headPage(c, room, view, { typed: typedOf(form, ['fleta', 'koka']), errors: told.errors, status: 422 })
  return chosen(c, room, view, { kind: 'head', sheet: told.sheet, head: told.head }, urls.columns(view.import.id))
}

async function columnsPage(c: WebContext, { services }: Room, view: Open, again: Again = {}): Promise<Response> {
  const columns = await viewColumns(services, view.import)
  if (columns.length === 0) return redirect(c, urls.head(view.import.id))
  const proposed = await proposeColumns(services, view.import, view.target, columns)
  const standing = view.import.choices.columns ?? proposed.columns
  const typed = again.typed ?? Object.fromEntries(standing.map((name, index) => [columnField(index), name ?? '']))
  const { errors = {}, status = 200 } = again
  const remembered = proposed.remembered && view.import.choices.columns === null
  const page = pageOf(c, services, null)
  return html(c, <ColumnsPage {...{ page, view, typed, errors, columns, remembered }} />, { status })
}

async function chooseColumns(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await open(c, room, official)
  const form = await readForm(c)
  const { length } = await viewColumns(room.services, view.import)
  const lang = c.get('lang')
  const { columns, errors } = readColumns(form, length, view.target.columns, lang, textsIn(lang))
  if (Object.keys(errors).length > 0)
    return columnsPage(c, room, view, { typed: typedOf(form, [...form.keys()]), errors, status: 422 })
  return chosen(c, room, view, { kind: 'columns', columns }, urls.one(view.import.id))
}

function questionsPage(c: WebContext, { services }: Room, view: Open, again: Again = {}): Response | Promise<Response> {
  const questions = view.import.reckoning?.questions ?? []
  if (questions.length === 0) return redirect(c, urls.one(view.import.id))
  const { typed = {}, errors = {}, status = 200 } = again
  const page = pageOf(c, services, null)
  return html(c, <QuestionsPage {...{ page, view, typed, errors, questions }} />, { status })
}

async function chooseAnswers(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await open(c, room, official)
  const form = await readForm(c)
  const { answers, errors } = readAnswers(form, view.import.reckoning?.questions ?? [], textsIn(c.get('lang')))
  if (Object.keys(errors).length > 0)
    return questionsPage(c, room, view, { typed: typedOf(form, [...form.keys()]), errors, status: 422 })
  return chosen(c, room, view, { kind: 'answers', answers }, urls.one(view.import.id))
}

async function chosen(c: WebContext, { services }: Room, view: Open, choice: Choice, next: string): Promise<Response> {
  if ((await chooseForImport(services, view.import.id, choice)) !== 'chosen') throw new Refused(409, 'conflict')
  await reckonSoon(services, view.target, view.import.id)
  return redirect(c, next)
}

async function refusedFile(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await found(c, room, official)
  const lang = c.get('lang')
  const { one } = textsIn(lang)
  const refused = view.target ? await listRefused(room.services, view.target, view.import) : []
  const { line, column, why, words } = one.refusedColumns
  const rows = refused.map((cell) => [
    String(cell.at),
    cell.column,
    typeof cell.why === 'string' ? one.why[cell.why] : cell.why[lang],
    cell.words,
  ])
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="te-refuzuarat.csv"',
    'cache-control': 'no-store',
  }
  return new Response(csvOf([[line, column, why, words], ...rows]), { headers })
}

async function take(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { import: one, target } = await writable(c, room, official)
  if (!target) return refusedAs(c, room, official, 'closed', 409)
  const version = Number(textField(await readForm(c), 'versioni') || '0')
  const order = { id: one.id, by: { accountId: official.accountId }, version }
  return taken(c, room, official, await takeImport(room.services, target, order), one.id)
}

function taken(
  c: WebContext,
  room: Room,
  official: Official,
  outcome: TakeOutcome,
  id: string,
): Response | Promise<Response> {
  switch (outcome.kind) {
    case 'taken':
      return redirect(c, `${urls.one(id)}?u=marrja`)
    case 'taking':
      return redirect(c, urls.one(id))
    case 'no-such-import':
      throw notFound()
    case 'asked':
    case 'not-chosen':
      return refusedAs(c, room, official, 'asked', 422)
    default:
      return refusedAs(c, room, official, outcome.kind, 409)
  }
}

async function undo(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  if (!view.target) return refusedAs(c, room, official, 'closed', 409)
  const reason = textField(await readForm(c), 'arsyeja')
  if (lengthOf(reason) < 5 || lengthOf(reason) > 1000)
    return importPage(c, room, view, { errors: { arsyeja: textsIn(c.get('lang')).one.undoError }, status: 422, reason })
  const order = { id: view.import.id, by: { accountId: official.accountId }, reason }
  const outcome = await undoImport(room.services, view.target, order)
  if (outcome.kind !== 'undone') return refusedAs(c, room, official, 'closed', 409)
  return redirect(c, `${urls.one(view.import.id)}?u=zhberja`)
}
