import { randomUUID } from 'node:crypto'
import { withUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import {
  CASE_LIMITS,
  CASES_PER_ADDRESS,
  CASES_PER_EMAIL,
  CASES_WITH_FILES_PER_ADDRESS,
} from '#platform/intake/case-rules.ts'
import { confirmWebCase, receiveWebCase } from '#platform/intake/receive-web-case.ts'
import type { Services } from '#platform/services.ts'
import { writeTexts } from './texts.ts'
import { writeUrls } from './urls.ts'
import { readLetter, WRITE_FIELDS } from './write-form.ts'
import { ChoosePage, OwnLetterPage, SentPage, WritePage } from './write-page.tsx'
import { viewChoices, viewOwnLetter, viewWriting } from './write-view.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }
const LIMITS = { files: CASE_LIMITS.files, fileBytes: CASE_LIMITS.fileBytes }

/** Anybody writes to an institution, confirms it by mail, and gets a number and a code. */
export function publicIntakeRoutes(app: WebApp, services: Services): void {
  app.get(writeUrls.choose(), async (c) => {
    const choices = await viewChoices(services, c.get('lang'))
    return html(c, <ChoosePage page={pageOf(c, services, null)} choices={choices} />, { cache: 'public' })
  })

  // Whoever comes from a page that knows what it is about has the subject line filled in.
  app.get(writeUrls.form(':slug'), (c) =>
    formPage(c, services, {
      typed: { dergesa: randomUUID(), lenda: (c.req.query('lenda') ?? '').slice(0, CASE_LIMITS.about) },
    }),
  )

  app.post(writeUrls.form(':slug'), (c) =>
    withUpload(c, services, LIMITS, (upload) =>
      upload.kind === 'upload' ? receive(c, services, upload) : refuse(c, services, upload),
    ),
  )

  app.get(writeUrls.sent(':slug'), async (c) => {
    const view = await viewWriting(services, c.get('lang'), slugOf(c))
    if (!view) throw notFound()
    return html(c, <SentPage page={pageOf(c, services, view.institution)} />)
  })

  app.get(writeUrls.letter(':token'), (c) => letterPage(c, services))

  app.post(writeUrls.confirmation(':token'), async (c) => {
    if (await isTooMany(services, 'own-case', c.get('address'), TRIES)) throw new Refused(429, 'too-many')
    const token = c.req.param('token') ?? ''
    const outcome = await confirmWebCase(services, token)
    if (outcome.kind === 'no-such-letter') throw notFound()
    return outcome.kind === 'confirmed' ? redirect(c, writeUrls.letter(token)) : letterPage(c, services, 409)
  })
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

async function letterPage(c: WebContext, services: Services, status = 200): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const view = await viewOwnLetter(services, c.get('lang'), token)
  if (!view) throw notFound()
  const page = pageOf(c, services, view.institution)
  return html(c, <OwnLetterPage page={page} view={view} token={token} />, { status })
}

async function receive(c: WebContext, services: Services, upload: Upload): Promise<Response> {
  const lang = c.get('lang')
  const read = readLetter(lang, upload.fields)
  const filesLost = upload.files.length > 0
  if (!read.ok) return formPage(c, services, { ...read, status: 422, filesLost })
  if (await isLimited(c, services, read.value.email, upload.files.length)) {
    const typed = typedOf(upload.fields, WRITE_FIELDS)
    return formPage(c, services, { typed, errors: tooMany(c), status: 429, filesLost })
  }
  const outcome = await receiveWebCase(services, slugOf(c), { ...read.value, lang, files: upload.files })
  if (outcome.kind === 'no-such-institution') throw notFound()
  return redirect(c, writeUrls.sent(slugOf(c)))
}

const tooMany = (c: WebContext): FieldErrors => ({ shkrimi: writeTexts(c.get('lang')).form.errors.tooMany })

/** Officials who are signed in are known, and may type in what was said at a counter. */
async function isLimited(c: WebContext, services: Services, email: string, files: number): Promise<boolean> {
  const visitor = c.get('visitor')
  if (visitor?.kind === 'staff' && visitor.level === 2) return false
  return (
    (await isTooMany(services, 'case-email', email, CASES_PER_EMAIL)) ||
    (await isTooMany(services, 'case-address', c.get('address'), CASES_PER_ADDRESS)) ||
    (files > 0 && (await isTooMany(services, 'case-files', c.get('address'), CASES_WITH_FILES_PER_ADDRESS)))
  )
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number; filesLost?: boolean }

/** The same page with what was typed still in it: nobody should have to type it again. */
async function formPage(c: WebContext, services: Services, again: Again): Promise<Response> {
  const view = await viewWriting(services, c.get('lang'), slugOf(c))
  if (!view) throw notFound()
  const { errors = {}, status = 200, filesLost = false } = again
  const typed = { ...again.typed, dergesa: again.typed.dergesa || randomUUID() }
  const page = pageOf(c, services, view.institution)
  return html(c, <WritePage {...{ page, view, typed, errors, filesLost }} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same letter.
    ...(status === 200 ? { cache: 'kept' as const } : {}),
  })
}

function refuse(c: WebContext, services: Services, refusal: UploadRefusal): Promise<Response> {
  const t = writeTexts(c.get('lang')).form.errors
  const name = refusal.file ?? ''
  const errors: FieldErrors =
    refusal.kind === 'too-large'
      ? refusal.file
        ? { dokumentet: t.fileTooLarge(name) }
        : { shkrimi: t.wordsLong }
      : refusal.kind === 'wrong-type'
        ? { dokumentet: t.fileType(name) }
        : refusal.kind === 'too-many'
          ? { dokumentet: t.fileCount }
          : { shkrimi: t.form }
  const typed = typedOf(refusal.fields, WRITE_FIELDS)
  return formPage(c, services, { typed, errors, status: 422, filesLost: true })
}
