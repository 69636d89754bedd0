import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { textsIn } from '../texts.ts'
import type { UnlinkView } from './office-view.ts'
import { effectUrls } from './urls.ts'

type Props = { page: PageContext; view: UnlinkView; errors?: FieldErrors; typed?: Typed }

/** Before a link is taken back: what it was, and, where everybody has read it, why it goes. */
export const UnlinkPage = ({ page, view, errors = {}, typed = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang).effects.office
  const { record, link, name } = view
  return (
    <Layout
      page={page}
      title={t.unlinkTitle}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, `${effectUrls.office(record.id)}?versioni=${link.n}`), label: t.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.unlinkTitle}</h1>
      <p class="govuk-body">{t.unlinkLead(link.code, name, link.n)}</p>
      {link.public && link.versionPublished && <p class="govuk-body">{t.unlinkPublic}</p>}
      <form method="post" action={inLanguage(lang, effectUrls.unlink(record.id, link.id))} novalidate data-submit-once>
        <TextAreaField
          name="arsyeja"
          label={t.reason}
          value={typed.arsyeja}
          error={errors.arsyeja}
          rows={3}
          maxLength={1000}
        />
        <Button>{t.confirmUnlink}</Button>
      </form>
    </Layout>
  )
}
