import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, readJson, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatIn } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { serveForm } from '../minutes/form-file-routes.tsx'
import { councilPermissions as may } from '../permissions.ts'
import type { Again } from './event-form-part.tsx'
import { recordEvents } from './record-events.ts'
import { settleEvent } from './settle-event.ts'
import { readDevice, readSentEvents } from './sitting-event-form.ts'
import { readPageEvent } from './sitting-page-form.ts'
import { shownPen, viewSittingPage, viewSittingState, type SittingPageView } from './sitting-page-view.ts'
import { SittingPage } from './sitting-page.tsx'
import { sheetsOf } from './sheets-view.ts'
import { takePen } from './take-pen.ts'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }

/** The meeting while it is held: its page, each deed of it as a form, and the same for the script of the page. */
export function sittingRoutes(app: WebApp, room: Room): void {
  const { services } = room
  const [read, write] = [may['council.read'], may['council-sitting.write']]
  officeRoute(app, 'GET', urls.page(':id'), read, async (c, official) =>
    page(c, room, await viewFor(c, room, official)),
  )
  officeRoute(app, 'POST', urls.event(':id'), write, (c, official) => record(c, room, official))
  officeRoute(app, 'POST', urls.settle(':id'), write, (c, official) => settle(c, room, official))
  officeRoute(app, 'POST', urls.pen(':id'), write, (c, official) => pen(c, room, official))
  officeRoute(app, 'POST', urls.events(':id'), write, (c, official) => receive(c, room, official))
  officeRoute(app, 'GET', urls.state(':id'), read, async (c, official) => {
    const state = await viewSittingState(services, c.get('lang'), official, c.req.param('id') ?? '')
    if (!state) throw notFound()
    return machine(c, state)
  })
  officeRoute(app, 'GET', urls.sheets(':id', ':format'), read, async (c, official) => {
    const format = formatIn(c.req.param('format'))
    const view = await viewFor(c, room, official)
    const of = { institution: view.meeting.body, url: services.settings.url }
    const form = sheetsOf(view, c.get('lang'), of)
    const name = `fletet-${view.meeting.slug}`
    return serveForm(c, services, { form, madeAt: view.meeting.changedAt, name, format, open: false })
  })
}

const machine = (c: WebContext, value: object, status: 200 | 409 | 422 = 200): Response =>
  c.json(value, status, { 'cache-control': 'no-store' })

async function viewFor(c: WebContext, { services }: Room, official: Official): Promise<SittingPageView> {
  const view = await viewSittingPage(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official): Promise<SittingPageView> {
  const view = await viewFor(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

function page(
  c: WebContext,
  { services }: Room,
  view: SittingPageView,
  { again = null, status = 200 }: { again?: Again | null; status?: number } = {},
) {
  const done = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, newId: randomUUID, query: c.req.query(), again, status: done }
  return html(c, <SittingPage {...props} />, { status })
}

async function record(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { services } = room
  const view = await writable(c, room, official)
  const { state, setup, majorities, meeting } = view
  const texts = textsIn(c.get('lang'))
  const members = setup.members.map(({ id }) => id)
  const known = {
    state,
    members,
    majorities,
    zone: meeting.zone,
    now: services.clock.now(),
    texts,
    newId: randomUUID(),
  }
  const { kind, typed, pen: number, read } = readPageEvent(await readForm(c), known)
  const back = async (field: string, message: string, status: number) =>
    page(c, room, status === 422 ? view : await viewFor(c, room, official), {
      again: { kind, typed, field, message },
      status,
    })
  if (!read.ok) return back(read.field, read.message, 422)
  const order = { pen: number, device: null, events: [read.event], refuse: true } as const
  const recorded = await recordEvents(services, official, meeting.id, order)
  switch (recorded.kind) {
    case 'recorded':
      return redirect(c, `${urls.page(meeting.id)}?u=${kind === 'corrected' ? 'korrigjimi' : 'shenimi'}${partOf(kind)}`)
    case 'refused':
      return back('', texts.refusals[recorded.refusal], 409)
    case 'wrong-state':
      return back('', texts.pen.closed, 409)
    case 'no-such-meeting':
      throw notFound()
  }
}

/** Where on the page one goes on. */
function partOf(kind: string): string {
  if (kind === 'opened' || kind === 'roll-called') return ''
  if (kind.startsWith('item-') || kind === 'agenda-ordered') return '#rendi'
  if (kind.startsWith('vote-')) return '#votimi'
  if (kind.startsWith('doors-')) return '#dyert'
  if (kind === 'arrived' || kind === 'left' || kind === 'chair-taken') return '#prania'
  if (kind.startsWith('speaker-') || kind.startsWith('motion-') || kind.startsWith('conflict-')) return '#fjala'
  return '#regjistrimi'
}

async function settle(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const form = await readForm(c)
  const [event, reason] = [textField(form, 'event'), textField(form, 'reason')]
  const id = textField(form, 'dergesa')
  const drops = textField(form, 'decision') === 'drop'
  const back = (field: string, message: string, status: number) =>
    page(c, room, view, { again: { kind: 'settle', typed: { event, reason }, field, message }, status })
  if (drops && (lengthOf(reason) < 3 || lengthOf(reason) > 1000)) return back('reason', texts.errors.reason, 422)
  const decision = drops
    ? ({ kind: 'drop', reason } as const)
    : ({ kind: 'enter', id: isUuid(id) ? id : randomUUID() } as const)
  const outcome = isUuid(event)
    ? await settleEvent(room.services, official, view.meeting.id, { event, decision })
    : 'no-such-event'
  if (outcome === 'no-such-event') throw notFound()
  if (outcome !== 'done') return back('', texts.refusals[outcome.refusal], 409)
  return redirect(c, `${urls.page(view.meeting.id)}?u=vendimi`)
}

const isJson = (c: WebContext): boolean => /^application\/json\b/i.test(c.req.header('content-type') ?? '')

async function pen(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { meeting } = await writable(c, room, official)
  const json = isJson(c)
  const device = json ? readDevice(await readJson(c)) : textField(await readForm(c), 'pajisja')
  if (device === null && json) return machine(c, { error: 'unreadable' }, 422)
  const id = device !== null && isUuid(device) ? device : randomUUID()
  const taken = await takePen(room.services, official, meeting.id, id)
  if (!taken) throw notFound()
  return json ? machine(c, { pen: shownPen({ ...taken, mine: true }) }) : redirect(c, `${urls.page(meeting.id)}?u=pena`)
}

/** What a browser sends while its page is closing comes as a form with one field. */
function parsed(words: string): unknown {
  try {
    return JSON.parse(words) as unknown
  } catch {
    return null
  }
}

async function receive(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { meeting } = await writable(c, room, official)
  const json = isJson(c)
  const sent = readSentEvents(json ? await readJson(c) : parsed(textField(await readForm(c), 'ngjarjet')))
  if (!sent.ok) return machine(c, { error: 'unreadable', at: sent.at }, 422)
  const recorded = await recordEvents(room.services, official, meeting.id, sent.value)
  switch (recorded.kind) {
    case 'recorded': {
      if (!json) return redirect(c, urls.page(meeting.id))
      const { results, pen: held, ordinal } = recorded
      return machine(c, {
        results,
        pen: held && shownPen({ ...held, mine: held.accountId === official.accountId }),
        ordinal,
      })
    }
    case 'refused':
    case 'wrong-state':
      return machine(c, { error: recorded.kind }, 409)
    case 'no-such-meeting':
      throw notFound()
  }
}
