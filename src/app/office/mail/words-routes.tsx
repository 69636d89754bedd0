import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { LANGUAGES } from '#platform/i18n/language.ts'
import { changePhrases } from '#platform/mail/change-phrases.ts'
import { LONGEST_CLOSING, LONGEST_OPENING } from '#platform/mail/phrase-rules.ts'
import type { Services } from '#platform/services.ts'
import { mailPermissions as may } from './permissions.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'
import { WordsPage } from './words-page.tsx'
import { viewWords } from './words-view.ts'

/** The words around the letters of an institution. */
export function wordsRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', mailUrls.words(), may['mail.words'], async (c, official) => {
    const view = await viewWords(services, c.get('lang'), official, c.req.query('institucioni') ?? '')
    if (!view) throw notFound()
    const status = doneWords(mailTexts(c.get('lang')).done, c.req.query('bere'))
    return html(c, <WordsPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'POST', mailUrls.words(), may['mail.words'], (c, official) => postWords(c, services, official))
}

async function postWords(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const uiLang = c.get('lang')
  const view = await viewWords(services, uiLang, official, textField(form, 'institucioni'))
  const lang = LANGUAGES.find((one) => one === textField(form, 'gjuha'))
  if (!view?.institution || !lang) throw notFound()
  const [top, end] = [`krye-${lang}`, `fund-${lang}`]
  const opening = textField(form, top)
  const closing = textField(form, end)
  const t = mailTexts(uiLang).words.errors
  const errors: FieldErrors = {}
  if (lengthOf(opening) > LONGEST_OPENING) errors[top] = t.opening
  if (lengthOf(closing) > LONGEST_CLOSING) errors[end] = t.closing
  const again = { lang, typed: typedOf(form, [top, end]), errors, changedMeanwhile: false }
  const page = pageOf(c, services, null)
  if (Object.keys(errors).length > 0) {
    return html(c, <WordsPage page={page} view={view} status={null} again={again} />, { status: 422 })
  }
  const { id: institutionId } = view.institution
  const seen = Number(textField(form, 'versioni')) || 0
  if ((await changePhrases(services, official, { institutionId, lang, opening, closing, seen })) === 'changed') {
    return redirect(c, `${mailUrls.words()}?institucioni=${institutionId}&bere=fjalet`)
  }
  const now = (await viewWords(services, uiLang, official, institutionId)) ?? view
  const conflict = { ...again, errors: { [top]: t.meanwhile }, changedMeanwhile: true }
  return html(c, <WordsPage page={page} view={now} status={null} again={conflict} />, { status: 409 })
}
