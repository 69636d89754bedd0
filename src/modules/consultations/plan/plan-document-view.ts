import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { textsIn } from '../texts.ts'
import { planUrls } from '../urls.ts'
import type { PlanContent, Section } from './content-rules.ts'
import { monitoringBlocks, type Achieved } from './monitoring-blocks-view.ts'
import { resourceBlocks, responseBlocks, scopeBlocks, timelineBlocks } from './section-blocks-view.ts'
import { isContradiction, warningsOf, type Warning } from './warning-rules.ts'
import { warningWords } from './warning-texts.ts'

export type PlanOnPaper = {
  id: string
  content: PlanContent
  achieved: Achieved
  institution: string
  zone: string
  version: number
  versionAt: Date
  reason: string | null
}

/** The filled form in the form's own layout: what the page shows, and what DOCX and PDF print. */
export function planDocument(lang: Lang, plan: PlanOnPaper, baseUrl: string): FormDocument {
  const t = textsIn(lang).plans
  const { content } = plan
  return {
    lang,
    wordsLang: 'sq',
    form: t.form.formTitle,
    title: lang === 'en' ? (content.scope.titleEn ?? content.scope.title) : content.scope.title,
    institution: plan.institution,
    lead: [
      t.page.version(plan.version, formatDay(lang, plan.versionAt, plan.zone)),
      ...(plan.reason === null ? [] : [t.page.reason(plan.reason)]),
    ].join('. '),
    kept: t.page.kept,
    address: `${baseUrl}${planUrls.version(plan.id, plan.version)}`,
    page: t.page.paperPage,
    blocks: planBlocks(lang, content, plan.achieved),
  }
}

/** Its five sections, each with what was noted on it and what does not agree. */
export function planBlocks(lang: Lang, content: PlanContent, achieved: Achieved): FormBlock[] {
  const warnings = warningsOf(content).filter(isContradiction)
  const { scope, timeline, resources, responses, monitoring } = content
  return [
    ...sectionWith(lang, 1, scope.notes, warnings, scopeBlocks(lang, scope)),
    ...sectionWith(lang, 2, timeline.notes, warnings, timelineBlocks(lang, timeline)),
    ...sectionWith(lang, 3, resources.notes, warnings, resourceBlocks(lang, resources)),
    ...sectionWith(lang, 4, responses.notes, warnings, responseBlocks(lang, responses)),
    ...sectionWith(lang, 5, monitoring.notes, warnings, monitoringBlocks(lang, monitoring, achieved)),
  ]
}

/** One of them alone, as it stands in the office beside its form. */
export function sectionBlocks(lang: Lang, section: Section, content: PlanContent): FormBlock[] {
  switch (section) {
    case 1:
      return scopeBlocks(lang, content.scope)
    case 2:
      return timelineBlocks(lang, content.timeline)
    case 3:
      return resourceBlocks(lang, content.resources)
    case 4:
      return responseBlocks(lang, content.responses)
    case 5:
      return monitoringBlocks(lang, content.monitoring, new Map())
  }
}

function sectionWith(
  lang: Lang,
  n: Section,
  notes: readonly string[],
  warnings: readonly Warning[],
  blocks: readonly FormBlock[],
): FormBlock[] {
  const t = textsIn(lang).plans.form
  return [
    { kind: 'heading', level: 2, id: `pjesa-${n}`, words: `${n}. ${t.sections[n]}` },
    ...(blocks.length === 0 ? [{ kind: 'paragraph', words: t.empty, quiet: true } as const] : blocks),
    // What concerns two sections is told at the later one.
    ...warnings
      .filter(({ sections }) => sections.at(-1) === n)
      .map(
        (warning) => ({ kind: 'note', label: t.disagreement, words: warningWords(lang, warning), ours: true }) as const,
      ),
    ...notes.map((words) => ({ kind: 'note', label: t.notes, words }) as const),
  ]
}
