import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { Door } from '#platform/door.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { addPosting, noteTakenDown, removePosting, type PostingOutcome } from './keep-posting.ts'
import { addCoLeader, endCoLeader, type LeadOutcome } from './lead-together.ts'
import {
  readDownDay,
  readLeaderForm,
  readPostingForm,
  readWordsForm,
  typedLeader,
  typedOfWords,
  typedPosting,
  typedWords,
} from './notice-form.ts'
import { NoticeOfficePage } from './notice-office-page.tsx'
import { viewNoticeOffice, viewSheet, type NoticeOfficeView } from './notice-office-view.ts'
import { NO_WORDS } from './notice-rules.ts'
import { openOnDraft } from './open-on-draft.ts'
import { SheetPage } from './sheet-page.tsx'
import { noticeUrls } from './urls.ts'
import { writeNotice } from './write-notice.ts'

const LIMITS = { files: 1, fileBytes: 20_000_000 }
const PICTURES = ['image/jpeg', 'image/png']

/** The notice in the office: its words, who leads together, its postings, the sheet for the state's register. */
export function noticeOfficeRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  wordsRoutes(app, services)
  leaderRoutes(app, services)
  postingRoutes(app, services)
  sheetRoutes(app, services, doors)

  officeRoute(app, 'POST', noticeUrls.onDraft(':id'), may['consultations.write'], async (c, official) => {
    const { draft } = await officeOf(c, services, official)
    const brought = textField(await readForm(c), 'dergesa')
    const formId = isUuid(brought) ? brought : randomUUID()
    const outcome = await openOnDraft(services, official, draft.consultation.id, formId)
    if (outcome.kind === 'opened') return redirect(c, `${officeUrls.consultation(outcome.id)}?u=perseriti`)
    if (outcome.kind === 'no-such-consultation') throw notFound()
    throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : new Refused(409, 'conflict')
  })
}

function wordsRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', noticeUrls.office(':id'), may['consultations.read'], async (c, official) =>
    officePage(c, services, await officeOf(c, services, official)),
  )

  officeRoute(app, 'POST', noticeUrls.office(':id'), may['consultations.write'], async (c, official) => {
    const view = await officeOf(c, services, official)
    const words = typedWords(await readForm(c))
    const texts = textsIn(c.get('lang'))
    const read = readWordsForm(words, texts)
    if (!read.ok) return officePage(c, services, view, { words, errors: read.errors, status: 422 })
    const { id } = view.draft.consultation
    const outcome = await writeNotice(services, official, id, read.value)
    if (outcome.kind === 'written') return redirect(c, `${noticeUrls.office(id)}?u=ruajt`)
    if (outcome.kind !== 'changed-meanwhile') throw refusedOf(outcome)
    const now = String(view.words?.changedAt.getTime() ?? 0)
    const errors = { arsyet: texts.notices.office.changedMeanwhile }
    return officePage(c, services, view, { words: { ...words, gjendja: now }, errors, status: 409 })
  })
}

function leaderRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'POST', noticeUrls.coLeaders(':id'), write, async (c, official) => {
    const view = await officeOf(c, services, official)
    const leader = typedLeader(await readForm(c))
    const texts = textsIn(c.get('lang'))
    const again = (errors: FieldErrors) => officePage(c, services, view, { leader, errors, status: 422 })
    const read = readLeaderForm(leader, texts)
    if (!read.ok) return again(read.errors)
    const { id } = view.draft.consultation
    const outcome = await addCoLeader(services, official, id, read.value)
    const t = texts.notices.office.leaderErrors
    if (outcome.kind === 'known') return again({ partneri: t.known })
    if (outcome.kind === 'no-such-partner') return again({ partneri: t.one })
    return doneOf(c, id, outcome, 'bashke')
  })

  officeRoute(app, 'POST', noticeUrls.endCoLeader(':id', ':leader'), write, async (c, official) => {
    const { draft } = await officeOf(c, services, official)
    const { id } = draft.consultation
    return doneOf(c, id, await endCoLeader(services, official, id, idIn(c, 'leader')), 'vetem')
  })
}

function postingRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'POST', noticeUrls.postings(':id'), write, async (c, official) => {
    const view = await officeOf(c, services, official)
    const { id, institutionId } = view.draft.consultation
    const refuseFiles = () => refusalForQuota(services, institutionId)
    const upload = await readUpload(c, services, { ...LIMITS, refuseFiles })
    const posting = typedPosting(upload.fields)
    const texts = textsIn(c.get('lang'))
    const again = (errors: FieldErrors) => officePage(c, services, view, { posting, errors, status: 422 })
    const wrong = { fotografia: texts.notices.office.postingErrors.photograph }
    if (upload.kind !== 'upload') return again(wrong)
    try {
      const photograph = upload.files[0] ?? null
      const read = readPostingForm(posting, texts, view.today)
      if (!read.ok) return await again(read.errors)
      if (photograph && !PICTURES.includes(photograph.mediaType)) return await again(wrong)
      return doneOf(c, id, await addPosting(services, official, id, { ...read.value, photograph }), 'afishua')
    } finally {
      await upload.discard()
    }
  })

  officeRoute(app, 'POST', noticeUrls.takenDown(':id', ':posting'), write, async (c, official) => {
    const view = await officeOf(c, services, official)
    const { id } = view.draft.consultation
    const postingId = idIn(c, 'posting')
    const day = readDownDay(await readForm(c), view.today)
    const errors = { ulur: textsIn(c.get('lang')).notices.office.postingErrors.takenDownOn }
    if (day === null) return officePage(c, services, view, { errors, status: 422 })
    const outcome = await noteTakenDown(services, official, id, { postingId, day })
    if (outcome.kind === 'before-posting') return officePage(c, services, view, { errors, status: 422 })
    return doneOf(c, id, outcome, 'uli')
  })

  officeRoute(app, 'POST', noticeUrls.removePosting(':id', ':posting'), write, async (c, official) => {
    const { draft } = await officeOf(c, services, official)
    const { id } = draft.consultation
    return doneOf(c, id, await removePosting(services, official, id, idIn(c, 'posting')), 'hoqi')
  })
}

function sheetRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const sheetOf = async (c: WebContext, official: Official) => {
    const id = c.req.param('id') ?? ''
    const view = isUuid(id) ? await viewSheet(services, doors, official, c.get('lang'), id) : null
    if (!view) throw notFound()
    return view
  }
  officeRoute(app, 'GET', noticeUrls.sheet(':id'), may['consultations.read'], async (c, official) =>
    html(c, <SheetPage page={pageOf(c, services, null)} view={await sheetOf(c, official)} />),
  )
  officeRoute(app, 'GET', noticeUrls.sheetFile(':id'), may['consultations.read'], async (c, official) => {
    const { plain } = await sheetOf(c, official)
    return text(c, `${plain}\n`, 'text/plain; charset=utf-8')
  })
}

async function officeOf(c: WebContext, services: Services, official: Official): Promise<NoticeOfficeView> {
  const id = c.req.param('id') ?? ''
  const view = isUuid(id) ? await viewNoticeOffice(services, official, c.get('lang'), id) : null
  if (!view) throw notFound()
  return view
}

function idIn(c: WebContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

function doneOf(c: WebContext, id: string, outcome: LeadOutcome | PostingOutcome, what: string): Response {
  if (outcome.kind === 'done') return redirect(c, `${noticeUrls.office(id)}?u=${what}`)
  throw refusedOf(outcome)
}

function refusedOf({ kind }: { kind: string }): Refused {
  if (kind === 'not-permitted') return new Refused(403, 'not-permitted')
  return kind === 'settled' ? new Refused(409, 'conflict') : notFound()
}

type Again = { words?: Typed; leader?: Typed; posting?: Typed; errors?: FieldErrors; status?: number }

async function officePage(
  c: WebContext,
  services: Services,
  view: NoticeOfficeView,
  { words, leader, posting, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const t = textsIn(c.get('lang')).notices.office
  const said = {
    krijua: t.created,
    ruajt: t.saved,
    bashke: t.leaderAdded,
    vetem: t.leaderEnded,
    afishua: t.postingAdded,
    uli: t.postingChanged,
    hoqi: t.postingRemoved,
  }
  const fresh = typedOf(new FormData(), [])
  const typed = {
    words: words ?? typedOfWords(view.words ?? NO_WORDS),
    leader: leader ?? { ...fresh, dergesa: randomUUID() },
    posting: posting ?? { ...fresh, dergesa: randomUUID() },
  }
  const done = status === 200 ? doneWords(said, c.req.query('u')) : null
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done, formId: randomUUID() }
  return html(c, <NoticeOfficePage {...props} />, { status })
}
