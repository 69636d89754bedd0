import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { settlePlace, type PlaceDecision } from '#platform/texts/versions/settle-place.ts'
import { PlacesPage } from './places-page.tsx'
import { viewPlaces } from './places-view.ts'
import { idOf, refuse } from './text-context.ts'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

const SUBJECT = /^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$/

/** Comments whose place in the newest version is doubtful. */
export function placesRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  officeRoute(app, 'GET', textUrls.places(holder, ':id'), holder.readers, (c, official) =>
    placesPage(c, services, holder, official),
  )
  officeRoute(app, 'POST', textUrls.place(holder, ':id', ':subject'), holder.writers, async (c, official) => {
    const form = await readForm(c)
    const t = roomTexts(c.get('lang'))
    const subject = c.req.param('subject') ?? ''
    if (!SUBJECT.test(subject)) throw notFound()
    const decision = decisionOf(form, subject)
    if (!decision) {
      const errors = { [fieldOf(subject)]: t.placeNodeError }
      return placesPage(c, services, holder, official, { errors, status: 422 })
    }
    const order = { id: idOf(c), versionId: uuidOr(textField(form, 'versioni')), subject, decision }
    const outcome = await settlePlace(services, holder, official, order)
    if (outcome.kind === 'settled') return redirect(c, `${textUrls.places(holder, idOf(c))}?u=ruajt`)
    if (outcome.kind === 'settled-before' || outcome.kind === 'no-such-place' || outcome.kind === 'no-such-choice') {
      return placesPage(c, services, holder, official, { errors: { vendet: t.placeChanged }, status: 409 })
    }
    return refuse(outcome)
  })
}

const uuidOr = (id: string): string => {
  if (!isUuid(id)) throw notFound()
  return id
}

const fieldOf = (subject: string): string => `nyja-${subject.slice(-12)}`

function decisionOf(form: FormData, subject: string): PlaceDecision | null {
  const nodeId = textField(form, fieldOf(subject))
  switch (textField(form, 'vendimi')) {
    case 'konfirmo':
      return { kind: 'confirm' }
    case 'hequr':
      return { kind: 'gone' }
    default:
      return isUuid(nodeId) ? { kind: 'node', nodeId } : null
  }
}

async function placesPage(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  { errors = {}, status = 200 }: { errors?: FieldErrors; status?: number } = {},
): Promise<Response> {
  const after = c.req.query('pas') ?? ''
  const lang = c.get('lang')
  const asked = { id: idOf(c), after: SUBJECT.test(after) ? after : null }
  const view = await viewPlaces(services, holder, official, lang, asked)
  if (!view) throw notFound()
  const done = status === 200 ? doneWords({ ruajt: roomTexts(lang).placeSettled }, c.req.query('u')) : null
  const page = <PlacesPage page={pageOf(c, services, null)} view={view} errors={errors} status={done} />
  return html(c, page, { status })
}
