import { inLanguage, type Lang } from '#platform/i18n/language.ts'

/** A quiet way on from a record to what else the office knows or can do of it. */
export const OfficeLink = ({ lang, href, label }: { lang: Lang; href: string; label: string }) => (
  <p class="govuk-body-s">
    <a href={inLanguage(lang, href)}>{label}</a>
  </p>
)
