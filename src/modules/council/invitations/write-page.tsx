import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { councilUrls } from '../urls.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'
import type { WritingView } from './write-view.ts'

type Props = { page: PageContext; view: WritingView; typed: Typed; errors?: FieldErrors }

/** Anybody writes to a councillor, whose own address is never shown: the letter is a case of the institution. */
export const WritePage = ({ page, view, typed, errors = {} }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.write
  const { name, slug } = view
  return (
    <Layout
      page={page}
      title={t.title(name)}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, councilUrls.councillor(slug)), label: name }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(name)}</h1>
      <p class="govuk-body">{t.lead}</p>
      <form method="post" action={inLanguage(lang, publicUrls.writeTo(slug))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <TextField name="lenda" label={t.subject} value={typed.lenda} error={errors.lenda} />
        <TextAreaField
          name="shkrimi"
          label={t.words}
          value={typed.shkrimi}
          error={errors.shkrimi}
          rows={8}
          maxLength={CASE_LIMITS.words}
        />
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} autocomplete="name" />
        <TextField
          name="adresa"
          label={t.email}
          hint={t.emailHint}
          value={typed.adresa}
          error={errors.adresa}
          type="email"
          autocomplete="email"
        />
        <TextField
          name="telefoni"
          label={t.telephone}
          value={typed.telefoni}
          error={errors.telefoni}
          type="tel"
          autocomplete="tel"
        />
        <PrivacyNotice lang={lang} items={[{ what: t.keeps, howLong: t.keepsHow }]} />
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </Layout>
  )
}

export const WrittenPage = ({ page, view }: { page: PageContext; view: WritingView }) => {
  const { lang } = page
  const t = textsIn(lang).write
  return (
    <Layout page={page} title={t.sentTitle} robots="noindex">
      <h1 class="govuk-heading-l">{t.sentTitle}</h1>
      <p class="govuk-body">{t.sent}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, councilUrls.councillor(view.slug))}>{view.name}</a>
      </p>
    </Layout>
  )
}
