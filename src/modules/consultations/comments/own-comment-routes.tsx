import { doneWords } from '#platform/http/done-words.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import { isTooMany } from '#platform/http/rate-limits.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { ownCommentUrls } from '../urls.ts'
import { typedOfAnswers } from '../questions/answer-form.ts'
import { readCorrectionForm, type Correction } from './comment-form.ts'
import { CORRECTIONS_PER_COMMENT, refusalToConfirm } from './comment-rules.ts'
import { confirmComment } from './confirm-comment.ts'
import { correctComment, type Corrected } from './correct-comment.ts'
import { canMakePdf } from './make-own-receipt.ts'
import {
  ConfirmCommentPage,
  CorrectCommentPage,
  MyCommentsPage,
  OwnCommentPage,
  WithdrawCommentPage,
} from './own-comment-page.tsx'
import {
  proofOf,
  viewCorrection,
  viewOwnComment,
  viewOwnComments,
  type CorrectionView,
  type OwnCommentView,
} from './own-comment-view.ts'
import { ownReceiptRoutes } from './own-receipt-routes.ts'
import { withdrawComment } from './withdraw-comment.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the guesser from being a load. */
const TRIES = { count: 600, minutes: 60 }

/** What the author of a comment does with it, by the private link or signed in. */
export function ownCommentRoutes(app: WebApp, services: Services): void {
  app.get(ownCommentUrls.mine(), async (c) => {
    const visitor = c.get('visitor')
    if (visitor === null) return redirect(c, `/hyr?pastaj=${ownCommentUrls.mine()}`)
    if (visitor.kind !== 'citizen') throw new Refused(403, 'not-permitted')
    const comments = await viewOwnComments(services, c.get('lang'), visitor.contactId)
    return html(c, <MyCommentsPage page={pageOf(c, services, null)} email={visitor.email} comments={comments} />)
  })

  app.get(ownCommentUrls.one(':key'), async (c) => {
    const view = await ownView(c, services)
    const page = pageOf(c, services, view.institution)
    if (view.own.state !== 'sent') {
      return html(c, <OwnCommentPage page={page} view={view} status={statusOf(c)} pdf={canMakePdf()} />)
    }
    const refusal = refusalToConfirm(view.own, services.clock.now())
    const words = refusal && textsIn(c.get('lang')).own.confirmationRefusals[refusal]
    return html(c, <ConfirmCommentPage page={page} view={view} refusal={words} />)
  })

  app.post(ownCommentUrls.confirmation(':key'), async (c) => {
    const key = keyOf(c)
    await limitTries(c, services)
    const outcome = await confirmComment(services, key)
    if (outcome.kind === 'no-such-comment') throw notFound()
    if (outcome.kind === 'confirmed') return redirect(c, ownCommentUrls.one(key))
    const view = await ownView(c, services)
    const words = textsIn(c.get('lang')).own.confirmationRefusals[outcome.refusal]
    return html(c, <ConfirmCommentPage page={pageOf(c, services, view.institution)} view={view} refusal={words} />, {
      status: 409,
    })
  })

  correctionRoutes(app, services)
  withdrawalRoutes(app, services)
  ownReceiptRoutes(app, services)
}

