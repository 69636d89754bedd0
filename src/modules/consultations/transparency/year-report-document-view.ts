import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { figureWords } from './figure-words-texts.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportUrls } from './urls.ts'
import { FIGURE_GROUPS, keysOf, type FigureGroup, type YearFigures } from './figure-list-rules.ts'
import type { PublishedReport } from './year-report-queries.ts'

const GROUPS = Object.keys(FIGURE_GROUPS) as FigureGroup[]

type OnPaper = { report: PublishedReport; institution: { name: string; slug: string; zone: string } }

/** What DOCX and PDF print: the words, the figures as they were frozen, and how they are counted. */
export function yearReportDocument(lang: Lang, { report, institution }: OnPaper, baseUrl: string): FormDocument {
  const t = transparencyTexts(lang)
  const version = t.page.version(report.version, formatDay(lang, report.versionAt, institution.zone))
  return {
    lang,
    wordsLang: 'sq',
    form: t.page.kind,
    title: t.reportTitle(report.year),
    institution: institution.name,
    lead: [version, ...(report.reason === null ? [] : [t.page.reason(report.reason)])].join('. '),
    kept: t.page.kept,
    address: `${baseUrl}${yearReportUrls.version(report.year, institution.slug, report.version)}`,
    page: t.page.paperPage,
    blocks: [
      ...said('hyrja', t.page.introduction, report.introduction),
      ...figureBlocks(lang, report.figures, report.otherActs),
      ...said('veshtiresite', t.page.difficulties, report.difficulties),
      ...said('masat', t.page.measures, report.measures),
      { kind: 'heading', level: 2, id: 'numerimi', words: t.page.counted },
      { kind: 'paragraph', words: t.page.frozen(formatMoment(lang, report.countedAt, institution.zone)) },
      { kind: 'list', items: t.page.countedWords },
      { kind: 'paragraph', words: t.page.noDay },
    ],
  }
}

const said = (id: string, heading: string, words: string | null): FormBlock[] =>
  words === null
    ? []
    : [
        { kind: 'heading', level: 2, id, words: heading },
        ...words.split(/\n{2,}/).map((paragraph): FormBlock => ({ kind: 'paragraph', words: paragraph })),
      ]

/** Group by group, each a table of what and how many. */
function figureBlocks(lang: Lang, figures: YearFigures, otherActs: number | null): FormBlock[] {
  const t = transparencyTexts(lang)
  return GROUPS.flatMap((group): FormBlock[] => [
    { kind: 'heading', level: 2, id: group, words: t.groups[group] },
    {
      kind: 'table',
      caption: t.groups[group],
      head: [t.page.figure, t.page.number],
      rows: [
        ...keysOf(group).map((key) => [[t.figures[key]], [figureWords(lang, figures[key])]]),
        ...(group === 'acts' ? [[[t.page.otherActs], [figureWords(lang, otherActs)]]] : []),
      ],
    },
  ])
}
