import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

/** Where whoever reads what was answered learns how to complain. */
export const ComplaintLink = ({ lang, slug }: { lang: Lang; slug: string }) => (
  <p class="govuk-body">
    <a href={inLanguage(lang, `${consultationUrls.one(slug)}/ankimi`)}>{textsIn(lang).reports.page.complaint}</a>
  </p>
)
