import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { StoryStep } from './story-rules.ts'
import { SCORES } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'

/** What one step of the story is called. */
export function storyTitle(lang: Lang, { kind, n, channel, way }: StoryStep): string {
  const texts = tellingTexts(lang)
  const t = texts.story
  switch (kind) {
    case 'grouped':
      return t.grouped
    case 'moved':
      return t.moved(n ?? 0)
    case 'answered':
      return t.answered
    case 'corrected':
      return t.corrected
    case 'changed':
      return t.changed(n ?? 0)
    case 'told':
      return t.told[channel ?? 'page']
    case 'handed':
      return way === null || way === 'not-reached' ? t.notReached : t.handed(texts.papers.ways[way])
    case 'rated':
      return t.rated(texts.rating.scores[SCORES.find((score) => score === n) ?? 1])
  }
}

/** The story as it is printed, line by line. */
export const storyLines = (lang: Lang, zone: string, story: readonly StoryStep[]): { label: string; value: string }[] =>
  story.map((step) => ({ label: formatMoment(lang, step.at, zone), value: lineOf(lang, step) }))

function lineOf(lang: Lang, step: StoryStep): string {
  const texts = tellingTexts(lang)
  const t = texts.story
  const { decision, ground, role, code, entry } = step
  return [
    `${storyTitle(lang, step)}${code === null ? '' : ` (${code})`}`,
    ...(decision === null
      ? []
      : [t.decision(texts.decisions[decision] + (ground ? ` (${texts.grounds[ground]})` : ''))]),
    ...(role === null ? [] : [t.decidedBy(role)]),
    ...(entry === null ? [] : [t.entry(formatNumber(entry))]),
  ].join('. ')
}
