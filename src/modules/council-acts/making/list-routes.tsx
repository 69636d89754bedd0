import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { NATURES } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { readActForm, typedAct } from './act-form.ts'
import { ActFormPage } from './act-form-page.tsx'
import { AdoptedPage } from './adopted-page.tsx'
import { ActListPage } from './list-page.tsx'
import { viewActForm, viewAdopted, viewOfficeActs, viewVote } from './list-view.ts'
import { makeActByHand, makeActOfVote } from './make-act.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** The list of acts, what was adopted and has no act, and an act by hand. */
export function listRoutes(app: WebApp, { services }: Room): void {
  officeRoute(app, 'GET', office.list(), may['acts.read'], async (c, official) => {
    const view = await viewOfficeActs(services, c.get('lang'), official, c.req.query())
    return html(c, <ActListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', office.adopted(), may['acts.read'], (c, official) => adoptedPage(c, services, official))
  officeRoute(app, 'POST', office.adopted(), may['acts.write'], (c, official) => make(c, services, official))
  officeRoute(app, 'GET', urls.create(), may['acts.write'], (c, official) =>
    createPage(c, services, official, { typed: { dergesa: randomUUID() } }),
  )
  officeRoute(app, 'POST', urls.create(), may['acts.write'], (c, official) => create(c, services, official))
}

async function adoptedPage(
  c: WebContext,
  services: Services,
  official: Official,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const view = await viewAdopted(services, c.get('lang'), official, c.req.query())
  const formIds = view.items.map(({ id }) =>
    id === typed.votimi && isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID(),
  )
  const props = { page: pageOf(c, services, null), view, formIds, typed, errors }
  return html(c, <AdoptedPage {...props} />, { status })
}

async function make(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const voteId = textField(form, 'votimi')
  const vote = isUuid(voteId) ? await viewVote(services, voteId) : null
  if (!vote) throw notFound()
  if (!mayIn(official, may['acts.write'], vote.institutionId)) throw new Refused(403, 'not-permitted')
  const field = `natyra-${voteId}`
  const typed = typedOf(form, ['votimi', 'dergesa', field])
  const nature = NATURES.find((one) => one === typed[field])
  const t = makingTexts(c.get('lang')).adopted
  if (!nature) return adoptedPage(c, services, official, { typed, errors: { [field]: t.natureMissing }, status: 422 })
  const order = { nature, formId: formIdOf(typed), by: byOf(official) }
  const made = await makeActOfVote(services, voteId, order)
  if (made.kind === 'no-such-vote') throw notFound()
  return redirect(c, `${office.act(made.id)}?u=krijimi`)
}

const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })
const formIdOf = ({ dergesa = '' }: Typed): string => (isUuid(dergesa) ? dergesa : randomUUID())

async function createPage(
  c: WebContext,
  services: Services,
  official: Official,
  { typed = {}, errors = {}, status = 200 }: Again,
): Promise<Response> {
  const view = await viewActForm(services, c.get('lang'), official)
  const props = { page: pageOf(c, services, null), act: null, view, typed, errors }
  return html(c, <ActFormPage {...props} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = makingTexts(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedAct(sent)
  const { institutions } = await viewActForm(services, c.get('lang'), official)
  const institution = institutions.find(({ id }) => id === typed.institucioni)
  // A record of an institution where this official has no such right is refused, not explained.
  if (!institution && isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  const { bodies, today } = await viewActForm(services, c.get('lang'), official, institution?.id ?? null)
  const form = readActForm(sent, { texts, bodies, today })
  const errors: FieldErrors = form.ok ? {} : { ...form.errors }
  if (!institution) errors.institucioni = texts.form.errors.institution
  if (!form.ok || !institution) return createPage(c, services, official, { typed, errors, status: 422 })
  const order = { fields: form.value, institutionId: institution.id, formId: formIdOf(typed), by: byOf(official) }
  const made = await makeActByHand(services, order)
  if (made.kind === 'no-such-vote') throw notFound()
  return redirect(c, `${office.act(made.id)}?u=krijimi`)
}
