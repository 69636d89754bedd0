import { randomUUID } from 'node:crypto'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { readUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import type { PublishedComment } from './comment-queries.ts'
import { COMMENT_FIELDS, readCommentForm } from './comment-form.ts'
import { CommentFormPage } from './comment-form-page.tsx'
import { viewCommentForm } from './comment-form-view.ts'
import { readCommentFilter } from './comment-filter-rules.ts'
import { readCursor } from './comment-paging-view.ts'
import { CommentListPage, OneCommentPage } from './comment-list-page.tsx'
import { viewCommentList, viewOneComment } from './comment-list-view.ts'
import { commentAsData } from '../data-view.ts'
import { noticeWave } from '../desk/wave-routes.ts'
import {
  COMMENT_LIMITS,
  COMMENTS_PER_ADDRESS,
  COMMENTS_PER_EMAIL,
  COMMENTS_WITH_FILES_PER_ADDRESS,
  type CommentRefusal,
} from './comment-rules.ts'
import { CommentSentPage } from './comment-sent-page.tsx'
import { isUuid } from '#platform/http/field-rules.ts'
import { readAnswers } from '../questions/answer-form.ts'
import { listAsked } from '../questions/asked-view.ts'
import type { Question } from '../questions/question-rules.ts'
import { postComment } from './post-comment.ts'
import { isPublicDocument } from './public-document-view.ts'

const CODE = ':code{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}}'
const CODE_JSON = ':code{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\\.json}'

/** Comments as the public writes and reads them. */
export function commentRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.commentForm(':slug'), (c) => {
    const typed: Typed = {
      dergesa: randomUUID(),
      neni: c.req.query('neni') ?? '',
      fragmenti: c.req.query('fragmenti') ?? '',
      para: c.req.query('para') ?? '',
      pas: c.req.query('pas') ?? '',
    }
    return formPage(c, services, typed, {}, 200)
  })

  app.post(consultationUrls.comments(':slug'), async (c) => {
    const { files, fileBytes } = COMMENT_LIMITS
    const refuseFiles = async () => ((await areFilesLimited(c, services)) ? 'too-often' : null)
    const upload = await readUpload(c, services, { files, fileBytes, refuseFiles })
    if (upload.kind !== 'upload') return refusedUpload(c, services, upload)
    try {
      return await receive(c, services, upload)
    } finally {
      await upload.discard()
    }
  })

  app.get(consultationUrls.commentSent(':slug'), async (c) => {
    const view = await viewCommentForm(services, c.get('lang'), slugOf(c), {
      nodeId: '',
      quote: '',
      prefix: '',
      suffix: '',
    })
    if (!view) throw notFound()
    return html(
      c,
      <CommentSentPage
        page={pageOf(c, services, view.institution)}
        consultation={view.consultation}
        late={c.req.query('vonese') === 'po'}
      />,
    )
  })

  readingRoutes(app, services)
}

