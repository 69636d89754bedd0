import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { InvitePage } from './invite-page.tsx'
import { inviteStakeholders, previewInvitation } from './invite-stakeholders.ts'
import { viewLeaving } from './leave-view.ts'
import { viewInvitations } from './notice-office-view.ts'
import { readStakeholderForm, typedOfStakeholder, typedStakeholder } from './stakeholder-form.ts'
import { LeavePage, StakeholderFormPage, StakeholderListPage } from './stakeholder-page.tsx'
import { viewStakeholder, viewStakeholderForm, viewStakeholders } from './stakeholder-view.ts'
import { noticeUrls } from './urls.ts'
import {
  addStakeholder,
  changeStakeholder,
  eraseStakeholder,
  leaveInvitations,
  type StakeholderOutcome,
} from './write-stakeholder.ts'

const write = may['consultations.write']

/** The register of stakeholders, the letters to them, and the way out of it. */
export function stakeholderRoutes(app: WebApp, services: Services): void {
  listRoutes(app, services)
  oneRoutes(app, services)
  inviteRoutes(app, services)
  leaveRoutes(app, services)
}

function listRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', noticeUrls.stakeholders(), write, async (c, official) => {
    const view = await viewStakeholders(services, official, c.get('lang'), c.req.query())
    const t = textsIn(c.get('lang')).notices.stakeholders
    const status = doneWords({ ruajt: t.saved, fshi: t.erased }, c.req.query('u'))
    return html(c, <StakeholderListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', noticeUrls.newStakeholder(), write, (c, official) =>
    formPage(c, services, official, null, { gjuha: 'sq', versioni: '1', dergesa: randomUUID() }),
  )

  officeRoute(app, 'POST', noticeUrls.newStakeholder(), write, async (c, official) => {
    const typed = typedStakeholder(await readForm(c))
    const { today } = await viewStakeholderForm(services, official, c.get('lang'))
    const read = readStakeholderForm(typed, textsIn(c.get('lang')), today)
    if (!read.ok) return formPage(c, services, official, null, typed, { errors: read.errors, status: 422 })
    return answer(c, services, official, null, typed, await addStakeholder(services, official, read.value))
  })
}

function oneRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', noticeUrls.stakeholder(':id'), write, async (c, official) => {
    const one = await stakeholderOf(c, services, official)
    return formPage(c, services, official, one.id, typedOfStakeholder(one))
  })

  officeRoute(app, 'POST', noticeUrls.stakeholder(':id'), write, async (c, official) => {
    const one = await stakeholderOf(c, services, official)
    const typed = typedStakeholder(await readForm(c))
    const { today } = await viewStakeholderForm(services, official, c.get('lang'))
    const read = readStakeholderForm(typed, textsIn(c.get('lang')), today)
    if (!read.ok) return formPage(c, services, official, one.id, typed, { errors: read.errors, status: 422 })
    return answer(c, services, official, one.id, typed, await changeStakeholder(services, official, one.id, read.value))
  })

  officeRoute(app, 'POST', noticeUrls.eraseStakeholder(':id'), write, async (c, official) => {
    const one = await stakeholderOf(c, services, official)
    await eraseStakeholder(services, official, one.id)
    return redirect(c, `${noticeUrls.stakeholders()}?u=fshi`)
  })
}

async function stakeholderOf(c: WebContext, services: Services, official: Official) {
  const one = await viewStakeholder(services, official, c.req.param('id') ?? '')
  if (!one) throw notFound()
  return one
}

function answer(
  c: WebContext,
  services: Services,
  official: Official,
  id: string | null,
  typed: Typed,
  outcome: StakeholderOutcome,
): Response | Promise<Response> {
  const t = textsIn(c.get('lang')).notices.stakeholders.errors
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${noticeUrls.stakeholders()}?u=ruajt`)
    case 'known':
      return formPage(c, services, official, id, typed, { errors: { posta: t.known }, status: 422 })
    case 'changed-meanwhile': {
      const again = { ...typed, versioni: String(outcome.version) }
      return formPage(c, services, official, id, again, { errors: { emri: t.changedMeanwhile }, status: 409 })
    }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-stakeholder':
      throw notFound()
  }
}

async function formPage(
  c: WebContext,
  services: Services,
  official: Official,
  id: string | null,
  typed: Typed,
  { errors = {}, status = 200 }: { errors?: FieldErrors; status?: number } = {},
): Promise<Response> {
  const view = await viewStakeholderForm(services, official, c.get('lang'))
  const props = { page: pageOf(c, services, null), view, id, typed, errors }
  return html(c, <StakeholderFormPage {...props} />, { status })
}

function inviteRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', noticeUrls.invite(':id'), may['consultations.publish'], (c, official) =>
    invitePage(c, services, official),
  )

  officeRoute(app, 'POST', noticeUrls.invite(':id'), may['consultations.publish'], async (c, official) => {
    const id = c.req.param('id') ?? ''
    const form = await readForm(c)
    const stakeholderIds = form.getAll('palet').filter((one): one is string => typeof one === 'string' && isUuid(one))
    if (!isUuid(id)) throw notFound()
    if (stakeholderIds.length === 0) {
      const errors = { palet: textsIn(c.get('lang')).notices.invite.chooseOne }
      return invitePage(c, services, official, { errors, status: 422 })
    }
    const order = { eventId: textField(form, 'ngjarja'), stakeholderIds }
    const outcome = await inviteStakeholders(services, official, id, order)
    switch (outcome.kind) {
      case 'invited':
        return redirect(c, `${noticeUrls.invite(id)}?u=dergua`)
      case 'not-permitted':
        throw new Refused(403, 'not-permitted')
      case 'no-such-event':
        throw new Refused(409, 'conflict')
      case 'no-such-consultation':
        throw notFound()
    }
  })
}

async function invitePage(
  c: WebContext,
  services: Services,
  official: Official,
  { errors = {}, status = 200 }: { errors?: FieldErrors; status?: number } = {},
): Promise<Response> {
  const lang = c.get('lang')
  const view = await viewInvitations(services, official, lang, c.req.param('id') ?? '', c.req.query('ngjarja') ?? '')
  if (!view) throw notFound()
  const letter = view.event ? await previewInvitation(services, view.draft.consultation, view.event) : null
  const done = doneWords({ dergua: textsIn(lang).notices.invite.sent }, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, letter, errors, status: done }
  return html(c, <InvitePage {...props} />, { status })
}

function leaveRoutes(app: WebApp, services: Services): void {
  const path = noticeUrls.leave(':token{[A-Za-z0-9_-]{43}}')
  app.get(path, async (c) => {
    const token = c.req.param('token') ?? ''
    const leaving = await viewLeaving(services, c.get('lang'), token)
    if (!leaving) throw notFound()
    const props = { institution: leaving.institutionName, left: leaving.leftAt !== null }
    const action = inLanguage(c.get('lang'), noticeUrls.leave(token))
    return html(c, <LeavePage page={pageOf(c, services, null)} {...props} action={action} />)
  })

  app.post(path, async (c) => {
    const token = c.req.param('token') ?? ''
    if (!(await viewLeaving(services, c.get('lang'), token))) throw notFound()
    await leaveInvitations(services, token)
    return redirect(c, noticeUrls.leave(token))
  })
}
