import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { viewOwnComment } from '../comments/own-comment-view.ts'
import { textsIn } from '../texts.ts'
import { ownCommentUrls } from '../urls.ts'
import { rateAnswer } from './rate-answer.ts'
import { readRating, typedRating } from './rating-form.ts'
import { RatingListPage, RatingPage } from './rating-page.tsx'
import type { Ratable } from './rating-queries.ts'
import { viewRating, viewRatingOf, type RatingView } from './rating-view.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

/** Somebody rates the answer to their comment: by the link of a letter, or from the page of their own comment. */
export function ratingRoutes(app: WebApp, services: Services): void {
  app.get(tellingUrls.rating(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    const view = await ratingOf(c, services, token)
    if (view.chosen) return ratingPage(c, services, atLetter(c, view, view.chosen, token))
    const page = pageOf(c, services, view.institution)
    return html(c, <RatingListPage page={page} points={view.points} token={token} status={statusOf(c)} />)
  })

  app.post(tellingUrls.rating(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    const view = await ratingOf(c, services, token)
    if (!view.chosen) throw notFound()
    return rate(c, services, atLetter(c, view, view.chosen, token))
  })

  app.get(tellingUrls.ownRating(':key'), async (c) => ratingPage(c, services, await ownRating(c, services)))
  app.post(tellingUrls.ownRating(':key'), async (c) => rate(c, services, await ownRating(c, services)))
}

/** One answer at one address. */
type Place = {
  institution: InstitutionSummary | null
  point: Ratable
  action: string
  back: { href: string; label: string } | null
}

async function ratingOf(c: WebContext, services: Services, token: string): Promise<RatingView> {
  const view = await viewRating(services, c.get('lang'), token, c.req.query('komenti'))
  if (!view) throw notFound()
  return view
}

function atLetter(c: WebContext, { institution, points }: RatingView, point: Ratable, token: string): Place {
  const many = points.length > 1
  const all = { href: tellingUrls.rating(token), label: tellingTexts(c.get('lang')).rating.backToAll }
  return {
    institution,
    point,
    action: many ? tellingUrls.ratingOf(token, point.code) : tellingUrls.rating(token),
    back: many ? all : null,
  }
}

async function ownRating(c: WebContext, services: Services): Promise<Place> {
  const lang = c.get('lang')
  const key = c.req.param('key') ?? ''
  const view = await viewOwnComment(services, lang, key, c.get('visitor'))
  const point = view && (await viewRatingOf(services, lang, view.own.id))
  if (!view || !point) throw notFound()
  const back = { href: ownCommentUrls.one(key), label: textsIn(lang).own.title }
  return { institution: view.institution, point, action: tellingUrls.ownRating(key), back }
}

async function rate(c: WebContext, services: Services, place: Place): Promise<Response> {
  const t = tellingTexts(c.get('lang'))
  const typed = typedRating(await readForm(c))
  if (await isTooMany(services, 'own-comment', c.get('address'), TRIES))
    return ratingPage(c, services, place, { typed, errors: { fjalet: t.rating.errors.tooMany }, status: 429 })
  const read = readRating(typed, t)
  if (!read.ok) return ratingPage(c, services, place, { typed, errors: read.errors, status: 422 })
  const outcome = await rateAnswer(services, place.point, read.value)
  const join = place.action.includes('?') ? '&' : '?'
  return redirect(c, `${place.action}${join}u=${outcome === 'rated' ? 'ruajt' : 'tashme'}`)
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function ratingPage(
  c: WebContext,
  services: Services,
  { institution, point, action, back }: Place,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const page = pageOf(c, services, institution)
  return Promise.resolve(
    html(c, <RatingPage {...{ page, point, action, back, typed, errors }} status={statusOf(c)} />, { status }),
  )
}

function statusOf(c: WebContext): string | null {
  const t = tellingTexts(c.get('lang')).rating
  return doneWords({ ruajt: t.done, tashme: t.before }, c.req.query('u'))
}
