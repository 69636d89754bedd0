import { randomUUID } from 'node:crypto'
import { doneWords } from '#platform/http/done-words.ts'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { COMMENT_STATES, HOLD_GROUNDS } from '../comments/comment-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { moderateComment } from './moderate-comment.ts'
import { ModerationPage } from './moderation-page.tsx'
import { viewForModeration, type ModerationView } from './moderation-view.ts'

/** One comment as the office works on it. The list is the desk's (`desk/desk-routes.tsx`). */
export function moderationRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.comment(':id'), may['comments.read'], (c, official) =>
    commentPage(c, services, official),
  )

  officeRoute(app, 'GET', officeUrls.commentDocument(':id', ':document'), may['comments.read'], async (c, official) => {
    const view = await viewForModeration(services, official, c.req.param('id') ?? '')
    const document = view?.attachments.find((one) => one.id === c.req.param('document'))
    if (!view || !document) throw notFound()
    await noteSeen(services, official, view, 'downloaded')
    return serveDocument(c, services, document.id, { public: false })
  })

  officeRoute(app, 'POST', officeUrls.hold(':id'), may['comments.moderate'], async (c, official) => {
    const form = await readForm(c)
    const t = textsIn(c.get('lang')).office
    const typed = { ground: textField(form, 'arsyeja'), note: textField(form, 'shpjegimi') }
    const ground = HOLD_GROUNDS.find((one) => one === typed.ground)
    const errors: FieldErrors = {}
    if (!ground) errors.arsyeja = t.groundError
    if (lengthOf(typed.note) > 1000) errors.shpjegimi = t.noteError
    if (!ground || errors.shpjegimi) return commentPage(c, services, official, { typed, errors, status: 422 })
    return move(c, services, official, form, { move: 'hold', ground, note: typed.note || null })
  })

  officeRoute(app, 'POST', officeUrls.release(':id'), may['comments.moderate'], async (c, official) =>
    move(c, services, official, await readForm(c), { move: 'release' }),
  )
}

type Move = Parameters<typeof moderateComment>[4]

async function move(
  c: WebContext,
  services: Services,
  official: Official,
  form: FormData,
  what: Move,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const from = COMMENT_STATES.find((state) => state === textField(form, 'gjendja'))
  const outcome = await moderateComment(services, official, id, Number(textField(form, 'versioni')), { ...what, from })
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${officeUrls.comment(id)}?u=${what.move === 'hold' ? 'mbajt' : 'lirua'}`)
    case 'moved-meanwhile':
      return commentPage(c, services, official, {
        errors: { permbajtja: textsIn(c.get('lang')).office.movedMeanwhile },
        status: 409,
      })
    case 'not-permitted':
    case 'no-such-comment':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

/** A name that is not public, or words that wait, are somebody's own: that an official saw them can be read by that person. */
const noteSeen = (services: Services, official: Official, { comment }: ModerationView, what: 'opened' | 'downloaded') =>
  noteAccess(services, official, {
    institutionId: comment.institutionId,
    subject: `consultations.comment:${comment.id}`,
    contactId: comment.contactId,
    what,
  })

export type Again = { typed?: { ground: string; note: string }; errors?: FieldErrors; status?: number }

/** With what a form brought, where it has to be mended. */
export async function commentPage(
  c: WebContext,
  services: Services,
  official: Official,
  again: Again = {},
): Promise<Response> {
  const view = await viewForModeration(services, official, c.req.param('id') ?? '', c.req.query('lista') ?? null)
  if (!view) throw notFound()
  await noteSeen(services, official, view, 'opened')
  const { office: t, assignment, labels, redaction } = textsIn(c.get('lang'))
  const done = { mbajt: t.held, lirua: t.released, caktoi: assignment.done, mbuloi: redaction.done, ...labels.done }
  const status = doneWords(done, c.req.query('u'))
  const { typed, errors } = again
  return html(
    c,
    <ModerationPage
      page={pageOf(c, services, null)}
      view={view}
      status={status}
      form={randomUUID()}
      {...(typed ? { typed } : {})}
      {...(errors ? { errors } : {})}
    />,
    { status: again.status ?? 200 },
  )
}
