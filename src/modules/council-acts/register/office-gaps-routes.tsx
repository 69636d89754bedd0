import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls } from '../urls.ts'
import { readGapNote, typedGapNote } from './gap-note-form.ts'
import { readGapsQuestion, viewOfficeGaps, type OfficeGapsView } from './gaps-view.ts'
import { noteGap } from './note-gap.ts'
import { formName, OfficeGapsPage, type Again } from './office-gaps-page.tsx'
import { textsIn } from './texts.ts'

const NOTHING: Again = { of: '', typed: {}, errors: {} }

/** Where the office says why numbers are missing. */
export function officeGapRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', actOfficeUrls.gaps(), may['acts.read'], async (c, official) => {
    const view = await viewOfficeGaps(services, c.get('lang'), official, readGapsQuestion(c.req.query()))
    if (!view) throw notFound()
    return officePage(c, services, view, NOTHING, 200)
  })
  officeRoute(app, 'POST', actOfficeUrls.gaps(), may['acts.decide'], (c, official) => note(c, services, official))
}

function officePage(c: WebContext, services: Services, view: OfficeGapsView, again: Again, status: number) {
  const done = doneWords(textsIn(c.get('lang')).office.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <OfficeGapsPage page={page} view={view} again={again} status={done} />, { status })
}

async function note(c: WebContext, services: Services, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const form = await readForm(c)
  const typed = typedGapNote(form)
  const question = { institution: typed.institucioni ?? '', year: null }
  const view = await viewOfficeGaps(services, c.get('lang'), official, question)
  if (!view?.chosen) throw notFound()
  if (!view.chosen.mayWrite) throw new Refused(403, 'not-permitted')
  const begins = Number(form.get('boshlleku'))
  const of = formName({ year: Number(typed.viti), series: typed.radha ?? '' }, begins)
  const again = (errors: FieldErrors, status: number) =>
    officePage(c, services, view, { of, typed, errors: named(errors, of) }, status)
  const read = readGapNote(typed, t)
  if (!read.ok) return again(read.errors, 422)
  // Another first number is another note.
  const seen = read.value.first === begins ? read.value.seen : 0
  const outcome = await noteGap(services, official, {
    ...read.value,
    seen,
    institutionId: view.chosen.institution.id,
  })
  if (outcome !== 'done') return again({ numrat: t.office.refusals[outcome] }, 409)
  return redirect(c, `${actOfficeUrls.gaps()}?institucioni=${view.chosen.institution.slug}&u=shenimi`)
}

/** The fields of the form that came back: there are several on the page. */
const named = (errors: FieldErrors, of: string): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, words]) => [`${name}-${of}`, words]))
