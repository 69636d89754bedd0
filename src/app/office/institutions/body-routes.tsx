import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { changeBody, endBody, foundBody, type BodyOutcome } from '#platform/institutions/change-body.ts'
import { seatMember, unseatMember, type MemberOutcome } from '#platform/institutions/change-members.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { readBodyForm, readEndForm, readLeavingForm, readSeatForm, typedOfBody } from './body-form.ts'
import { BodyFormPage, BodyPage } from './body-page.tsx'
import { viewBody, viewNamed, viewParents, type BodyView, type RecordView } from './institution-view.ts'
import { done, meanwhile, recordOf, refuseNobody } from './office-steps.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

const write = may['bodies.write']

/** The bodies of an institution: founded, changed, ended, and who sits in them. */
export function bodyRoutes(app: WebApp, services: Services): void {
  foundingRoutes(app, services)
  changeRoutes(app, services)
  officeRoute(app, 'GET', urls.body(':id', ':body'), may['institutions.read'], async (c, official) =>
    bodyPage(
      c,
      services,
      await bodyOf(c, services, await recordOf(c, services, official)),
      { dergesa: randomUUID() },
      {},
      200,
    ),
  )
  memberRoutes(app, services)
}

async function bodyOf(c: WebContext, services: Services, record: RecordView): Promise<BodyView> {
  const view = await viewBody(services, c.get('lang'), record, c.req.param('body') ?? '')
  if (!view) throw notFound()
  return view
}

const writableBody = async (c: WebContext, services: Services, official: Official): Promise<BodyView> =>
  bodyOf(c, services, await recordOf(c, services, official, write))

function bodyPage(
  c: WebContext,
  services: Services,
  view: BodyView,
  typed: Typed,
  errors: FieldErrors,
  status: number,
) {
  const told = done(c, textsIn(c.get('lang')).body.done)
  const page = pageOf(c, services, null)
  return html(c, <BodyPage page={page} view={view} typed={typed} errors={errors} status={told} />, { status })
}

async function bodyFormPage(
  c: WebContext,
  services: Services,
  view: RecordView & { body?: BodyView['body'] },
  { typed, errors, status }: { typed: Typed; errors: FieldErrors; status: number },
): Promise<Response> {
  const parents = await viewParents(services, c.get('lang'), view)
  const form = { page: pageOf(c, services, null), typed, errors }
  return html(c, <BodyFormPage form={form} view={view} body={view.body ?? null} parents={parents} />, { status })
}

function foundingRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.foundBody(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const typed = { dergesa: randomUUID(), lloji: 'commission' }
    return bodyFormPage(c, services, view, { typed, errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.foundBody(':id'), write, async (c, official) => {
    const view = await recordOf(c, services, official, write)
    const { reader, value } = readBodyForm(await readForm(c), textsIn(c.get('lang')))
    const { typed, errors } = reader
    if (!reader.ok) return bodyFormPage(c, services, view, { typed, errors, status: 422 })
    const brought = typed.dergesa ?? ''
    const outcome = await foundBody(
      services,
      official,
      view.institution.id,
      isUuid(brought) ? brought : randomUUID(),
      value,
    )
    if (outcome.kind === 'done') return redirect(c, `${urls.body(view.institution.id, outcome.id)}?u=krijua`)
    const [refused, status] = await refusedBody(c, services, outcome, view, '')
    return bodyFormPage(c, services, view, { typed, errors: refused, status })
  })
}

function changeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.changeBody(':id', ':body'), write, async (c, official) => {
    const view = await writableBody(c, services, official)
    return bodyFormPage(c, services, view, { typed: typedOfBody(view.body), errors: {}, status: 200 })
  })
  officeRoute(app, 'POST', urls.changeBody(':id', ':body'), write, async (c, official) => {
    const view = await writableBody(c, services, official)
    const { reader, value } = readBodyForm(await readForm(c), textsIn(c.get('lang')))
    const { typed, errors } = reader
    if (!reader.ok) return bodyFormPage(c, services, view, { typed, errors, status: 422 })
    const outcome = await changeBody(services, official, view.body.id, value, Number(typed.versioni) || 0)
    if (outcome.kind === 'done') return redirect(c, `${urls.body(view.institution.id, view.body.id)}?u=ruajt`)
    const [refused, status] = await refusedBody(c, services, outcome, view, view.body.id)
    const versioni = outcome.kind === 'changed-meanwhile' ? String(outcome.version) : (typed.versioni ?? '')
    return bodyFormPage(c, services, view, { typed: { ...typed, versioni }, errors: refused, status })
  })
  officeRoute(app, 'POST', urls.endBody(':id', ':body'), write, async (c, official) => {
    const view = await writableBody(c, services, official)
    const t = textsIn(c.get('lang'))
    const { reader, value } = readEndForm(await readForm(c), t)
    if (!reader.ok) return bodyPage(c, services, view, reader.typed, reader.errors, 422)
    const outcome = await endBody(services, official, view.body.id, value)
    if (outcome.kind === 'done') return redirect(c, `${urls.body(view.institution.id, view.body.id)}?u=mbaroi`)
    refuseNobody(outcome.kind)
    const why = outcome.kind === 'refused' ? t.body.refusals[outcome.refusal] : t.body.refusals.ended
    return bodyPage(c, services, view, reader.typed, { dita: why }, 422)
  })
}

