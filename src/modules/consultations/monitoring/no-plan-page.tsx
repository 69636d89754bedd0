import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { officePlanUrls, officeUrls } from '../urls.ts'

type Props = { page: PageContext; consultation: { id: string; title: string }; mayWrite: boolean }

/** A consultation without a plan: why nothing is compared, and what can still be done. */
export const NoPlanPage = ({ page, consultation: { id, title }, mayWrite }: Props) => {
  const { lang } = page
  const t = textsIn(lang).monitoring.office
  return (
    <Layout
      page={page}
      title={`${t.noPlanTitle}: ${title}`}
      office
      back={{ href: inLanguage(lang, officeUrls.consultation(id)), label: title }}
    >
      <p class="govuk-caption-l">{title}</p>
      <h1 class="govuk-heading-l">{t.noPlanTitle}</h1>
      {t.noPlan.map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
      {mayWrite && (
        <p class="govuk-body">
          <a href={inLanguage(lang, `${officePlanUrls.create()}?konsultimi=${id}`)}>{t.writePlan}</a>
        </p>
      )}
    </Layout>
  )
}
