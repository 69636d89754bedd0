import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { DoubtsPage } from './doubts-page.tsx'
import { findRelationsInText } from './propose-relations.ts'
import { readDropReason, readRelation, typedRelation } from './relation-form.ts'
import { RelationPage } from './relation-page.tsx'
import { viewDoubts, viewRelations, type RelationsView } from './relation-view.ts'
import { stateRoutes } from './state-routes.tsx'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'
import { addRelation, confirmRelation, dropRelation, type RelationOutcome } from './write-relation.ts'

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** What one act does to another, and the states of its text. */
export function relationRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.doubts(), may['acts.read'], async (c, official) => {
    const view = await viewDoubts(services, official, c.req.query('pas'))
    return html(c, <DoubtsPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.page(':id'), may['acts.read'], async (c, official) =>
    page(c, services, await viewFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.page(':id'), may['acts.write'], (c, official) => add(c, services, official))
  officeRoute(app, 'POST', urls.find(':id'), may['acts.write'], async (c, official) => {
    const { act } = await writable(c, services, official)
    const found = await findRelationsInText(services, act.id, { accountId: official.accountId })
    if (found === 'no-such-act') throw notFound()
    return redirect(c, `${urls.page(act.id)}?u=${found > 0 ? 'gjetja' : 'asgje'}`)
  })
  officeRoute(app, 'POST', urls.confirm(':id', ':relation'), may['acts.write'], (c, official) =>
    confirm(c, services, official),
  )
  officeRoute(app, 'POST', urls.drop(':id', ':relation'), may['acts.write'], (c, official) =>
    drop(c, services, official),
  )
  stateRoutes(app, { services })
}

async function add(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const typed = typedRelation(await readForm(c))
  const form = readRelation(typed, relationTexts(c.get('lang')).errors)
  if (!form.ok) return again(c, services, official, { typed, errors: form.errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const order = { by: { accountId: official.accountId }, seen: seenIn(typed), formId }
  const outcome = await addRelation(services, view.act.id, form.value, order)
  return answered(c, services, official, { outcome, done: 'shtimi', typed })
}

async function confirm(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [view, relation] = [await writable(c, services, official), relationIn(c)]
  const typed = { ...typedRelation(await readForm(c)), lidhja: relation }
  const form = readRelation(typed, relationTexts(c.get('lang')).errors)
  if (!form.ok) return again(c, services, official, { typed, errors: form.errors, status: 422 })
  const order = { form: form.value, by: { accountId: official.accountId }, seen: seenIn(typed) }
  const outcome = await confirmRelation(services, view.act.id, relation, order)
  return answered(c, services, official, { outcome, done: 'konfirmimi', typed })
}

async function drop(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [view, relation] = [await writable(c, services, official), relationIn(c)]
  const typed = { ...typedRelation(await readForm(c)), lidhja: relation }
  const form = readDropReason(typed, relationTexts(c.get('lang')).errors)
  if (!form.ok) return again(c, services, official, { typed, errors: form.errors, status: 422 })
  const order = { by: { accountId: official.accountId }, seen: seenIn(typed), reason: form.value.reason }
  const outcome = await dropRelation(services, view.act.id, relation, order)
  return answered(c, services, official, { outcome, done: 'heqja', typed })
}

/** The version that stood on the page; one that nobody sent fits nothing. */
const seenIn = (typed: Typed): number => Number(typed.versioni) || 0

function relationIn(c: WebContext): string {
  const relation = c.req.param('relation') ?? ''
  if (!isUuid(relation)) throw notFound()
  return relation
}

type Answer = { outcome: RelationOutcome; done: string; typed: Typed }

const STALE: ReadonlySet<string> = new Set(['wrong-state', 'changed-meanwhile', 'stands-already', 'carried-out'])
const FIELD_OF: Partial<Record<RelationOutcome, string>> = { 'before-adoption': 'dita', 'reason-missing': 'arsyeja' }

async function answered(c: WebContext, services: Services, official: Official, answer: Answer): Promise<Response> {
  const { outcome, done, typed } = answer
  if (outcome === 'done') return redirect(c, `${urls.page(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-act' || outcome === 'no-such-relation') throw notFound()
  const errors = { [FIELD_OF[outcome] ?? 'tjetri']: relationTexts(c.get('lang')).refusals[outcome] }
  return again(c, services, official, { typed, errors, status: STALE.has(outcome) ? 409 : 422 })
}

/** The page once more, with what was looked for and what was typed. */
async function again(c: WebContext, services: Services, official: Official, what: Again): Promise<Response> {
  return page(c, services, await viewFor(c, services, official, what.typed?.kerkimi), what)
}

async function viewFor(
  c: WebContext,
  services: Services,
  official: Official,
  words = c.req.query('kerkimi') ?? '',
): Promise<RelationsView> {
  const view = await viewRelations(services, official, c.req.param('id') ?? '', words)
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<RelationsView> {
  const view = await viewFor(c, services, official, '')
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

function page(c: WebContext, services: Services, view: RelationsView, what: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = what
  const done = doneWords(relationTexts(c.get('lang')).done, c.req.query('u'))
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const props = { view, typed: filled, errors, status: done }
  return html(c, <RelationPage page={pageOf(c, services, null)} {...props} />, { status })
}
