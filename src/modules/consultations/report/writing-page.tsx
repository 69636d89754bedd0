import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { PlanDocument } from '../plan/plan-document-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { PARTS } from './report-rules.ts'

type Named = { id: string; title: string }
type Props = {
  page: PageContext
  consultation: Named
  typed: Typed
  errors: FieldErrors
  status: string | null
  /** Nothing was saved yet: the introduction is what the notice says. */
  prefilled: boolean
}

/** What the institution writes for the report: one form with ten parts, any of them empty. */
export const WritingPage = ({ page, consultation, typed, errors, status, prefilled }: Props) => {
  const { lang } = page
  const { reports, office } = textsIn(lang)
  const t = reports.writing
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.conclusion(consultation.id)), label: reports.conclusion.title }}
    >
      <ErrorSummary title={office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, officeUrls.reportPreview(consultation.id))}>{t.preview}</a>
      </p>
      <form
        method="post"
        action={inLanguage(lang, officeUrls.reportParts(consultation.id))}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        {PARTS.map((part) => (
          <>
            <TextAreaField
              name={part}
              label={t.partSq(reports.parts[part])}
              hint={prefilled && part === 'introduction' ? t.prefilled : undefined}
              value={typed[part]}
              error={errors[part]}
              lang="sq"
            />
            <Details summary={t.english} open={(typed[`${part}-en`] ?? '') !== ''}>
              <TextAreaField
                name={`${part}-en`}
                label={t.partEn(reports.parts[part])}
                value={typed[`${part}-en`]}
                error={errors[`${part}-en`]}
                lang="en"
              />
            </Details>
          </>
        ))}
        <Button kind="primary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
    </Layout>
  )
}

type PreviewProps = { page: PageContext; consultation: Named; blocks: readonly FormBlock[] }

/** The report as it would be published now. */
export const PreviewPage = ({ page, consultation, blocks }: PreviewProps) => {
  const { lang } = page
  const { reports } = textsIn(lang)
  const t = reports.writing
  return (
    <Layout
      page={page}
      title={`${t.previewTitle}: ${consultation.title}`}
      office
      back={{ href: inLanguage(lang, officeUrls.conclusion(consultation.id)), label: reports.conclusion.title }}
    >
      <h1 class="govuk-heading-l">{t.previewTitle}</h1>
      <Inset>{t.previewLead}</Inset>
      <PlanDocument lang="sq" blocks={blocks} />
    </Layout>
  )
}
