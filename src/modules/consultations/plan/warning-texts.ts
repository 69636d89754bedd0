import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import type { Warning } from './warning-rules.ts'

/** A warning in words. */
export function warningWords(lang: Lang, warning: Warning): string {
  const t = textsIn(lang).plans.warnings
  switch (warning.kind) {
    case 'counts-differ':
      return t.countsDiffer(warning.planned, warning.told, warning.words)
    case 'timeline-differs':
      return t.timelineDiffers(textsIn(lang).plans.form.activityKinds[warning.of], warning.planned, warning.timeline)
    case 'fewer-parties':
      return t.fewerParties(warning.parties, warning.categories)
    case 'period-differs':
      return t.periodDiffers(warning.years)
    case 'no-audience':
      return t.noAudience
    case 'no-response-channel':
      return t.noResponseChannel
    case 'personal-address':
      return t.personalAddress(warning.address)
  }
}
