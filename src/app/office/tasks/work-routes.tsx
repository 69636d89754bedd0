import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { LANGUAGES } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { findSubjectFor } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { chooseDutyLetter } from '#platform/tasks/choose-duty-letter.ts'
import { eraseNote } from '#platform/tasks/erase-note.ts'
import { taskPermissions as may } from '#platform/tasks/permissions.ts'
import { seeMention } from '#platform/tasks/see-mention.ts'
import { TASK_KIND } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { writeNote } from '#platform/tasks/write-note.ts'
import { boardCsv } from './board-csv-part.ts'
import { BoardPage } from './board-page.tsx'
import { listBoardForFile, readBoardQuestion, viewBoard } from './board-view.ts'
import { DutyLetterPage } from './duty-letter-page.tsx'
import { viewDutyChoice } from './duty-letter-view.ts'
import { RecordPage } from './record-page.tsx'
import { readNote, readReason } from './task-form.ts'
import { returnPath, withDone } from './task-routes.tsx'
import { colleaguesOf, findMoved, shown, viewSubjectWork } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

/** The board, the notes of any record, and the choice of the morning's letter. */
export function workRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house: House = { services, doors }
  officeRoute(app, 'GET', taskUrls.board(), may['tasks.board'], async (c, official) => {
    const view = await viewBoard(services, doors, c.get('lang'), official, readBoardQuestion(c.req.query()))
    return html(c, <BoardPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', taskUrls.boardCsv(), may['tasks.board'], async (c, official) => {
    const rows = await listBoardForFile(services, c.get('lang'), official, readBoardQuestion(c.req.query()))
    return c.body(boardCsv(c.get('lang'), rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="detyrat.csv"',
      'cache-control': 'no-store',
    })
  })
  officeRoute(app, 'GET', taskUrls.records(), may['tasks.read'], async (c, official) =>
    recordPage(c, house, official, await knownSubject(c, house, official, c.req.query('rekordi') ?? '')),
  )
  officeRoute(app, 'POST', taskUrls.notes(), may['tasks.write'], (c, official) => postNote(c, house, official))
  officeRoute(app, 'POST', taskUrls.eraseNote(':id'), may['notes.erase'], (c, official) =>
    postErase(c, house, official),
  )
  officeRoute(app, 'POST', taskUrls.seeMention(':id'), may['tasks.write'], async (c, official) => {
    const id = c.req.param('id') ?? ''
    if (!isUuid(id)) throw notFound()
    // Pressed twice it is seen all the same.
    await seeMention(services, official, id)
    return redirect(c, withDone('/zyra', 'pashe', null))
  })
  officeRoute(app, 'GET', taskUrls.dutyLetter(), may['tasks.write'], async (c, official) => {
    const status = doneWords(taskTexts(c.get('lang')).done, c.req.query('pune'))
    const choice = await viewDutyChoice(services, official)
    return html(c, <DutyLetterPage page={pageOf(c, services, null)} choice={choice} status={status} />)
  })
  officeRoute(app, 'POST', taskUrls.dutyLetter(), may['tasks.write'], async (c, official) => {
    const form = await readForm(c)
    const lang = LANGUAGES.find((one) => one === textField(form, 'gjuha')) ?? 'sq'
    await chooseDutyLetter(services, official, { wanted: textField(form, 'dua') === 'po', lang })
    return redirect(c, withDone(taskUrls.dutyLetter(), 'letra', null))
  })
}

type House = { services: Services; doors: readonly Door[] }

/** A record that this official may know of; anything else is not found, whether it is there or not. */
async function knownSubject(c: WebContext, house: House, official: Official, ref: string): Promise<Subject> {
  const subject = await findSubjectFor(house.doors, house.services, c.get('lang'), official, ref)
  if (!subject || !mayIn(official, may['tasks.read'], subject.institutionId)) throw notFound()
  return subject
}

type Again = { typed: Typed; errors: FieldErrors; form: string }

async function recordPage(
  c: WebContext,
  { services, doors }: House,
  official: Official,
  subject: Subject,
  again: Again | null = null,
): Promise<Response> {
  const lang = c.get('lang')
  const work = await viewSubjectWork(services, doors, lang, official, subject)
  const words = again ? null : doneWords(taskTexts(lang).done, c.req.query('pune'))
  const task = words === null ? null : await findMoved(services, lang, official, c.req.query('detyra'))
  const moved = task && words !== null ? { task: shown(task, new Map(), services.clock.now()), words } : null
  return html(
    c,
    <RecordPage
      page={{ ...pageOf(c, services, null), path: taskUrls.record(subject.ref) }}
      subject={subject}
      work={work}
      form={again?.form ?? randomUUID()}
      moved={moved}
      status={moved ? null : words}
      typed={again?.typed ?? {}}
      errors={again?.errors ?? {}}
    />,
    { status: again ? 422 : 200 },
  )
}

async function postNote(c: WebContext, house: House, official: Official): Promise<Response> {
  const sent = await readForm(c)
  const subject = await knownSubject(c, house, official, textField(sent, 'subjekti'))
  const form = textField(sent, 'dergesa')
  if (!isUuid(form)) throw notFound()
  if (!mayIn(official, may['tasks.write'], subject.institutionId)) throw new Refused(403, 'not-permitted')
  const words = readNote(c.get('lang'), sent)
  if (!words.ok) return recordPage(c, house, official, subject, { ...words, form })
  const { institutionId, ref } = subject
  const readers = await colleaguesOf(house.services, house.doors, subject)
  const note = { institutionId, subject: ref, words: words.value, form }
  await writeNote(house.services, official, note, readers)
  return redirect(c, withDone(returnPath(sent) ?? placeOf(ref), 'shenim', null))
}

async function postErase(c: WebContext, house: House, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const reason = readReason(c.get('lang'), await readForm(c), `arsyeja-${id}`)
  if (!reason.ok) throw new Refused(422, 'unreadable-form')
  const outcome = await eraseNote(house.services, official, id, reason.value)
  if (outcome.kind === 'no-such-note') throw notFound()
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  return redirect(c, withDone(placeOf(outcome.subject), 'fshire', null))
}

/** The page on which a record's notes stand. */
function placeOf(ref: string): string {
  const read = readRef(ref)
  return read?.kind === TASK_KIND ? taskUrls.one(read.id) : taskUrls.record(ref)
}
