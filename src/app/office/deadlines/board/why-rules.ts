import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { shortLawName } from '#platform/deadlines/explanation/law-name-rules.ts'
import { ruleOfVersion } from '#platform/deadlines/reckoning/reckon-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** Why a date is what it is, in one line: which term and which law; every day on the way stands on the deadline's page. */
export type Why =
  | { kind: 'day' }
  /** The institution's own term, where the law gives no number. */
  | { kind: 'own'; amount: string; law: string; mark: string | null }
  /** `clock`: "at most 10 working days". */
  | { kind: 'rule'; clock: string; law: string; mark: string | null }

/** Of a row alone: the board shows fifty, and none of them asks the calendar. */
export function whyOf(lang: Lang, deadline: Deadline): Why {
  const { basis, ruleId, ruleVersion, n, unit } = deadline
  const rule = ruleId === null || ruleVersion === null ? null : ruleOfVersion(ruleId, ruleVersion)
  if (basis === 'day' || n === null || unit === null) return { kind: 'day' }
  const t = explanationTexts(lang)
  const law = rule ? shortLawName(rule.lawName[lang]) : (ruleId ?? '')
  if (basis === 'own')
    return { kind: 'own', amount: t.amount(n, unit), law, mark: marksOf(lang, deadline, [t.marks.own]) }
  const secondary = rule?.confidence === 'S' ? [t.marks.secondary] : []
  return { kind: 'rule', clock: rule?.clock[lang] ?? t.amount(n, unit), law, mark: marksOf(lang, deadline, secondary) }
}

function marksOf(
  lang: Lang,
  { workBy, dueOn, estimated, chosenOn }: Deadline,
  known: readonly string[],
): string | null {
  const { marks } = explanationTexts(lang)
  const all = [
    ...known,
    // A day that the institution chose to work to is no reading of the law.
    ...(workBy < dueOn && chosenOn === null ? [marks.readings] : []),
    ...(estimated ? [marks.estimated] : []),
  ]
  return all.length > 0 ? all.join(', ') : null
}