/** What was said, as everybody reads it. */
function readingRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.comments(':slug'), async (c) => {
    const view = await viewCommentList(services, c.get('lang'), slugOf(c), {
      before: readCursor(c.req.query('para')),
      filter: readCommentFilter(c.req.query()),
    })
    if (!view) throw notFound()
    return html(c, <CommentListPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(`/konsultime/:slug/komente/${CODE_JSON}`, async (c) => {
    const view = await viewOneComment(
      services,
      c.get('lang'),
      slugOf(c),
      (c.req.param('code') ?? '').replace('.json', ''),
    )
    if (!view) throw notFound()
    const data = commentAsData(view, services.settings.url)
    return json(c, data, { status: statusOf(view.comment) })
  })

  app.get(`/konsultime/:slug/komente/${CODE}`, async (c) => {
    const view = await viewOneComment(services, c.get('lang'), slugOf(c), c.req.param('code') ?? '')
    if (!view) throw notFound()
    const page = pageOf(c, services, view.institution)
    return html(c, <OneCommentPage page={page} view={view} />, { cache: 'public', status: statusOf(view.comment) })
  })

  app.get(consultationUrls.document(':slug', ':id'), (c) => documentFile(c, services))
}

/** Erased: gone for good. Held or withdrawn ones may still change. */
const statusOf = ({ state }: PublishedComment): number => (state === 'erased' ? 410 : 200)

async function documentFile(c: WebContext, services: Services): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const isPublic = await isPublicDocument(services, slugOf(c), id)
  if (!isPublic) throw notFound()
  const asked = { lang: c.req.query('gjuha'), version: c.req.query('versioni') }
  return serveDocument(c, services, id, { public: true, ...asked })
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

/** What the institution asks of somebody who sends this form. */
function askedIn(c: WebContext, services: Services, form: FormData): Promise<Question[]> {
  const nodeId = textField(form, 'neni')
  return listAsked(services.db, slugOf(c), isUuid(nodeId) ? nodeId : null)
}

async function receive(c: WebContext, services: Services, upload: Upload): Promise<Response> {
  const visitor = c.get('visitor')
  const citizen = visitor?.kind === 'citizen' ? visitor : null
  const lang = c.get('lang')
  const texts = textsIn(lang)
  const asked = await askedIn(c, services, upload.fields)
  const form = readCommentForm(upload.fields, texts, citizen?.email ?? null, asked)
  const filesLost = upload.files.length > 0
  if (!form.ok) return formPage(c, services, form.typed, form.errors, 422, filesLost)

  const { typed } = form
  if (await isLimited(c, services, form.value.email)) {
    return formPage(c, services, typed, { komenti: texts.form.errors.tooMany }, 429, filesLost)
  }
  const wave = !isOfficial(c) && (await noticeWave(services, slugOf(c), c.get('address'), form.value.body))
  const outcome = await postComment(services, slugOf(c), form.value, { citizen, lang, files: upload.files, wave })
  switch (outcome.kind) {
    case 'sent':
      return redirect(c, `${consultationUrls.commentSent(slugOf(c))}${outcome.late ? '?vonese=po' : ''}`)
    case 'received':
      return redirect(c, ownCommentUrls.mine())
    case 'refused':
      return formPage(c, services, typed, { komenti: await refusalWords(c, services, outcome.refusal) }, 409, filesLost)
    case 'no-such-consultation':
      throw notFound()
  }
}

/** After the window the words can still be given, by another way: the page says which. */
async function refusalWords(c: WebContext, services: Services, refusal: CommentRefusal): Promise<string> {
  const texts = textsIn(c.get('lang'))
  if (refusal !== 'closed') return texts.form.refusals[refusal]
  const view = await viewCommentForm(services, c.get('lang'), slugOf(c), {
    nodeId: '',
    quote: '',
    prefix: '',
    suffix: '',
  })
  const email = view?.consultation.contactEmail
  return email ? texts.entry.web.closedOtherWays(email) : texts.form.refusals.closed
}

/** Officials who are signed in are known, and may type in what was said at a counter. */
async function isLimited(c: WebContext, services: Services, email: string): Promise<boolean> {
  if (isOfficial(c)) return false
  return (
    (await isTooMany(services, 'comment-email', email, COMMENTS_PER_EMAIL)) ||
    isTooMany(services, 'comment-address', c.get('address'), COMMENTS_PER_ADDRESS)
  )
}

/** Asked when the first byte of a file arrives: what is too much is not even written. */
const areFilesLimited = async (c: WebContext, services: Services): Promise<boolean> =>
  !isOfficial(c) && isTooMany(services, 'comment-files', c.get('address'), COMMENTS_WITH_FILES_PER_ADDRESS)

function isOfficial(c: WebContext): boolean {
  const visitor = c.get('visitor')
  return visitor?.kind === 'staff' && visitor.level === 2
}

/** The same page with what was typed still in it: nobody should have to type it again. */
async function formPage(
  c: WebContext,
  services: Services,
  typed: Typed,
  errors: FieldErrors,
  status: number,
  filesLost = false,
): Promise<Response> {
  const about = {
    nodeId: typed.neni ?? '',
    quote: typed.fragmenti ?? '',
    prefix: typed.para ?? '',
    suffix: typed.pas ?? '',
  }
  const view = await viewCommentForm(services, c.get('lang'), slugOf(c), about)
  if (!view) throw notFound()
  if (status === 200 && view.phase !== 'open') return redirect(c, consultationUrls.one(slugOf(c)))
  const visitor = c.get('visitor')
  const page = pageOf(c, services, view.institution)
  const signedInAs = visitor?.kind === 'citizen' ? visitor.email : null
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  return html(
    c,
    <CommentFormPage
      page={page}
      view={view}
      typed={filled}
      errors={errors}
      signedInAs={signedInAs}
      filesLost={filesLost}
    />,
    // Kept, so that the way back leads to this very form: sent once more it is the same comment.
    { status, ...(status === 200 && signedInAs === null ? { cache: 'kept' } : {}) },
  )
}

async function refusedUpload(c: WebContext, services: Services, refusal: UploadRefusal): Promise<Response> {
  const t = textsIn(c.get('lang')).form.errors
  const answers = readAnswers(
    refusal.fields,
    await askedIn(c, services, refusal.fields),
    textsIn(c.get('lang')).questions,
  )
  const typed = { ...typedOf(refusal.fields, COMMENT_FIELDS), ...answers.typed }
  const name = refusal.file ?? ''
  switch (refusal.kind) {
    case 'too-large':
      return formPage(
        c,
        services,
        typed,
        refusal.file ? { dokumentet: t.fileTooLarge(name) } : { komenti: t.tooLong },
        422,
        true,
      )
    case 'wrong-type':
      return formPage(c, services, typed, { dokumentet: t.fileType(name) }, 422, true)
    case 'too-often':
      return formPage(c, services, typed, { komenti: t.tooMany }, 429, true)
    case 'no-space':
      return formPage(c, services, typed, { dokumentet: t.noSpace }, 503, true)
    case 'too-many':
      return formPage(c, services, typed, { dokumentet: t.fileCount }, 422, true)
    default:
      return formPage(c, services, typed, { komenti: t.form }, 422, true)
  }
}
