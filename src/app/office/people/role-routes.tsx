import { randomUUID } from 'node:crypto'
import { endRole, grantRole } from '#platform/auth/accounts.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { endSubstitution, enterSubstitution } from '#platform/auth/substitutions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, endOfDay } from '#platform/time/civil-date.ts'
import { AbsencePage } from './absence-page.tsx'
import { AbsenceForm, type AbsenceTyped } from './absence-part.tsx'
import { absenceTyped, EMPTY_ABSENCE, orderOf, readAbsence } from './absence-form.ts'
import { momentsOf, personOf, refusalError, ZONE } from './people-context.ts'
import { dayParts, idField, readSpan } from './people-form.ts'
import { peoplePermissions as may } from './people-permissions.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { viewPlace } from './people-view.ts'
import { viewColleagues, viewWorkplaces, type PersonView, type ShownRole } from './person-view.ts'
import { EndRolePage, GiveRolePage } from './role-page.tsx'

type Again = { errors: FieldErrors; status: number }
const FIRST: Again = { errors: {}, status: 200 }

/** Giving and ending a role, entering and stopping a substitution. */
export function roleRoutes(app: WebApp, services: Services): void {
  const manage = may['people.manage']
  officeRoute(app, 'GET', peopleUrls.newRole(':id'), manage, async (c, official) => {
    const view = await personOf(c, services, official)
    const asked = c.req.query('institucioni') ?? firstPlace(view)
    return givePage(c, services, official, view, asked, new FormData())
  })
  officeRoute(app, 'POST', peopleUrls.newRole(':id'), manage, (c, official) => postGive(c, services, official))
  officeRoute(app, 'GET', peopleUrls.endRole(':id', ':role'), manage, async (c, official) => {
    const view = await personOf(c, services, official)
    return endPage(c, services, view, roleOf(c, view), new FormData())
  })
  officeRoute(app, 'POST', peopleUrls.endRole(':id', ':role'), manage, (c, official) => postEnd(c, services, official))
  officeRoute(app, 'GET', peopleUrls.absence(':id'), manage, async (c, official) =>
    absencePage(c, services, official, await personOf(c, services, official), EMPTY_ABSENCE(randomUUID())),
  )
  officeRoute(app, 'POST', peopleUrls.absence(':id'), manage, (c, official) => postAbsence(c, services, official))
  officeRoute(app, 'POST', peopleUrls.endAbsence(':id', ':absence'), manage, (c, official) =>
    postEndAbsence(c, services, official),
  )
}

const firstPlace = ({ roles }: PersonView): string | undefined =>
  roles.find(({ mayEnd, institutionId }) => mayEnd && institutionId !== null)?.institutionId ?? undefined

function roleOf(c: WebContext, { roles }: PersonView): ShownRole {
  const role = roles.find(({ id }) => id === c.req.param('role'))
  if (!role) throw notFound()
  if (!role.mayEnd) throw new Refused(403, 'not-permitted')
  return role
}

async function givePage(
  c: WebContext,
  services: Services,
  official: Official,
  { person, mayGive }: PersonView,
  asked: string | undefined,
  form: FormData,
  again: Again = FIRST,
): Promise<Response> {
  const place = await viewPlace(services, c.get('lang'), official, asked)
  if (!place || !mayGive) throw notFound()
  const typed = {
    formId: idField(form, 'dergesa') ?? randomUUID(),
    role: textField(form, 'roli'),
    body: textField(form, 'organi'),
    from: dayParts(form, 'nga'),
    to: dayParts(form, 'deri'),
  }
  const page = pageOf(c, services, null)
  return html(c, <GiveRolePage page={page} person={person} place={place} typed={typed} errors={again.errors} />, {
    status: again.status,
    cache: 'kept',
  })
}