function correctionRoutes(app: WebApp, services: Services): void {
  app.get(ownCommentUrls.correction(':key'), async (c) => {
    const view = await ownView(c, services)
    if (!view.mayChange) return redirect(c, ownCommentUrls.one(view.key))
    const { own } = view
    const correction = await viewCorrection(services, own)
    const typed = {
      komenti: own.body,
      ...(own.suggestion === null ? {} : { formulimi: own.suggestion }),
      ...typedOfAnswers(correction.asked, own.answers),
    }
    return correctionPage(c, services, { view, correction, typed, errors: {}, status: 200 })
  })

  app.post(ownCommentUrls.correction(':key'), async (c) => {
    const sent = await readForm(c)
    const texts = textsIn(c.get('lang'))
    const view = await ownView(c, services)
    const correction = await viewCorrection(services, view.own)
    const form = readCorrectionForm(sent, texts, correction.asked, view.own)
    const again = (errors: FieldErrors, status: number) =>
      correctionPage(c, services, { view, correction, typed: form.typed, errors, status })
    if (!form.ok) return again(form.errors, 422)
    const proof = proofOf(keyOf(c), c.get('visitor'))
    if (!proof) throw notFound()
    await limitTries(c, services)
    if (await isTooMany(services, 'correct-comment', keyOf(c), CORRECTIONS_PER_COMMENT))
      return again({ komenti: texts.form.errors.tooMany }, 429)
    const outcome = await correctComment(
      services,
      proof,
      correctedBy(form.value, view, correction),
      form.value.fromVersion,
    )
    if (outcome.kind === 'no-such-comment') throw notFound()
    if (outcome.kind === 'changed') return redirect(c, `${ownCommentUrls.one(keyOf(c))}?u=ndryshua`)
    const status = outcome.refusal === 'unchanged' ? 422 : 409
    return again({ komenti: texts.own.changeRefusals[outcome.refusal] }, status)
  })
}

/** Answers to questions that are not asked any more stay as they were given. */
function correctedBy(form: Correction, { own }: OwnCommentView, { asked }: CorrectionView): Corrected {
  const { body, suggestion, answers } = form
  const before = own.answers.filter((answer) => !asked.some(({ id }) => id === answer.question))
  return { body, answers: [...answers, ...before], ...(suggestion === undefined ? {} : { suggestion }) }
}

type CorrectionShown = {
  view: OwnCommentView
  correction: CorrectionView
  typed: Typed
  errors: FieldErrors
  status: number
}

function correctionPage(c: WebContext, services: Services, shown: CorrectionShown): Response | Promise<Response> {
  const { view, correction, typed, errors, status } = shown
  const page = pageOf(c, services, view.institution)
  const version = Number(typed.versioni) || view.own.version
  return html(c, <CorrectCommentPage {...{ page, view, correction, typed, version, errors }} />, { status })
}

function withdrawalRoutes(app: WebApp, services: Services): void {
  app.get(ownCommentUrls.withdrawal(':key'), async (c) => {
    const view = await ownView(c, services)
    if (!view.mayChange) return redirect(c, ownCommentUrls.one(view.key))
    return html(c, <WithdrawCommentPage page={pageOf(c, services, view.institution)} view={view} refusal={null} />)
  })

  app.post(ownCommentUrls.withdrawal(':key'), async (c) => {
    const proof = proofOf(keyOf(c), c.get('visitor'))
    if (!proof) throw notFound()
    await limitTries(c, services)
    const outcome = await withdrawComment(services, proof)
    if (outcome.kind === 'no-such-comment') throw notFound()
    if (outcome.kind === 'changed') return redirect(c, `${ownCommentUrls.one(keyOf(c))}?u=terhoq`)
    const view = await ownView(c, services)
    const words = textsIn(c.get('lang')).own.changeRefusals[outcome.refusal]
    return html(c, <WithdrawCommentPage page={pageOf(c, services, view.institution)} view={view} refusal={words} />, {
      status: 409,
    })
  })
}

async function limitTries(c: WebContext, services: Services): Promise<void> {
  if (await isTooMany(services, 'own-comment', c.get('address'), TRIES)) throw new Refused(429, 'too-many')
}

const keyOf = (c: WebContext): string => c.req.param('key') ?? ''

async function ownView(c: WebContext, services: Services): Promise<OwnCommentView> {
  const view = await viewOwnComment(services, c.get('lang'), keyOf(c), c.get('visitor'))
  if (!view) throw notFound()
  return view
}

/** What the deed before the redirect has done. */
function statusOf(c: WebContext): string | null {
  const t = textsIn(c.get('lang')).own
  const { done } = textsIn(c.get('lang')).groups.own
  return doneWords({ ndryshua: t.corrected, terhoq: t.withdrawn, 'jashte-grupit': done }, c.req.query('u'))
}
