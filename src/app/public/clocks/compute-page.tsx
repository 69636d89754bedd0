import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { AnyCalculator } from './calculator-part.tsx'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

type Props = { page: PageContext; typed: Typed; errors: FieldErrors }

/** The calculator that chooses the rule, by itself: where it comes back with something to mend. */
export const ComputePage = ({ page, typed, errors }: Props) => {
  const { lang } = page
  const t = clockTexts(lang)
  return (
    <Layout
      page={page}
      title={t.calculator.title}
      back={{ href: inLanguage(lang, clockUrls.list()), label: t.rule.back }}
      canonical={clockUrls.compute()}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={t.calculator.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.calculator.title}</h1>
      <p>{t.calculator.lead}</p>
      <AnyCalculator lang={lang} typed={typed} errors={errors} />
    </Layout>
  )
}
