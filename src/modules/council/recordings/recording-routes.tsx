import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { withUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { LibraryPage } from './library-page.tsx'
import { OfficeRecordingsPage, type Again } from './office-recordings-page.tsx'
import { readMarks, readRecordingForm, typedRecording } from './recording-form.ts'
import { RecordingPage } from './recording-page.tsx'
import { chaptersVtt, SUBTITLE_LANGS, subtitlesVtt } from './recording-rules.ts'
import { viewLibrary, viewOfficeRecordings, viewRecordings, type OfficeRecordingsView } from './recording-view.ts'
import { readSubtitles } from './subtitle-rules.ts'
import { textsIn } from './texts.ts'
import { officeRecordingUrls as officeUrls, recordingUrls as urls } from './urls.ts'
import {
  addRecording,
  changeRecording,
  publishRecording,
  removeRecording,
  setMarks,
  takeSubtitles,
  type RecordingOutcome,
} from './write-recording.ts'

type Room = { services: Services; doors: readonly Door[] }

const UPLOAD = { files: 1, fileBytes: 5_000_000, unknownToo: true }
const VTT = 'text/vtt; charset=utf-8'

/** Where meetings are watched: the library, one meeting's recordings, and the office's links. */
export function recordingRoutes(app: WebApp, room: Room): void {
  publicRoutes(app, room.services)
  officeRoute(app, 'GET', officeUrls.list(':id'), may['council.read'], async (c, official) =>
    officePage(c, room, await recordingsFor(c, room, official)),
  )
  officeRoute(app, 'POST', officeUrls.list(':id'), may['council-recordings.write'], (c, official) =>
    add(c, room, official),
  )
  officeRoute(app, 'POST', officeUrls.one(':id', ':recording'), may['council-recordings.write'], (c, official) =>
    change(c, room, official),
  )
  for (const [path, deed, done] of [
    [officeUrls.publish, publishRecording, 'publikimi'],
    [officeUrls.remove, removeRecording, 'heqja'],
  ] as const)
    officeRoute(app, 'POST', path(':id', ':recording'), may['council-recordings.write'], async (c, official) => {
      const { view, id } = await writable(c, room, official)
      const outcome = await deed(room.services, { ...orderOf(view, official, await readForm(c)), id })
      return answer(c, room, view, { outcome, id, done })
    })
  officeRoute(app, 'POST', officeUrls.marks(':id', ':recording'), may['council-recordings.write'], (c, official) =>
    mark(c, room, official),
  )
  officeRoute(app, 'POST', officeUrls.subtitles(':id', ':recording'), may['council-recordings.write'], (c, official) =>
    withUpload(c, room.services, UPLOAD, (upload) => subtitle(c, room, official, upload)),
  )
}

function publicRoutes(app: WebApp, services: Services): void {
  app.get(urls.library(), async (c) => {
    const view = await viewLibrary(services, c.get('lang'), c.req.query())
    return html(c, <LibraryPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(urls.ofMeeting(':slug'), async (c) => {
    const view = await viewRecordings(services, c.get('lang'), c.req.param('slug') ?? '')
    if (!view) throw notFound()
    return html(c, <RecordingPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(urls.chapters(':slug', ':recording'), async (c) => {
    const one = await publicOne(c, services)
    return text(c, chaptersVtt(one.chapters, one.seconds), VTT)
  })
  app.get('/mbledhje/:slug/regjistrimi/:recording/:file{titrat-(?:sq|en|sr)\\.vtt}', async (c) => {
    const one = await publicOne(c, services)
    const lang = c.req.param('file').slice('titrat-'.length, -'.vtt'.length)
    const found = one.subtitles.find((subtitles) => subtitles.lang === lang)
    if (!found) throw notFound()
    return text(c, subtitlesVtt(found.cues.map(([fromMs, toMs, words]) => ({ fromMs, toMs, words }))), VTT)
  })
}

async function publicOne(c: WebContext, services: Services) {
  const view = await viewRecordings(services, c.get('lang'), c.req.param('slug') ?? '')
  const one = view?.recordings.find(({ id }) => id === c.req.param('recording'))
  if (!one) throw notFound()
  return one
}

async function recordingsFor(c: WebContext, { services }: Room, official: Official): Promise<OfficeRecordingsView> {
  const view = await viewOfficeRecordings(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official) {
  const view = await recordingsFor(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const id = c.req.param('recording') ?? ''
  if (c.req.param('recording') !== undefined && !view.recordings.some((one) => one.id === id)) throw notFound()
  return { view, id }
}

const orderOf = (view: OfficeRecordingsView, official: Official, form: FormData) => ({
  meetingId: view.meeting.id,
  seen: Number(textField(form, 'versioni')) || 0,
  by: { accountId: official.accountId },
})

function officePage(
  c: WebContext,
  { services }: Room,
  view: OfficeRecordingsView,
  again: Again = { of: null, typed: {}, errors: {} },
  status = 200,
) {
  const done = doneWords(textsIn(c.get('lang')).office.done, c.req.query('u'))
  const filled = { ...again, typed: { dergesa: randomUUID(), ...again.typed } }
  const page = pageOf(c, services, null)
  return html(c, <OfficeRecordingsPage page={page} view={view} again={filled} status={done} />, { status })
}

type Answer = { outcome: RecordingOutcome; id: string; done: string; typed?: Typed }

async function answer(c: WebContext, room: Room, view: OfficeRecordingsView, { outcome, id, done, typed }: Answer) {
  if (outcome === 'done') return redirect(c, `${officeUrls.list(view.meeting.id)}?u=${done}`)
  if (outcome === 'no-such-recording') throw notFound()
  const errors = { [`lidhja-${id}`]: textsIn(c.get('lang')).office.refusals[outcome] }
  return officePage(c, room, view, { of: id, typed: typed ?? {}, errors }, 409)
}

async function add(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { view } = await writable(c, room, official)
  const form = await readForm(c)
  const sent = textField(form, 'dergesa')
  const formId = isUuid(sent) ? sent : randomUUID()
  const typed = { ...typedRecording(form), dergesa: formId }
  const read = readRecordingForm(typed, textsIn(c.get('lang')), view.meeting.zone)
  if (!read.ok) return officePage(c, room, view, { of: null, typed, errors: read.errors }, 422)
  const { meetingId, by } = orderOf(view, official, form)
  const outcome = await addRecording(room.services, { meetingId, by, formId, facts: read.value })
  return answer(c, room, view, { outcome, id: '', done: 'shtimi' })
}

/** Of several forms on one page each field carries the recording's id. */
function ownFields(form: FormData, id: string): FormData {
  const own = new FormData()
  for (const [name, value] of form) own.append(name.replace(`.${id}`, ''), value)
  return own
}

const ownErrors = (errors: FieldErrors, id: string): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, words]) => [`${field}.${id}`, words]))

async function change(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { view, id } = await writable(c, room, official)
  const form = ownFields(await readForm(c), id)
  const typed = typedRecording(form)
  const read = readRecordingForm(typed, textsIn(c.get('lang')), view.meeting.zone)
  if (!read.ok) return officePage(c, room, view, { of: id, typed, errors: ownErrors(read.errors, id) }, 422)
  const outcome = await changeRecording(room.services, { ...orderOf(view, official, form), id, facts: read.value })
  return answer(c, room, view, { outcome, id, done: 'ndryshimi', typed })
}

async function mark(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { view, id } = await writable(c, room, official)
  const form = ownFields(await readForm(c), id)
  const moments = view.recordings.find((one) => one.id === id)?.moments ?? []
  const read = readMarks(form, moments, textsIn(c.get('lang')))
  if (!read.ok) return officePage(c, room, view, { of: id, typed: read.typed, errors: ownErrors(read.errors, id) }, 422)
  const outcome = await setMarks(room.services, { ...orderOf(view, official, form), id, marks: read.value })
  return answer(c, room, view, { outcome, id, done: 'kapitujt' })
}

async function subtitle(
  c: WebContext,
  room: Room,
  official: Official,
  upload: Upload | UploadRefusal,
): Promise<Response> {
  const { view, id } = await writable(c, room, official)
  const t = textsIn(c.get('lang')).office
  const form = ownFields(upload.fields, id)
  const typed = { gjuha: textField(form, 'gjuha'), kush: textField(form, 'kush') }
  const again = (errors: FieldErrors) =>
    officePage(c, room, view, { of: id, typed, errors: ownErrors(errors, id) }, 422)
  const file = upload.kind === 'upload' ? (upload.files[0] ?? upload.unknown[0]) : undefined
  if (!file) return again({ titrat: t.errors.file })
  const lang = SUBTITLE_LANGS.find((one) => one === typed.gjuha)
  if (!lang) return again({ gjuha: t.errors.lang })
  const read = readSubtitles(await readFile(file.path, 'utf8'))
  if (read.kind === 'refused') return again({ titrat: t.subtitleRefusals[read.refusal](read.line) })
  const madeBy = typed.kush === 'machine' ? ('machine' as const) : ('person' as const)
  const fileName = 'claimedName' in file ? file.claimedName : file.name
  const words = { lang, madeBy, fileName: fileName.slice(0, 200), cues: read.cues }
  const outcome = await takeSubtitles(room.services, { ...orderOf(view, official, form), id, subtitle: words })
  return answer(c, room, view, { outcome, id, done: 'titrat' })
}
