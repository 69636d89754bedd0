import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { publishVersion, type PublishVersionOutcome } from '#platform/texts/versions/publish-version.ts'
import { PUBLICATION_FIELDS, readPublication } from './publication-form.ts'
import { PublicationPage } from './publication-page.tsx'
import { viewPublication } from './publication-view.ts'
import { idOf, refuse } from './text-context.ts'
import { textPage } from './text-routes.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

/** A later version becomes public. */
export function publicationRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  officeRoute(app, 'GET', textUrls.publication(holder, ':id'), holder.publishers, (c, official) =>
    publicationPage(c, services, holder, official),
  )
  officeRoute(app, 'POST', textUrls.publication(holder, ':id'), holder.publishers, async (c, official) => {
    const form = await readForm(c)
    const typed = typedOf(form, PUBLICATION_FIELDS)
    const read = readPublication(form, roomTexts(c.get('lang')).summaryErrors)
    if (!read.ok) return publicationPage(c, services, holder, official, { errors: read.errors, typed, status: 422 })
    const order = { id: idOf(c), versionId: textField(form, 'versioni'), ...read.value }
    const outcome = await publishVersion(services, holder, official, order)
    return answer(c, services, holder, official, { outcome, typed })
  })
}

async function answer(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  { outcome, typed }: { outcome: PublishVersionOutcome; typed: Typed },
): Promise<Response> {
  const t = roomTexts(c.get('lang'))
  switch (outcome.kind) {
    case 'published':
      return redirect(c, `${textUrls.text(holder, idOf(c))}?u=publikua`)
    case 'refused': {
      const errors = { mungon: outcome.refusals.map((refusal) => t.refusals[refusal]).join(' ') }
      return publicationPage(c, services, holder, official, { errors, typed, status: 409 })
    }
    case 'no-draft':
      return textPage(c, services, holder, official, { errors: { permbajtja: t.draftGone }, status: 409 })
    default:
      return refuse(outcome)
  }
}

type Again = { errors?: FieldErrors; typed?: Typed; status?: number }

async function publicationPage(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  { errors = {}, typed = {}, status = 200 }: Again = {},
): Promise<Response> {
  const view = await viewPublication(services, holder, official, c.get('lang'), idOf(c))
  if (!view) {
    if (c.req.method === 'GET') throw notFound()
    const gone = { permbajtja: roomTexts(c.get('lang')).draftGone }
    return textPage(c, services, holder, official, { errors: gone, status: 409 })
  }
  const page = <PublicationPage page={pageOf(c, services, null)} view={view} errors={errors} typed={typed} />
  return html(c, page, { status })
}
