import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { textsIn } from '../texts.ts'
import {
  COUNTING_TOOLS,
  FINDINGS,
  INDICATORS,
  JUDGING_TOOLS,
  PROCESS_QUESTIONS,
  type Monitoring,
} from './content-rules.ts'
import { heading, table } from './section-blocks-view.ts'
import type { AchievedValue } from './published-plan-queries.ts'

/** What was reached so far, by indicator. */
export type Achieved = ReadonlyMap<string, AchievedValue>

/** Section 5: what everything will be measured by. All rows of the form stand, ticked or not. */
export function monitoringBlocks(lang: Lang, monitoring: Monitoring, achieved: Achieved): FormBlock[] {
  const t = textsIn(lang).plans.form
  return [
    ...table(
      'procesi',
      t.monitoring.process,
      [t.monitoring.process, t.monitoring.adequate, t.monitoring.improvements],
      PROCESS_QUESTIONS.map((key) => {
        const { answer, measure } = monitoring.process[key]
        return [[t.processQuestions[key]], [yesOrNo(lang, answer)], measure === null ? [] : [measure]]
      }),
    ),
    ...indicatorTable(lang, monitoring, achieved),
    heading('mjetet-sasiore', t.monitoring.countingTools),
    toolList(lang, COUNTING_TOOLS, t.countingTools, monitoring.countingTools),
    ...table(
      'cilesore',
      t.monitoring.findings,
      [t.monitoring.findings, t.monitoring.found, t.monitoring.improvements],
      FINDINGS.map((key) => {
        const { name, selected, finding, measure } = monitoring.findings[key]
        const label = tick(lang, selected, t.findings[key])
        return [
          name === null ? [label] : [label, name],
          ...[finding, measure].map((one) => (one === null ? [] : [one])),
        ]
      }),
    ),
    heading('mjetet-cilesore', t.monitoring.judgingTools),
    toolList(lang, JUDGING_TOOLS, t.judgingTools, monitoring.judgingTools),
  ]
}

export const yesOrNo = (lang: Lang, answer: boolean | null): string => {
  const t = textsIn(lang).plans.form
  return answer === null ? t.yesOrNo : answer ? t.yes : t.no
}

export const tick = (lang: Lang, selected: boolean | null, words: string): string => {
  const t = textsIn(lang).plans.form
  return selected === null ? t.unknownTick(words) : selected ? t.ticked(words) : t.unticked(words)
}

function indicatorTable(lang: Lang, monitoring: Monitoring, achieved: Achieved): FormBlock[] {
  const t = textsIn(lang).plans.form
  const columns = t.monitoring
  return table(
    'sasiore',
    columns.indicators,
    [columns.indicators, columns.planned, columns.achieved, columns.adequate, columns.improvements],
    INDICATORS.map((key) => {
      const one = monitoring.indicators[key]
      const reached = achieved.get(key)
      return [
        [tick(lang, one.selected, t.indicators[key]), ...(one.name === null ? [] : [one.name])],
        valueLines(one.plannedNumber, one.plannedWords),
        reached ? achievedLines(lang, reached) : [],
        [yesOrNo(lang, reached?.adequate ?? null)],
        one.measure === null ? [] : [one.measure],
      ]
    }),
  )
}

/** A corrected figure is never shown without why. */
const achievedLines = (lang: Lang, { achievedNumber, achievedWords, achievedReason }: AchievedValue): string[] => [
  ...valueLines(achievedNumber, achievedWords),
  ...(achievedReason === null ? [] : [textsIn(lang).monitoring.achieved.reason(achievedReason)]),
]

export const valueLines = (number: number | null, words: string | null): string[] => [
  ...(number === null ? [] : [formatNumber(number)]),
  ...(words === null ? [] : [words]),
]

export function toolList<Tool extends string>(
  lang: Lang,
  known: readonly Tool[],
  names: Record<Tool, string>,
  { selected, other }: { selected: readonly Tool[]; other: string | null },
): FormBlock {
  const label = textsIn(lang).plans.form.monitoring.otherTool
  return {
    kind: 'list',
    items: [
      ...known.map((one) => tick(lang, selected.includes(one), names[one])),
      tick(lang, other !== null, other === null ? label : `${label}: ${other}`),
    ],
  }
}
