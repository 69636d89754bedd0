import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { commentPage } from '../moderation/moderation-routes.tsx'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { assignComment } from './assign-comment.ts'
import { labelComment } from './label-comments.ts'
import { redactComment } from './redact-comment.ts'
import { EMPTY_REDACTION, readRedaction, seenOf, typedOfRedaction, type RedactionTyped } from './redaction-form.ts'
import { RedactionPage } from './redaction-page.tsx'
import type { Passage } from './redaction-rules.ts'
import { isCovered, previewOf, viewRedaction } from './redaction-view.ts'

/** What is done with one comment beside its state: given to somebody, labelled, covered. */
export function commentDeedRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', officeUrls.assignComment(':id'), may['comments.moderate'], (c, official) =>
    assign(c, services, official),
  )
  officeRoute(app, 'POST', officeUrls.labelComment(':id'), may['comments.moderate'], (c, official) =>
    label(c, services, official),
  )
  officeRoute(app, 'GET', officeUrls.redaction(':id'), may['comments.redact'], (c, official) =>
    redactionPage(c, services, official, { typed: EMPTY_REDACTION }),
  )
  officeRoute(app, 'POST', officeUrls.redaction(':id'), may['comments.redact'], (c, official) =>
    redact(c, services, official),
  )
}

const idOf = (c: WebContext): string => {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

async function assign(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = idOf(c)
  const t = textsIn(c.get('lang')).assignment
  const form = await readForm(c)
  const [asked, seen] = [textField(form, 'kujt'), textField(form, 'pare')]
  const to = asked === 'mua' ? official.accountId : asked
  if (to !== 'askush' && !isUuid(to))
    return commentPage(c, services, official, { errors: { kujt: t.noSuchPerson }, status: 422 })
  const order = { to: to === 'askush' ? null : to, seen: isUuid(seen) ? seen : null }
  const outcome = await assignComment(services, official, id, order)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${officeUrls.comment(id)}?u=caktoi`)
    case 'assigned-meanwhile':
      return commentPage(c, services, official, { errors: { permbajtja: t.meanwhile(outcome.with) }, status: 409 })
    case 'no-such-person':
      return commentPage(c, services, official, { errors: { kujt: t.noSuchPerson }, status: 422 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-comment':
      throw notFound()
  }
}

async function label(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = idOf(c)
  const form = await readForm(c)
  const name = textField(form, 'etiketa')
  const wears = textField(form, 'veprimi') !== 'hiqe'
  if (name === '' || lengthOf(name) > 60) {
    const errors = { etiketa: textsIn(c.get('lang')).labels.nameError }
    return commentPage(c, services, official, { errors, status: 422 })
  }
  const outcome = await labelComment(services, official, id, { name, wears })
  if (outcome.kind === 'no-such-comment') throw notFound()
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  return redirect(c, `${officeUrls.comment(id)}?u=${wears ? 'vu' : 'hoq'}`)
}

async function redact(c: WebContext, services: Services, official: Official): Promise<Response> {
  const lang = c.get('lang')
  const t = textsIn(lang).redaction
  const view = await viewRedaction(services, official, idOf(c))
  if (!view) throw notFound()
  const form = await readForm(c)
  const typed = typedOfRedaction(form)
  const confirms = textField(form, 'hapi') === 'kryerja'
  const seen = seenOf(form)
  if (confirms && seen.formId !== null && (await isCovered(services, seen.formId)))
    return redirect(c, `${officeUrls.comment(view.comment.id)}?u=mbuloi`)
  const read = readRedaction(lang, typed, view)
  if (!read.ok) return redactionPage(c, services, official, { typed, errors: read.errors, status: 422 })
  if (!confirms) return redactionPage(c, services, official, { typed, passages: read.passages, status: 200 })
  if (textField(form, 'kuptoj') !== 'po') {
    const again = { typed, passages: read.passages, errors: { kuptoj: t.understoodError }, status: 422 }
    return redactionPage(c, services, official, again)
  }
  const { formId, ...shown } = seen
  const outcome = await redactComment(services, official, view.comment.id, {
    ...shown,
    formId: formId ?? randomUUID(),
    passages: read.passages,
    ground: read.ground,
  })
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${officeUrls.comment(view.comment.id)}?u=mbuloi`)
    case 'changed-meanwhile':
    case 'nothing-found':
      return redactionPage(c, services, official, { typed, errors: { permbajtja: t.meanwhile }, status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-comment':
      throw notFound()
  }
}

type Again = { typed: RedactionTyped; errors?: FieldErrors; passages?: readonly Passage[]; status?: number }

async function redactionPage(
  c: WebContext,
  services: Services,
  official: Official,
  { typed, errors = {}, passages, status = 200 }: Again,
): Promise<Response> {
  const view = await viewRedaction(services, official, idOf(c))
  if (!view) throw notFound()
  const { id, institutionId, contactId } = view.comment
  await noteAccess(services, official, {
    institutionId,
    subject: `consultations.comment:${id}`,
    contactId,
    what: 'opened',
  })
  return html(
    c,
    <RedactionPage
      page={pageOf(c, services, null)}
      view={view}
      typed={typed}
      form={randomUUID()}
      errors={errors}
      preview={passages ? previewOf(view, passages) : null}
    />,
    { status },
  )
}
