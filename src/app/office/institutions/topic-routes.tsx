import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import { addPlace, changePlace, retirePlace, type PlaceOutcome } from '#platform/places/change-place.ts'
import type { Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { addTopic, changeTopic, retireTopic, type TopicOutcome } from '#platform/topics/change-topic.ts'
import type { Topic } from '#platform/topics/topic-queries.ts'
import { readPlaceForm, readTopicForm } from './body-form.ts'
import { viewPlaces, viewTopics, type PlacesView, type TopicsView } from './institution-view.ts'
import { done, meanwhile, recordOf, refuseNobody } from './office-steps.ts'
import { PlacePage, PlacesPage, TopicPage, TopicsPage } from './topics-page.tsx'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

type Again = (typed: Typed, errors: FieldErrors, status: number) => Response | Promise<Response>

/** The institution's own topics. */
export function topicRoutes(app: WebApp, services: Services): void {
  const write = may['topics.write']
  const viewOf = async (c: WebContext, official: Official, writing: boolean): Promise<TopicsView> =>
    viewTopics(services, c.get('lang'), await recordOf(c, services, official, writing ? write : null))
  const list =
    (c: WebContext, view: TopicsView): Again =>
    (typed, errors, status) => {
      const form = { page: pageOf(c, services, null), typed, errors }
      return html(c, <TopicsPage form={form} view={view} status={done(c, textsIn(c.get('lang')).topics.done)} />, {
        status,
      })
    }
  const one =
    (c: WebContext, view: TopicsView, topic: Topic): Again =>
    (typed, errors, status) =>
      html(c, <TopicPage form={{ page: pageOf(c, services, null), typed, errors }} view={view} topic={topic} />, {
        status,
      })

  officeRoute(app, 'GET', urls.topics(':id'), may['institutions.read'], async (c, official) =>
    list(c, await viewOf(c, official, false))({ dergesa: randomUUID() }, {}, 200),
  )
  officeRoute(app, 'POST', urls.topics(':id'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const { reader, value } = readTopicForm(await readForm(c), textsIn(c.get('lang')))
    if (!reader.ok) return list(c, view)(reader.typed, reader.errors, 422)
    const brought = reader.typed.dergesa ?? ''
    const outcome = await addTopic(
      services,
      official,
      view.institution.id,
      isUuid(brought) ? brought : randomUUID(),
      value,
    )
    return settleTopic(c, services, view, { outcome, told: 'shtua', typed: reader.typed, again: list(c, view) })
  })
  officeRoute(app, 'GET', urls.topic(':id', ':topic'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const topic = ownOf(c.req.param('topic'), view.topics)
    const typed = { fusha: topic.nameSq, 'fusha-en': topic.nameEn ?? '', 'fusha-siper': topic.parentId ?? '' }
    return one(c, view, topic)({ ...typed, versioni: String(topic.version) }, {}, 200)
  })
  officeRoute(app, 'POST', urls.topic(':id', ':topic'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const topic = ownOf(c.req.param('topic'), view.topics)
    const { reader, value } = readTopicForm(await readForm(c), textsIn(c.get('lang')))
    const again = one(c, view, topic)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const outcome = await changeTopic(services, official, topic.id, value, Number(reader.typed.versioni) || 0)
    return settleTopic(c, services, view, { outcome, told: 'ruajt', typed: reader.typed, again })
  })
  officeRoute(app, 'POST', urls.retireTopic(':id', ':topic'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const topic = ownOf(c.req.param('topic'), view.topics)
    const back = textField(await readForm(c), 'kthehet') === 'po'
    const outcome = await retireTopic(services, official, topic.id, back)
    return settleTopic(c, services, view, { outcome, told: back ? 'kthye' : 'hoq', typed: {}, again: list(c, view) })
  })
}

/** Among those of the institution itself; what comes with the program is not changed here. */
function ownOf<T extends { id: string; institutionId: string | null }>(id: string | undefined, all: readonly T[]): T {
  const found = all.find((one) => one.id === id && one.institutionId !== null)
  if (!found) throw notFound()
  return found
}

type Settled<Outcome> = { outcome: Outcome; told: string; typed: Typed; again: Again }

async function settleTopic(
  c: WebContext,
  services: Services,
  { institution }: TopicsView,
  { outcome, told, typed, again }: Settled<TopicOutcome>,
): Promise<Response> {
  refuseNobody(outcome.kind)
  const t = textsIn(c.get('lang')).topics.refusals
  if (outcome.kind === 'refused')
    return again(typed, { [outcome.refusal === 'name-taken' ? 'fusha' : 'fusha-siper']: t[outcome.refusal] }, 422)
  if (outcome.kind !== 'changed-meanwhile') return redirect(c, `${urls.topics(institution.id)}?u=${told}`)
  const why = await meanwhile(c, services, `institutions.institution:${institution.id}`, institution.zone)
  return again({ ...typed, versioni: String(outcome.version) }, { fusha: why }, 409)
}

/** The units, villages and quarters of the institution's own municipality. */
export function placeRoutes(app: WebApp, services: Services): void {
  const write = may['places.write']
  const viewOf = async (c: WebContext, official: Official, writing: boolean): Promise<PlacesView> =>
    viewPlaces(services, c.get('lang'), await recordOf(c, services, official, writing ? write : null))
  const list =
    (c: WebContext, view: PlacesView): Again =>
    (typed, errors, status) => {
      const form = { page: pageOf(c, services, null), typed, errors }
      return html(c, <PlacesPage form={form} view={view} status={done(c, textsIn(c.get('lang')).places.done)} />, {
        status,
      })
    }
  const one =
    (c: WebContext, view: PlacesView, place: Place): Again =>
    (typed, errors, status) =>
      html(c, <PlacePage form={{ page: pageOf(c, services, null), typed, errors }} view={view} place={place} />, {
        status,
      })

  officeRoute(app, 'GET', urls.places(':id'), may['institutions.read'], async (c, official) =>
    list(c, await viewOf(c, official, false))({ dergesa: randomUUID(), 'vendi-lloji': 'unit' }, {}, 200),
  )
  officeRoute(app, 'POST', urls.places(':id'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const { reader, value } = readPlaceForm(await readForm(c), textsIn(c.get('lang')))
    if (!reader.ok) return list(c, view)(reader.typed, reader.errors, 422)
    const brought = reader.typed.dergesa ?? ''
    const outcome = await addPlace(
      services,
      official,
      view.institution.id,
      isUuid(brought) ? brought : randomUUID(),
      value,
    )
    return settlePlace(c, services, view, { outcome, told: 'shtua', typed: reader.typed, again: list(c, view) })
  })
  officeRoute(app, 'GET', urls.place(':id', ':place'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const place = ownOf(c.req.param('place'), view.places)
    return one(c, view, place)(typedOfPlace(place), {}, 200)
  })
  officeRoute(app, 'POST', urls.place(':id', ':place'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const place = ownOf(c.req.param('place'), view.places)
    const { reader, value } = readPlaceForm(await readForm(c), textsIn(c.get('lang')))
    const again = one(c, view, place)
    if (!reader.ok) return again(reader.typed, reader.errors, 422)
    const outcome = await changePlace(services, official, place.id, value, Number(reader.typed.versioni) || 0)
    return settlePlace(c, services, view, { outcome, told: 'ruajt', typed: reader.typed, again })
  })
  officeRoute(app, 'POST', urls.retirePlace(':id', ':place'), write, async (c, official) => {
    const view = await viewOf(c, official, true)
    const place = ownOf(c.req.param('place'), view.places)
    const back = textField(await readForm(c), 'kthehet') === 'po'
    const outcome = await retirePlace(services, official, place.id, back)
    return settlePlace(c, services, view, { outcome, told: back ? 'kthye' : 'hoq', typed: {}, again: list(c, view) })
  })
}

const typedOfPlace = (place: Place): Typed => ({
  'vendi-emri': place.nameSq,
  'vendi-en': place.nameEn ?? '',
  'vendi-sr': place.nameSr ?? '',
  'vendi-lloji': place.level,
  'vendi-ne': place.parentId ?? '',
  'vendi-kodi': place.code ?? '',
  versioni: String(place.version),
})

const PLACE_FIELD: Partial<Record<string, string>> = {
  'no-such-parent': 'vendi-ne',
  'wrong-level': 'vendi-lloji',
  'code-taken': 'vendi-kodi',
}

async function settlePlace(
  c: WebContext,
  services: Services,
  { institution }: PlacesView,
  { outcome, told, typed, again }: Settled<PlaceOutcome>,
): Promise<Response> {
  refuseNobody(outcome.kind)
  const t = textsIn(c.get('lang')).places.refusals
  if (outcome.kind === 'refused')
    return again(typed, { [PLACE_FIELD[outcome.refusal] ?? 'vendi-emri']: t[outcome.refusal] }, 422)
  if (outcome.kind !== 'changed-meanwhile') return redirect(c, `${urls.places(institution.id)}?u=${told}`)
  const why = await meanwhile(c, services, `institutions.institution:${institution.id}`, institution.zone)
  return again({ ...typed, versioni: String(outcome.version) }, { 'vendi-emri': why }, 409)
}
