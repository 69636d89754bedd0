import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { Stage } from './monitoring-rules.ts'
import { monitoringUrls } from './urls.ts'

type Props = { lang: Lang; monitoring: { planId: string; stage: Stage } | null }

/** Where the monitoring stands; nothing where none is published. */
export const MonitoringLink = ({ lang, monitoring }: Props) => {
  if (monitoring === null) return null
  const t = textsIn(lang).monitoring
  return (
    <p class="govuk-body">
      <a href={inLanguage(lang, monitoringUrls.one(monitoring.planId))}>{t.link}</a> ({t.stages[monitoring.stage]})
    </p>
  )
}
