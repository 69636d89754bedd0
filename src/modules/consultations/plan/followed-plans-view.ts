import type { FollowedKind } from '#platform/subscriptions/followed-kind.ts'
import { textsIn } from '../texts.ts'
import { PLAN_KIND } from './plan-rules.ts'

const sentences = (lang: 'sq' | 'en') => {
  const t = textsIn(lang).plans.happenings
  return {
    'consultations.plan-published': () => t.published,
    'consultations.plan-changed': ({ version }: Readonly<Record<string, string>>) => t.changed(version ?? ''),
  }
}

/** What happens to a plan, for whoever follows it, or the consultation that it belongs to. */
export const planHappenings = { sq: sentences('sq'), en: sentences('en') }

/** Plans that stand before their consultation. They have no public days of their own. */
export const followedPlans: FollowedKind = {
  subjectKind: PLAN_KIND,
  happenings: planHappenings,
  daysOf: () => Promise.resolve([]),
}
