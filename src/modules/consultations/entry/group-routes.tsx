import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { readMembers } from './entry-form.ts'
import { GroupFormPage, GroupListPage } from './group-page.tsx'
import type { ThematicGroup } from './group-queries.ts'
import { viewGroup, viewGroups, viewInstitutionsToEnter } from './group-view.ts'
import { changeGroup, startGroup, type GroupForm, type GroupOutcome } from './write-group.ts'

const FIELDS = ['dergesa', 'versioni', 'institucioni', 'emri', 'qellimet', 'anetaret', 'mbyllur'] as const

/** The thematic groups of an institution, to choose from in a joint submission. */
export function thematicGroupRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.thematicGroups(), may['comments.entered'], async (c, official) => {
    const ended = c.req.query('gjendja') === 'mbyllur'
    const { groups, mayWrite } = await viewGroups(services, official, ended)
    const status = doneWords({ ruajti: textsIn(c.get('lang')).entry.groups.saved }, c.req.query('u'))
    return html(c, <GroupListPage page={pageOf(c, services, null)} {...{ groups, ended, mayWrite, status }} />)
  })

  officeRoute(app, 'GET', officeUrls.newThematicGroup(), may['comments.enter'], async (c, official) => {
    const institutions = await viewInstitutionsToEnter(services, c.get('lang'), official)
    return formPage(c, services, {
      action: officeUrls.newThematicGroup(),
      institutions,
      typed: { dergesa: randomUUID() },
    })
  })

  officeRoute(app, 'POST', officeUrls.newThematicGroup(), may['comments.enter'], async (c, official) => {
    const institutions = await viewInstitutionsToEnter(services, c.get('lang'), official)
    const { typed, errors, value } = readGroup(c, await readForm(c), true)
    const shown = { action: officeUrls.newThematicGroup(), institutions, typed }
    if (Object.keys(errors).length > 0) return formPage(c, services, { ...shown, errors, status: 422 })
    return done(c, services, shown, await startGroup(services, official, value))
  })

  officeRoute(app, 'GET', officeUrls.thematicGroup(':id'), may['comments.enter'], async (c, official) => {
    const group = await viewGroup(services, official, c.req.param('id') ?? '')
    if (!group) throw notFound()
    return formPage(c, services, {
      action: officeUrls.thematicGroup(group.id),
      institutions: null,
      typed: typedOfGroup(group),
    })
  })

  officeRoute(app, 'POST', officeUrls.thematicGroup(':id'), may['comments.enter'], async (c, official) => {
    const group = await viewGroup(services, official, c.req.param('id') ?? '')
    if (!group) throw notFound()
    const { typed, errors, value } = readGroup(c, await readForm(c), false)
    const shown = { action: officeUrls.thematicGroup(group.id), institutions: null, typed }
    if (Object.keys(errors).length > 0) return formPage(c, services, { ...shown, errors, status: 422 })
    return done(c, services, shown, await changeGroup(services, official, group.id, value))
  })
}

type Shown = {
  action: string
  institutions: readonly { id: string; name: string }[] | null
  typed: Typed
  errors?: FieldErrors
  status?: number
}

const formPage = (
  c: WebContext,
  services: Services,
  { status = 200, errors = {}, ...shown }: Shown,
): Promise<Response> =>
  Promise.resolve(html(c, <GroupFormPage page={pageOf(c, services, null)} {...shown} errors={errors} />, { status }))

function done(c: WebContext, services: Services, shown: Shown, outcome: GroupOutcome): Response | Promise<Response> {
  const t = textsIn(c.get('lang')).entry.groups
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${officeUrls.thematicGroups()}?u=ruajti`)
    case 'name-taken':
      return formPage(c, services, { ...shown, errors: { emri: t.nameTaken }, status: 422 })
    case 'changed-meanwhile':
      return formPage(c, services, { ...shown, errors: { emri: t.meanwhile }, status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-group':
      throw notFound()
  }
}

function readGroup(
  c: WebContext,
  form: FormData,
  isNew: boolean,
): { typed: Typed; errors: FieldErrors; value: GroupForm } {
  const texts = textsIn(c.get('lang')).entry
  const t = texts.groups
  const typed = typedOf(form, FIELDS)
  const errors: FieldErrors = {}
  const { emri: name = '', qellimet: aims = '', institucioni: institutionId = '', dergesa: formId = '' } = typed
  if (isNew && !isUuid(institutionId)) errors.institucioni = t.institutionError
  if (lengthOf(name) < 2 || lengthOf(name) > 200) errors.emri = t.nameError
  if (lengthOf(aims) > 2000) errors.qellimet = t.aimsError
  if (isNew && !isUuid(formId)) errors.emri ??= texts.errors.form
  // Of the house's own list no person's name: only organisations and their roles.
  const members = readMembers(typed.anetaret ?? '', texts, errors).map(({ organisation, role, email }) => ({
    organisation,
    role,
    email,
  }))
  const fromVersion = Number(typed.versioni) || 0
  return {
    typed,
    errors,
    value: { institutionId, formId, name, aims, members, ended: typed.mbyllur === 'po', fromVersion },
  }
}

const typedOfGroup = ({ name, aims, members, version, endedAt }: ThematicGroup): Typed => ({
  emri: name,
  qellimet: aims,
  anetaret: members
    .map(({ organisation, role, email }) => [organisation, role ?? '', email ?? ''].join('; ').replace(/[; ]+$/, ''))
    .join('\n'),
  versioni: String(version),
  mbyllur: endedAt ? 'po' : '',
  dergesa: '',
})
