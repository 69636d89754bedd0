import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { figureWords } from './figure-words-texts.ts'
import { FIGURE_GROUPS, GROUPS, type FigureGroup } from './report-figure-rules.ts'
import type { PublishedReport } from './report-queries.ts'
import type { WordPart } from './report-rules.ts'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

type OnPaper = { report: PublishedReport; institution: { name: string; slug: string; zone: string } }

/** What DOCX and PDF print: the words, the figures as they were frozen, and how they are counted. */
export function reportDocument(lang: Lang, { report, institution }: OnPaper, baseUrl: string): FormDocument {
  const t = figureTexts(lang).report
  const version = t.version(report.version, formatDay(lang, report.versionAt, institution.zone))
  return {
    lang,
    wordsLang: 'sq',
    form: t.kind,
    title: t.title(report.year),
    institution: institution.name,
    lead: [version, ...(report.reason === null ? [] : [t.reason(report.reason)])].join('. '),
    kept: t.kept,
    address: `${baseUrl}${figureUrls.version(institution.slug, report.year, report.version)}`,
    page: t.paperPage,
    blocks: [
      ...introduction(lang, report),
      ...GROUPS.flatMap((group) => groupBlocks(lang, report, group)),
      { kind: 'heading', level: 2, id: 'numerimi', words: t.counted },
      { kind: 'paragraph', words: t.frozen(formatMoment(lang, report.countedAt, institution.zone)) },
      { kind: 'list', items: t.countedWords },
    ],
  }
}

const said = (lang: Lang, { words }: PublishedReport, part: WordPart): string[] => {
  const own = words[part]
  return own ? ((lang === 'en' ? own.en : null) ?? own.sq).split(/\n{2,}/) : []
}

function introduction(lang: Lang, report: PublishedReport): FormBlock[] {
  const words = said(lang, report, 'introduction')
  if (words.length === 0) return []
  return [
    { kind: 'heading', level: 2, id: 'hyrja', words: figureTexts(lang).report.introduction },
    ...words.map((paragraph): FormBlock => ({ kind: 'paragraph', words: paragraph })),
  ]
}

/** What the institution found, then what was counted. */
function groupBlocks(lang: Lang, report: PublishedReport, group: FigureGroup): FormBlock[] {
  const t = figureTexts(lang).report
  return [
    { kind: 'heading', level: 2, id: group, words: t.groups[group] },
    ...said(lang, report, group).map((paragraph): FormBlock => ({ kind: 'paragraph', words: paragraph })),
    {
      kind: 'table',
      caption: t.groups[group],
      head: [t.figure, t.number],
      rows: FIGURE_GROUPS[group].map((key) => [[t.figures[key]], [figureWords(lang, report.figures[key])]]),
      shares: [75, 25],
    },
  ]
}
