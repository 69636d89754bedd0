import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { readUpload } from '#platform/files/upload.ts'
import { letterPermissions as may } from '#platform/letters/letter-permissions.ts'
import { showLetterNumber } from '#platform/letters/official-letter-rules.ts'
import { changeLetter, startLetter, type WriteLetterOutcome } from '#platform/letters/write-letter.ts'
import type { Services } from '#platform/services.ts'
import { LetterChoicePage } from './letter-choice-page.tsx'
import { LetterFormPage } from './letter-form-page.tsx'
import { aboutRecords, findRelations, startOfLetter, viewChoice, type Asked } from './letter-form-view.ts'
import { readLetterForm, readSubmission, typedOfLetter } from './letter-form.ts'
import { viewLetter } from './letter-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

/** New letters, and drafts that are changed. */
export function writeRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const askedBy = (c: WebContext, official: Official): Asked => ({ services, doors, lang: c.get('lang'), official })

  officeRoute(app, 'GET', letterUrls.fresh(), may['letters.write'], (c, official) => begin(c, askedBy(c, official)))
  officeRoute(app, 'POST', letterUrls.fresh(), may['letters.write'], (c, official) => write(c, askedBy(c, official)))
  officeRoute(app, 'GET', letterUrls.edit(':id'), may['letters.write'], (c, official) => edit(c, askedBy(c, official)))
  officeRoute(app, 'POST', letterUrls.edit(':id'), may['letters.write'], (c, official) =>
    change(c, askedBy(c, official)),
  )
}

async function begin(c: WebContext, asked: Asked): Promise<Response> {
  const query = c.req.query()
  const refs = c.req.queries('subjekti') ?? []
  const { modeli = '', gjuha = '', korrigjon = '', institucioni = '' } = query
  const choice = await viewChoice(asked, refs, institucioni)
  if (modeli === '') return chooseAgain(c, asked, choice, { korrigjon }, {})
  const institutionId = institucioni || choice.institutionId
  const wanted = { institutionId, template: modeli, lang: gjuha, refs, corrects: korrigjon }
  const start = isUuid(institutionId) ? await startOfLetter(asked, wanted) : null
  if (!start) return chooseAgain(c, asked, choice, query, { modeli: textsIn(asked.lang).errors.template })
  return formPage(c, asked, null, { typed: { ...start.typed, dergesa: randomUUID() }, refs: start.subjects })
}

function chooseAgain(
  c: WebContext,
  { services }: Asked,
  view: Awaited<ReturnType<typeof viewChoice>>,
  typed: Typed,
  errors: FieldErrors,
): Promise<Response> {
  const page = pageOf(c, services, null)
  return html(c, <LetterChoicePage page={page} view={view} typed={typed} errors={errors} />, {
    status: Object.keys(errors).length > 0 ? 422 : 200,
  })
}

type Shown = { typed: Typed; refs: readonly string[]; errors?: FieldErrors; status?: number }

async function formPage(c: WebContext, asked: Asked, id: string | null, shown: Shown): Promise<Response> {
  const records = await aboutRecords(asked, shown.refs)
  return html(
    c,
    <LetterFormPage
      page={pageOf(c, asked.services, null)}
      id={id}
      typed={shown.typed}
      records={records}
      errors={shown.errors ?? {}}
    />,
    { status: shown.status ?? 200, cache: 'kept' },
  )
}

/** Two languages of a long letter are more than other forms hold. */
const LONG_FORM = { files: 1, fileBytes: 2_000_000, fieldBytes: 1_000_000 }

async function readLongForm(c: WebContext, services: Services): Promise<FormData> {
  const upload = await readUpload(c, services, LONG_FORM)
  if (upload.kind === 'upload') await upload.discard()
  else if (upload.kind === 'too-large') throw new Refused(413, 'too-large')
  else if (upload.kind === 'unreadable') throw new Refused(422, 'unreadable-form')
  return upload.fields
}

async function write(c: WebContext, asked: Asked): Promise<Response> {
  const form = await readLongForm(c, asked.services)
  const read = readLetterForm(form, textsIn(asked.lang))
  const institutionId = read.typed.institucioni ?? ''
  if (!isUuid(institutionId)) throw new Refused(422, 'unreadable-form')
  const relations = await findRelations(asked, institutionId, read, [])
  const errors = { ...relations.errors, ...read.errors }
  const submissionId = readSubmission(form)
  const typed = { ...read.typed, dergesa: submissionId ?? randomUUID() }
  if (Object.keys(errors).length > 0 || !submissionId)
    return formPage(c, asked, null, { typed, refs: read.subjects, errors, status: 422 })
  const { services, official } = asked
  const outcome = await startLetter(services, official, { ...read.fields, ...relations, institutionId, submissionId })
  return written(c, asked, null, outcome, { typed, refs: read.subjects })
}

async function edit(c: WebContext, asked: Asked): Promise<Response> {
  const view = await viewLetter(asked, c.req.param('id') ?? '')
  if (!view?.mayWrite) throw notFound()
  if (view.letter.state !== 'draft') throw new Refused(409, 'conflict')
  const corrects = view.corrects ? showLetterNumber(view.corrects) : ''
  const refs = view.about.map(({ ref }) => ref)
  return formPage(c, asked, view.letter.id, { typed: typedOfLetter(view.letter, corrects), refs })
}

async function change(c: WebContext, asked: Asked): Promise<Response> {
  const view = await viewLetter(asked, c.req.param('id') ?? '')
  if (!view?.mayWrite) throw notFound()
  const { id, institutionId } = view.letter
  const read = readLetterForm(await readLongForm(c, asked.services), textsIn(asked.lang))
  const kept = view.about.map(({ ref }) => ref)
  const relations = await findRelations(asked, institutionId, read, kept)
  const errors = { ...relations.errors, ...read.errors }
  const shown = { typed: read.typed, refs: read.subjects }
  if (Object.keys(errors).length > 0) return formPage(c, asked, id, { ...shown, errors, status: 422 })
  const form = { ...read.fields, ...relations }
  // Saved once more after a look at what the other one wrote, it counts.
  const seen = { ...shown, typed: { ...read.typed, revisioni: String(view.letter.revision) } }
  return written(c, asked, id, await changeLetter(asked.services, asked.official, id, read.revision, form), seen)
}

/** `shown`: what was typed, for when somebody else was faster. */
function written(
  c: WebContext,
  asked: Asked,
  id: string | null,
  outcome: WriteLetterOutcome,
  shown: Shown,
): Promise<Response> | Response {
  const t = textsIn(asked.lang).errors
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${letterUrls.one(outcome.id)}?u=ruajt`)
    case 'changed-meanwhile':
    case 'issued-meanwhile':
      return formPage(c, asked, id, {
        ...shown,
        errors: { permbajtja: outcome.kind === 'changed-meanwhile' ? t.changedMeanwhile : t.issuedMeanwhile },
        status: 409,
      })
    case 'not-permitted':
    case 'no-such-letter':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}