async function refusedBody(
  c: WebContext,
  services: Services,
  outcome: Exclude<BodyOutcome, { kind: 'done' }>,
  { institution }: RecordView,
  bodyId: string,
): Promise<[FieldErrors, number]> {
  refuseNobody(outcome.kind)
  if (outcome.kind === 'changed-meanwhile')
    return [{ organi: await meanwhile(c, services, `institutions.body:${bodyId}`, institution.zone) }, 409]
  const t = textsIn(c.get('lang')).body.refusals
  const refusal = outcome.kind === 'refused' ? outcome.refusal : 'ended'
  return [{ [refusal === 'no-such-parent' ? 'prindi' : 'organi']: t[refusal] }, 422]
}

const SEAT_FIELD: Partial<Record<string, string>> = {
  'no-such-person': 'personi',
  'no-such-organisation': 'organizata',
  'chaired-already': 'roli',
  'before-the-body': 'fillon',
}

function memberRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.members(':id', ':body'), write, async (c, official) => {
    const view = await writableBody(c, services, official)
    const t = textsIn(c.get('lang'))
    const { reader, value } = readSeatForm(await readForm(c), t)
    if (!reader.ok) return bodyPage(c, services, view, reader.typed, reader.errors, 422)
    const known = value.organisation ? await viewNamed(services, value.organisation) : null
    const seat = known ? { ...value, organisationId: known.id, organisation: null } : value
    const brought = reader.typed.dergesa ?? ''
    const outcome = await seatMember(services, official, view.body.id, isUuid(brought) ? brought : randomUUID(), seat)
    const again = (why: string, refusal: string) =>
      bodyPage(c, services, view, reader.typed, { [SEAT_FIELD[refusal] ?? 'emri-personit']: why }, 422)
    return settleMember(c, view, outcome, 'shtua', (refusal) => again(t.body.refusals[refusal], refusal))
  })
  officeRoute(app, 'POST', urls.leaving(':id', ':body'), write, async (c, official) => {
    const view = await writableBody(c, services, official)
    const t = textsIn(c.get('lang'))
    const { reader, value } = readLeavingForm(await readForm(c), t)
    if (!reader.ok) return bodyPage(c, services, view, reader.typed, reader.errors, 422)
    const { memberId, ...leaving } = value
    const outcome = await unseatMember(services, official, view.body.id, memberId, leaving)
    return settleMember(c, view, outcome, 'largua', (refusal) =>
      bodyPage(c, services, view, reader.typed, { largohet: t.body.refusals[refusal] }, 422),
    )
  })
}

type MemberRefused = Extract<MemberOutcome, { kind: 'refused' }>['refusal']

function settleMember(
  c: WebContext,
  { institution, body }: BodyView,
  outcome: MemberOutcome,
  told: string,
  again: (refusal: MemberRefused) => Promise<Response>,
): Response | Promise<Response> {
  refuseNobody(outcome.kind)
  if (outcome.kind === 'refused') return again(outcome.refusal)
  return redirect(c, `${urls.body(institution.id, body.id)}?u=${told}`)
}
