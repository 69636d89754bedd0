import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { figureValue, linesOfFigures } from './figure-texts.ts'
import { annexBlocks, type Annex } from './report-annex-view.ts'
import { partBlocks } from './report-parts-view.ts'
import { PARTS, type ReportContent } from './report-rules.ts'
import type { ReportToShow } from './report-to-show-view.ts'

/** What the page shows of it: its figures, the ten parts, and where the annexes are. */
export function reportBlocks(lang: Lang, report: ReportToShow, url: string): FormBlock[] {
  const t = textsIn(lang).reports
  const statement = (lang === 'en' && report.statementEn) || report.statement
  return [
    { kind: 'heading', level: 2, id: 'perfundimi', words: t.report.outcome },
    { kind: 'paragraph', words: `${t.outcomes[report.outcome]}.` },
    ...statement.split(/\n+/).map((words) => ({ kind: 'paragraph', words }) as const),
    ...figureBlocks(lang, report.content),
    ...PARTS.flatMap((part, n): FormBlock[] => [
      { kind: 'heading', level: 2, id: `pjesa-${n + 1}`, words: `${n + 1}. ${t.parts[part]}` },
      ...partBlocks(lang, part, report, url),
    ]),
  ]
}

/** Every figure that is not nought, and always those that people look for first. */
export function figureBlocks(lang: Lang, { figures, satisfaction }: ReportContent): FormBlock[] {
  const t = textsIn(lang).reports
  const lines = linesOfFigures(lang, figures).filter(({ key, value }) => value !== 0 || !key.includes('.'))
  return [
    { kind: 'heading', level: 2, id: 'shifrat', words: t.figures.title },
    {
      kind: 'table',
      caption: t.figures.caption,
      head: [t.figures.figure, t.figures.value, t.figures.formula],
      rows: lines.map((line) => [[line.words], [figureValue(line, t.figures.notYet)], [line.formula]]),
    },
    { kind: 'paragraph', words: satisfactionWords(lang, satisfaction) },
  ]
}

/** Fewer than five ratings tell of persons. */
function satisfactionWords(lang: Lang, satisfaction: ReportContent['satisfaction']): string {
  const t = textsIn(lang).reports.report
  if (!satisfaction) return t.noSatisfaction
  const { ratings, satisfied } = satisfaction
  if (ratings < 5 || satisfied === null) return t.fewRatings(formatNumber(ratings))
  // Not one of them left out: 99,6 % are not all.
  const percent = Math.min(satisfied < ratings ? 99 : 100, Math.round((satisfied / ratings) * 100))
  return t.satisfaction(formatNumber(satisfied), formatNumber(ratings), `${percent} %`)
}

/** The whole report on paper: what the page shows, then the annexes with the matrix. */
export function reportDocument(lang: Lang, report: ReportToShow, annex: Annex, url: string): FormDocument {
  const t = textsIn(lang).reports.report
  return {
    lang,
    wordsLang: 'sq',
    form: t.title,
    title: report.title,
    institution: report.institution,
    lead: [
      t.version(report.version, formatDay(lang, report.versionAt, report.zone)),
      ...(report.reason === null ? [] : [t.reason(report.reason)]),
    ].join('. '),
    kept: t.kept,
    address: `${url}${consultationUrls.report(report.slug)}/versioni/${report.version}`,
    page: t.paperPage,
    blocks: [...reportBlocks(lang, report, url), ...annexBlocks(lang, report, annex, url)],
  }
}
