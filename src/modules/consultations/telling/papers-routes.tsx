import { noteAccesses } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { viewEffects } from '../effects/effects-view.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { handLetters } from './hand-letters.ts'
import type { PaperLetter } from './letter-queries.ts'
import { chosenLetters, readHanding, typedHanding } from './papers-form.ts'
import { PapersPage } from './papers-page.tsx'
import { viewPapers, viewRatings, type PapersView } from './papers-view.ts'
import { printLetters } from './print-letters.ts'
import { RatingsPage } from './ratings-page.tsx'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

/** The office prints letters for those without e-mail, notes their way, and reads what people think of the answers. */
export function paperRoutes(app: WebApp, services: Services): void {
  const path = tellingUrls.papers(':id')
  officeRoute(app, 'GET', path, may['comments.entered'], async (c, official) => {
    const view = await papersOf(c, services, official)
    await noteSeen(services, official, 'opened', view.letters)
    return papersPage(c, services, view)
  })

  officeRoute(app, 'POST', path, may['comments.enter'], async (c, official) => {
    const view = await papersOf(c, services, official)
    const form = await readForm(c)
    const asked = { typed: typedHanding(form), chosen: chosenLetters(form) }
    return textField(form, 'veprimi') === 'dorezo'
      ? hand(c, services, official, view, asked)
      : print(c, services, official, view, asked)
  })

  officeRoute(app, 'GET', tellingUrls.ratings(':id'), may['comments.read'], async (c, official) => {
    const view = await viewRatings(services, c.get('lang'), official, c.req.param('id') ?? '', c.req.query())
    if (!view) throw notFound()
    return html(c, <RatingsPage page={pageOf(c, services, null)} view={view} />)
  })
}

type Asked = { typed: Typed; chosen: string[] }

async function print(
  c: WebContext,
  services: Services,
  official: Official,
  view: PapersView,
  asked: Asked,
): Promise<Response> {
  const lang = c.get('lang')
  const t = tellingTexts(lang)
  const { id: consultationId, institutionId } = view.consultation
  const order = { consultationId, institutionId, ids: asked.chosen, lang, effectsOf: viewEffects }
  const outcome = await printLetters(services, official, order)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind !== 'printed') {
    const letra = outcome.kind === 'nothing' ? t.papers.nothing : t.papers.noPdf
    return papersPage(c, services, view, { ...asked, errors: { letra }, status: 409 })
  }
  await noteSeen(services, official, 'downloaded', outcome.letters)
  return new Response(new Uint8Array(outcome.file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${t.letters.file}.pdf"`,
      'cache-control': 'no-store',
    },
  })
}

async function hand(
  c: WebContext,
  services: Services,
  official: Official,
  view: PapersView,
  asked: Asked,
): Promise<Response> {
  const t = tellingTexts(c.get('lang'))
  const { id: consultationId, institutionId } = view.consultation
  const read = readHanding(asked.typed, asked.chosen, t, view.today)
  if (!read.ok) return papersPage(c, services, view, { ...asked, errors: read.errors, status: 422 })
  const outcome = await handLetters(services, official, { consultationId, institutionId }, read.value)
  if (outcome === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome === 'none-waited')
    return papersPage(c, services, view, { ...asked, errors: { letra: t.papers.errors.notMade }, status: 409 })
  return redirect(c, `${tellingUrls.papers(consultationId)}?u=dorezua`)
}

async function papersOf(c: WebContext, services: Services, official: Official): Promise<PapersView> {
  const view = await viewPapers(services, c.get('lang'), official, c.req.param('id') ?? '', c.req.query())
  if (!view) throw notFound()
  return view
}

/** Names of senders stand on the page. */
const noteSeen = (
  services: Services,
  official: Official,
  what: string,
  letters: readonly PaperLetter[],
): Promise<void> => {
  const deliveries = new Map(
    letters.flatMap(({ deliveryId, institutionId }) => (deliveryId === null ? [] : [[deliveryId, institutionId]])),
  )
  const seen = [...deliveries].map(([id, institutionId]) => ({
    institutionId,
    subject: `consultations.delivery:${id}`,
    contactId: null,
  }))
  return noteAccesses(services, official, what, seen)
}

type Again = Partial<Asked> & { errors?: FieldErrors; status?: number }

function papersPage(
  c: WebContext,
  services: Services,
  view: PapersView,
  { typed = {}, chosen = [], errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const done = doneWords({ dorezua: tellingTexts(c.get('lang')).papers.done }, c.req.query('u'))
  const page = pageOf(c, services, null)
  return Promise.resolve(html(c, <PapersPage {...{ page, view, typed, chosen, errors }} status={done} />, { status }))
}
