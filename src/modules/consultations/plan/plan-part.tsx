import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { planUrls } from '../urls.ts'
import type { PlanOfConsultation } from './published-plan-view.ts'

type Props = { lang: Lang; slug: string; plan: PlanOfConsultation | null }

/** On the page of a consultation: how it was planned, in a few lines, and where the plan is read. */
export const PlanPart = ({ lang, slug, plan }: Props) => {
  if (!plan) return null
  const t = textsIn(lang).plans
  const { audiences, planned, responses, coordinator } = plan
  return (
    <section aria-labelledby="plani">
      <h2 class="govuk-heading-l" id="plani">
        {t.page.onConsultation}
      </h2>
      <p class="govuk-body">{t.page.inShort(audiences, planned)}</p>
      {responses !== null && (
        <p class="govuk-body" lang={lang === 'sq' ? undefined : 'sq'}>
          {responses}
        </p>
      )}
      {coordinator.role !== null && (
        <p class="govuk-body">
          {t.form.scope.coordinator}: <span lang={lang === 'sq' ? undefined : 'sq'}>{coordinator.role}</span>
          {coordinator.address !== null && <>, {coordinator.address}</>}
        </p>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, planUrls.ofConsultation(slug))}>{t.page.of}</a>
      </p>
    </section>
  )
}