async function postGive(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const t = textsIn(c.get('lang')).errors
  const form = await readForm(c)
  const asked = textField(form, 'institucioni')
  const again = (errors: FieldErrors, status: number) =>
    givePage(c, services, official, view, asked, form, { errors, status })
  const place = await viewPlace(services, c.get('lang'), official, asked)
  if (!place || !view.mayGive) throw notFound()
  const zone = place.institution?.zone ?? ZONE
  const role = place.roles.find((one) => one === textField(form, 'roli'))
  const { span, errors } = readSpan(form, ['nga', 'deri'], t, civilDateIn(zone, services.clock.now()))
  if (!role || Object.keys(errors).length > 0) return again({ ...(role ? {} : { roli: t.role }), ...errors }, 422)
  const formId = idField(form, 'dergesa')
  const outcome = await grantRole(services, official, view.person.id, {
    role,
    institutionId: place.institution?.id ?? null,
    ...momentsOf(span, zone),
    bodyId: place.bodies.find(({ id }) => id === textField(form, 'organi'))?.id ?? null,
    ...(formId ? { formId } : {}),
  })
  if (outcome.kind === 'refused') return again(refusalError(c, outcome.reason), 409)
  const done = { granted: 'dhene', proposed: 'propozuar', 'already-held': 'e-kishte' }[outcome.kind]
  return redirect(c, `${peopleUrls.person(view.person.id)}?bere=${done}`)
}

const endPage = (
  c: WebContext,
  services: Services,
  { person }: PersonView,
  role: ShownRole,
  form: FormData,
  again: Again = FIRST,
) => {
  const page = pageOf(c, services, null)
  const typed = dayParts(form, 'deri')
  return html(c, <EndRolePage page={page} person={person} role={role} typed={typed} errors={again.errors} />, {
    status: again.status,
  })
}

async function postEnd(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const role = roleOf(c, view)
  const form = await readForm(c)
  const zone = role.zone ?? ZONE
  const today = civilDateIn(zone, services.clock.now())
  const { span, errors } = readSpan(form, ['nga', 'deri'], textsIn(c.get('lang')).errors, today)
  if (errors.deri) return endPage(c, services, view, role, form, { errors, status: 422 })
  const at = span.to ? endOfDay(span.to, zone) : null
  const outcome = await endRole(services, official, role.id, at)
  if (outcome.kind === 'refused') {
    return endPage(c, services, view, role, form, { errors: refusalError(c, outcome.reason), status: 409 })
  }
  return redirect(c, `${peopleUrls.person(view.person.id)}?bere=hequr`)
}

async function absencePage(
  c: WebContext,
  services: Services,
  official: Official,
  { person, mayGive }: PersonView,
  typed: AbsenceTyped,
  { errors, status }: Again = FIRST,
  asked: string | undefined = c.req.query('institucioni'),
): Promise<Response> {
  const institutions = await viewWorkplaces(services, c.get('lang'), official, person.id)
  const institution = institutions.find(({ id }) => id === asked) ?? institutions[0]
  if (!institution || !mayGive) throw notFound()
  const colleagues = await viewColleagues(services, institution.id, person.id)
  const form = { institution, institutions, colleagues, typed, errors }
  return html(
    c,
    <AbsencePage page={pageOf(c, services, null)} person={person} errors={errors}>
      <AbsenceForm lang={c.get('lang')} action={peopleUrls.absence(person.id)} {...form} />
    </AbsencePage>,
    { status, cache: 'kept' },
  )
}

async function postAbsence(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const form = await readForm(c)
  const typed = absenceTyped(form, randomUUID())
  const institutionId = textField(form, 'institucioni')
  const again = (errors: FieldErrors, status: number) =>
    absencePage(c, services, official, view, typed, { errors, status }, institutionId)
  const today = civilDateIn(view.zone, services.clock.now())
  const read = readAbsence(form, textsIn(c.get('lang')).errors, today)
  if (!read.ok) return again(read.errors, 422)
  if (!isUuid(institutionId)) throw notFound()
  const order = orderOf(read.value, { institutionId, absentId: view.person.id, formId: typed.formId })
  const outcome = await enterSubstitution(services, official, order)
  if (outcome.kind === 'refused') return again(refusalError(c, outcome.reason), 409)
  const done = outcome.kind === 'proposed' ? 'propozuar' : 'mungesa'
  return redirect(c, `${peopleUrls.person(view.person.id)}?bere=${done}`)
}

async function postEndAbsence(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await personOf(c, services, official)
  const absence = view.substitutions.find(({ id }) => id === c.req.param('absence'))
  if (!absence) throw notFound()
  const outcome = await endSubstitution(services, official, absence.id)
  if (outcome.kind === 'refused') {
    throw outcome.reason === 'not-permitted' ? new Refused(403, 'not-permitted') : new Refused(409, 'conflict')
  }
  return redirect(c, `${peopleUrls.person(view.person.id)}?bere=nderprere`)
}
