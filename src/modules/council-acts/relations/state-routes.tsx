import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { beginState, giveStateUp } from './begin-state.ts'
import { readPlan, typedPlan, type TypedPlan } from './relation-form.ts'
import { viewStates, type StatesView } from './relation-view.ts'
import type { StatePlan } from './state-rules.ts'
import { StatesPage } from './states-page.tsx'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** Which words hold from when, and the next that are to be written. */
export function stateRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.states(':id'), may['acts.read'], async (c, official) =>
    page(c, services, await viewFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.states(':id'), may['acts.decide'], (c, official) => begin(c, services, official))
  officeRoute(app, 'POST', urls.givePlanUp(':id'), may['acts.decide'], async (c, official) => {
    const { act } = await decidable(c, services, official)
    if ((await giveStateUp(services, official, act)) === 'no-such-act') throw notFound()
    return redirect(c, `${urls.states(act.id)}?u=doreheqja`)
  })
}

const FIELD_OF: Record<string, string> = {
  'reason-missing': 'shenim',
  'nothing-chosen': 'ndryshimet',
  'not-its-change': 'ndryshimet',
}
const STALE: ReadonlySet<string> = new Set(['wrong-state', 'planned-already', 'no-text'])

async function begin(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await decidable(c, services, official)
  const texts = relationTexts(c.get('lang')).states
  const typed = typedPlan(await readForm(c))
  const form = readPlan(typed, texts.errors)
  if (!form.ok) return page(c, services, view, { typed, errors: form.errors, status: 422 })
  const plan = dated(form.value, view)
  if (plan === null) return page(c, services, view, { typed, errors: { vlen: texts.errors.day }, status: 422 })
  const outcome = await beginState(services, official, view.act.id, plan)
  if (outcome === 'done') return redirect(c, `${urls.states(view.act.id)}?u=nisja`)
  if (outcome === 'no-such-act') throw notFound()
  const errors = { [FIELD_OF[outcome] ?? 'vlen']: texts.refusals[outcome] }
  const again = await viewFor(c, services, official)
  return page(c, services, again, { typed, errors, status: STALE.has(outcome) ? 409 : 422 })
}

/** Without a day of its own it holds from the last day of its changes; a correction from that of the words it puts right. */
function dated(plan: TypedPlan, { open, correctedFrom, act }: StatesView): StatePlan | null {
  const days = open.filter(({ id }) => plan.relationIds.includes(id)).map(({ effectiveOn }) => effectiveOn ?? '')
  const last = days.toSorted().at(-1) || null
  const own = plan.purpose === 'correction' ? (correctedFrom ?? act.announcedOn) : (plan.holdsFrom ?? last)
  // What was chosen is refused by the rule, whatever the day.
  const holdsFrom = own ?? (plan.relationIds.length === 0 ? act.announcedOn : null)
  return holdsFrom === null ? null : { ...plan, holdsFrom }
}

async function viewFor(c: WebContext, services: Services, official: Official): Promise<StatesView> {
  const view = await viewStates(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function decidable(c: WebContext, services: Services, official: Official): Promise<StatesView> {
  const view = await viewFor(c, services, official)
  if (!view.mayDecide) throw new Refused(403, 'not-permitted')
  return view
}

function page(c: WebContext, services: Services, view: StatesView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(relationTexts(c.get('lang')).states.done, c.req.query('u'))
  const props = { view, typed, errors, status: done }
  return html(c, <StatesPage page={pageOf(c, services, null)} {...props} />, { status })
}
