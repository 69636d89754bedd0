import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { PlannedAs } from './act-view.ts'
import { yearTexts } from './texts.ts'
import { actUrl, calendarUrl, yearUrls } from './urls.ts'

/** On the page of a consultation: that it was planned, and where everybody reads how the plan went. */
export const PlannedAsLine = ({ lang, plannedAs }: { lang: Lang; plannedAs: PlannedAs | null }) =>
  plannedAs && (
    <p class="govuk-body-s">
      <a href={inLanguage(lang, actUrl(plannedAs))}>
        {yearTexts(lang).page.onConsultation(plannedAs.number, plannedAs.year)}
      </a>
    </p>
  )

/** On the list of consultations: what is planned before there is a draft, and the year as a calendar. */
export const YearLinks = ({ lang, now }: { lang: Lang; now: Date }) => {
  const t = yearTexts(lang).page
  return (
    <p class="govuk-body">
      <a href={inLanguage(lang, yearUrls.current())}>{t.link}</a> ·{' '}
      <a href={inLanguage(lang, calendarUrl(now.getUTCFullYear()))}>{t.calendarLink}</a>
    </p>
  )
}
