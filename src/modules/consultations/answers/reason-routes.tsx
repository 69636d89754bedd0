import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { ANSWER_LIMITS, DECISIONS } from './answer-rules.ts'
import { LibraryPage, ReasonPage } from './reason-page.tsx'
import type { LibraryReason, ReasonWords } from './reason-queries.ts'
import { viewLibrary, viewReason, viewReasonHouses } from './reason-view.ts'
import { officeAnswerUrls as urls } from './urls.ts'
import { addReason, editReason, type ReasonOutcome } from './write-reason.ts'

const FIELDS = ['dergesa', 'versioni', 'institucioni', 'titulli', 'vendimi', 'gjuha', 'fjalet'] as const

/** The library of reasons of an institution. */
export function reasonRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.reasons(), may['answers.read'], async (c, official) => {
    const view = await viewLibrary(services, official, c.req.query())
    const status = doneWords({ ruajtur: textsIn(c.get('lang')).answers.library.saved }, c.req.query('u'))
    return html(c, <LibraryPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', urls.newReason(), may['answers.reasons'], (c, official) =>
    form(c, services, official, { reason: null, typed: { gjuha: 'sq' }, status: 200 }),
  )

  officeRoute(app, 'POST', urls.newReason(), may['answers.reasons'], async (c, official) => {
    const { typed, errors, words } = readReason(c, await readForm(c))
    const institutionId = typed.institucioni ?? ''
    if (!isUuid(institutionId)) errors.institucioni = textsIn(c.get('lang')).answers.library.errors.institution
    if (Object.keys(errors).length > 0) return form(c, services, official, { reason: null, typed, errors, status: 422 })
    const outcome = await addReason(services, official, { ...words, institutionId, form: typed.dergesa ?? '' })
    return done(c, services, official, { reason: null, typed }, outcome)
  })

  officeRoute(app, 'GET', urls.reason(':id'), may['answers.read'], async (c, official) => {
    const { reason } = await find(c, services, official)
    return form(c, services, official, { reason, typed: typedOfReason(reason), status: 200 })
  })

  officeRoute(app, 'POST', urls.reason(':id'), may['answers.reasons'], async (c, official) => {
    const { reason } = await find(c, services, official)
    const { typed, errors, words } = readReason(c, await readForm(c))
    if (Object.keys(errors).length > 0) return form(c, services, official, { reason, typed, errors, status: 422 })
    const order = { revision: Number(typed.versioni) || 0, form: typed.dergesa ?? '', words, active: reason.active }
    return done(c, services, official, { reason, typed }, await editReason(services, official, reason.id, order))
  })

  officeRoute(app, 'POST', urls.retire(':id'), may['answers.reasons'], async (c, official) => {
    const { reason } = await find(c, services, official)
    const sent = await readForm(c)
    const id = textField(sent, 'dergesa')
    const order = {
      revision: Number(textField(sent, 'versioni')) || 0,
      form: isUuid(id) ? id : randomUUID(),
      words: null,
      active: textField(sent, 'veprimi') === 'kthe',
    }
    const outcome = await editReason(services, official, reason.id, order)
    return done(c, services, official, { reason, typed: typedOfReason(reason) }, outcome)
  })
}

async function find(c: WebContext, services: Services, official: Official) {
  const found = await viewReason(services, official, c.req.param('id') ?? '')
  if (!found) throw notFound()
  return found
}

const typedOfReason = ({ title, decision, words, lang, revision }: LibraryReason): Typed => ({
  titulli: title,
  vendimi: decision ?? '',
  gjuha: lang,
  fjalet: words,
  versioni: String(revision),
})

function readReason(c: WebContext, sent: FormData): { typed: Typed; errors: FieldErrors; words: ReasonWords } {
  const t = textsIn(c.get('lang')).answers.library.errors
  const typed = typedOf(sent, FIELDS)
  const errors: FieldErrors = {}
  const { titulli: title = '', fjalet: words = '' } = typed
  if (!isUuid(typed.dergesa ?? '')) errors.permbajtja = t.form
  if (lengthOf(title) < 3 || lengthOf(title) > 150) errors.titulli = t.title
  if (lengthOf(words) < 5 || lengthOf(words) > ANSWER_LIMITS.reason) errors.fjalet = t.words
  const decision = DECISIONS.find((one) => one === typed.vendimi) ?? null
  return { typed, errors, words: { title, words, decision, lang: typed.gjuha === 'en' ? 'en' : 'sq' } }
}

type Shown = { reason: LibraryReason | null; typed: Typed }

async function form(
  c: WebContext,
  services: Services,
  official: Official,
  { reason, typed, errors = {}, status }: Shown & { errors?: FieldErrors; status: number },
): Promise<Response> {
  const institutions = reason ? [] : await viewReasonHouses(services, c.get('lang'), official)
  const mayWrite = reason === null || (await viewReason(services, official, reason.id))?.mayWrite === true
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const shown = { reason, institutions, mayWrite, typed: filled, errors }
  return html(c, <ReasonPage page={pageOf(c, services, null)} {...shown} />, { status })
}

async function done(
  c: WebContext,
  services: Services,
  official: Official,
  { reason, typed }: Shown,
  outcome: ReasonOutcome,
): Promise<Response> {
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${urls.reasons()}?u=ruajtur`)
    case 'moved-meanwhile': {
      const now = (await viewReason(services, official, reason?.id ?? ''))?.reason ?? reason
      const errors = { permbajtja: textsIn(c.get('lang')).answers.library.errors.moved }
      // What was typed stays; saved once more it is saved over what stands now, which the reader has been told of.
      const again = { ...typed, versioni: String(now?.revision ?? ''), dergesa: randomUUID() }
      return form(c, services, official, { reason: now, typed: again, errors, status: 409 })
    }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-reason':
      throw notFound()
  }
}
