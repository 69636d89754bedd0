import { confirmEmailChange } from '#platform/auth/email-changes.ts'
import { ourCookie, PENDING_COOKIE } from '#platform/auth/session-cookie.ts'
import { askForCode, CODE_MINUTES } from '#platform/auth/sign-in.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { accountUrls } from './account-urls.ts'
import { PaperPage } from './paper-page.tsx'
import { isEmailLinkOpen, viewInvitation } from './paper-view.ts'
import { peopleTextsOf } from './people-texts.ts'

const ZONE = 'Europe/Tirane'

/** The pages behind links in letters about one's account. */
export function paperRoutes(app: WebApp, services: Services): void {
  app.get(accountUrls.invitation(':token'), (c) => invitation(c, services))
  app.post(accountUrls.invitation(':token'), (c) => postInvitation(c, services))
  app.get(accountUrls.newEmail(':token'), (c) => newEmail(c, services))
  app.post(accountUrls.newEmail(':token'), (c) => postNewEmail(c, services))
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

async function invitation(
  c: WebContext,
  services: Services,
  refusal: { error: string; status: number } | null = null,
): Promise<Response> {
  const lang = c.get('lang')
  const t = peopleTextsOf(lang).invitation
  const page = pageOf(c, services, null)
  const { state, paper } = await viewInvitation(services, lang, tokenOf(c))
  if (paper === null) {
    return html(c, <PaperPage page={page} title={t.dead} children={<p>{t.deadWords}</p>} />, { status: 404 })
  }
  if (state === 'used') return html(c, <PaperPage page={page} title={t.title} children={<p>{t.used}</p>} signIn />)
  const deed = { action: accountUrls.invitation(tokenOf(c)), label: t.submit }
  return html(
    c,
    <PaperPage page={page} title={t.title} deed={deed} error={refusal?.error ?? null}>
      <p>{t.words(paper.inviter || t.someone, paper.institution ?? t.everywhere)}</p>
      <SummaryList
        rows={[
          { key: t.email, value: paper.email },
          { key: t.expires, value: formatMoment(lang, paper.expiresAt, ZONE) },
        ]}
      />
      <p>{t.next}</p>
    </PaperPage>,
    { status: refusal?.status ?? 200 },
  )
}

/** Sends the code to the invited address, as if it had been typed at the door. */
async function postInvitation(c: WebContext, services: Services): Promise<Response> {
  const lang = c.get('lang')
  const { state, paper } = await viewInvitation(services, lang, tokenOf(c))
  if (state !== 'open' || paper === null) return invitation(c, services)
  const outcome = await askForCode(services, paper.email, lang, c.get('address'))
  if (outcome.kind === 'refused') {
    return invitation(c, services, { error: peopleTextsOf(lang).invitation.tooMany, status: 429 })
  }
  const pending = ourCookie(services.settings, PENDING_COOKIE, outcome.pendingId, CODE_MINUTES * 60)
  c.header('set-cookie', pending, { append: true })
  return redirect(c, accountUrls.code('/zyra'))
}

async function newEmail(c: WebContext, services: Services): Promise<Response> {
  const t = peopleTextsOf(c.get('lang')).email
  const page = pageOf(c, services, null)
  if (!(await isEmailLinkOpen(services, tokenOf(c)))) {
    return html(c, <PaperPage page={page} title={t.dead} children={<p>{t.deadWords}</p>} />, { status: 404 })
  }
  const deed = { action: accountUrls.newEmail(tokenOf(c)), label: t.submit }
  return html(c, <PaperPage page={page} title={t.title} deed={deed} children={<p>{t.words}</p>} />)
}

async function postNewEmail(c: WebContext, services: Services): Promise<Response> {
  const t = peopleTextsOf(c.get('lang')).email
  const page = pageOf(c, services, null)
  const outcome = await confirmEmailChange(services, tokenOf(c))
  if (outcome.kind === 'confirmed') {
    return html(c, <PaperPage page={page} title={t.done} children={<p>{t.doneWords(outcome.email)}</p>} signIn />)
  }
  const words = outcome.kind === 'email-taken' ? t.taken : t.deadWords
  return html(c, <PaperPage page={page} title={t.dead} children={<p>{words}</p>} />, { status: 409 })
}
