import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { COUNTING_TOOLS, FINDINGS, JUDGING_TOOLS, PROCESS_QUESTIONS, type PlanContent } from '../plan/content-rules.ts'
import { tick, toolList, valueLines, yesOrNo } from '../plan/monitoring-blocks-view.ts'
import { heading, table } from '../plan/section-blocks-view.ts'
import { isContradiction, warningsOf } from '../plan/warning-rules.ts'
import { warningWords } from '../plan/warning-texts.ts'
import { textsIn } from '../texts.ts'
import { achievedWords, formulaWords, proposalWords } from './achieved-texts.ts'
import type { MonitoringContent, Stage } from './monitoring-rules.ts'
import { monitoringUrls } from './urls.ts'

/** The fifth section of the form in the order of the paper, with what was achieved beside what was planned. */
export function monitoringDocumentBlocks(lang: Lang, content: MonitoringContent, plan: PlanContent): FormBlock[] {
  const t = textsIn(lang).monitoring
  return [
    { kind: 'paragraph', words: t.planVersion(content.plan.version), quiet: true },
    ...(content.plan.afterOpening ? [note(lang, t.afterOpening(formatDate(lang, content.plan.publishedOn)))] : []),
    ...processBlocks(lang, content),
    ...indicatorBlocks(lang, content),
    ...disagreements(lang, content, plan),
    ...qualityBlocks(lang, content),
    ...keptBlocks(lang, content),
    ...content.notes.map((words) => ({ kind: 'note', label: textsIn(lang).plans.form.notes, words }) as const),
  ]
}

const note = (lang: Lang, words: string): FormBlock => ({
  kind: 'note',
  label: textsIn(lang).plans.form.notes,
  words,
  ours: true,
})

const lines = (words: string | null): string[] => (words === null ? [] : [words])

function processBlocks(lang: Lang, { process, proposal }: MonitoringContent): FormBlock[] {
  const { plans, monitoring } = textsIn(lang)
  const { form } = plans
  return [
    ...table(
      'procesi',
      form.monitoring.process,
      [form.monitoring.process, form.monitoring.adequate, form.monitoring.improvements],
      PROCESS_QUESTIONS.map((key) => [
        [form.processQuestions[key]],
        [yesOrNo(lang, process[key].answer)],
        lines(process[key].measure),
      ]),
    ),
    ...(proposal === null
      ? []
      : ([
          heading('afati', monitoring.proposal.title),
          { kind: 'list', items: proposalWords(lang, proposal) },
        ] as const)),
  ]
}

function indicatorBlocks(lang: Lang, { indicators, counts, countingTools }: MonitoringContent): FormBlock[] {
  const { plans, monitoring } = textsIn(lang)
  const { form } = plans
  const columns = form.monitoring
  return [
    ...table(
      'sasiore',
      columns.indicators,
      [columns.indicators, columns.planned, columns.achieved, columns.adequate, columns.improvements],
      indicators.map((one) => [
        [tick(lang, one.selected, form.indicators[one.key]), ...lines(one.name)],
        valueLines(one.plannedNumber, one.plannedWords),
        achievedWords(lang, one),
        [yesOrNo(lang, one.adequate)],
        lines(one.measure),
      ]),
    ),
    heading('si-u-numeruan', monitoring.formulas.title),
    {
      kind: 'list',
      items: indicators.map(({ key }) => `${form.indicators[key]}: ${formulaWords(lang, key, counts)}`),
    },
    heading('mjetet-sasiore', columns.countingTools),
    toolList(lang, COUNTING_TOOLS, form.countingTools, countingTools),
  ]
}

/** Planned figures that do not agree with each other stand again beside what came of them. */
function disagreements(lang: Lang, { counts }: MonitoringContent, plan: PlanContent): FormBlock[] {
  const { monitoring, plans } = textsIn(lang)
  const meetings = counts === null ? monitoring.unknown : formatNumber(counts.meetings)
  return warningsOf(plan)
    .filter(isContradiction)
    .map((warning) => ({
      kind: 'note',
      label: plans.form.disagreement,
      words: monitoring.disagreement(warningWords(lang, warning), meetings),
      ours: true,
    }))
}

function qualityBlocks(lang: Lang, { findings, judgingTools }: MonitoringContent): FormBlock[] {
  const { form } = textsIn(lang).plans
  const columns = form.monitoring
  return [
    ...table(
      'cilesore',
      columns.findings,
      [columns.findings, columns.found, columns.improvements],
      FINDINGS.map((key) => {
        const one = findings[key]
        return [
          [tick(lang, one.selected, form.findings[key]), ...lines(one.name)],
          lines(one.finding),
          lines(one.measure),
        ]
      }),
    ),
    heading('mjetet-cilesore', columns.judgingTools),
    toolList(lang, JUDGING_TOOLS, form.judgingTools, judgingTools),
  ]
}

function keptBlocks(lang: Lang, { kept }: MonitoringContent): FormBlock[] {
  const t = textsIn(lang).monitoring.kept
  return table(
    'masat-e-marra',
    t.title,
    [t.measure, t.kept, t.note],
    kept.map((one) => [[one.words, t.from(one.fromTitle)], [yesOrNo(lang, one.kept)], lines(one.note)]),
  )
}

export type MonitoringOnPaper = {
  planId: string
  title: string
  stage: Stage
  content: MonitoringContent
  plan: PlanContent
  institution: string
  zone: string
  version: number
  versionAt: Date
  reason: string | null
}

/** The same as a file of its own. */
export function monitoringDocument(lang: Lang, of: MonitoringOnPaper, baseUrl: string): FormDocument {
  const t = textsIn(lang).monitoring
  const when = formatDay(lang, of.versionAt, of.zone)
  return {
    lang,
    wordsLang: 'sq',
    form: t.form,
    title: of.title,
    institution: of.institution,
    lead: [
      t.page.version(of.version, t.stages[of.stage], when),
      ...(of.reason === null ? [] : [t.page.reason(of.reason)]),
    ].join('. '),
    kept: t.page.kept,
    address: `${baseUrl}${monitoringUrls.version(of.planId, of.version)}`,
    page: t.page.paperPage,
    blocks: monitoringDocumentBlocks(lang, of.content, of.plan),
  }
}
