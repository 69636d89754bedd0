import type { FormWorkbook } from '#platform/export/form-workbook.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { consultationUrls } from '../urls.ts'
import { listFileLines, type DraftersFile, type FileLine } from './file-queries.ts'
import { FILE_WORDS as t } from './file-words-texts.ts'
import { COLUMNS, HEADINGS, OFFERED, printedCode, WIDTHS } from './table-rules.ts'

/** Head and lines, the same in both formats. */
const introOf = (file: DraftersFile): string[] => [
  t.form,
  file.title,
  t.code(printedCode(file.code)),
  t.unit(file.unit),
  ...(file.returnBy === null ? [] : [t.returnBy(formatDate('sq', file.returnBy))]),
]

const howTo = (): string[] => [t.decisions(OFFERED.join('; ')), ...t.how]

const articleOf = ({ articleLabel }: FileLine): string => (articleLabel === null ? t.whole : t.article(articleLabel))

const wordsOfLine = (line: FileLine): string[] => [
  ...(line.inGroup ? [t.group(line.comments)] : []),
  ...(line.organisation === null ? [] : [t.organisation(line.organisation)]),
  ...(line.quote === null ? [] : [t.quote(line.quote)]),
  ...(line.body === null ? [t.gone] : line.body === '' ? [] : [line.body]),
  ...(line.suggestion === null ? [] : [t.suggestion(line.suggestion)]),
]

const cellsOf = (line: FileLine): string[][] => [
  [String(line.line)],
  [line.code],
  [articleOf(line)],
  wordsOfLine(line),
  [],
  [],
  [],
]

export async function viewFileWorkbook({ db }: Pick<Services, 'db'>, file: DraftersFile): Promise<FormWorkbook> {
  const lines = await listFileLines(db, file.id)
  return {
    ...emptyWorkbook(file),
    rows: lines.map((line) => cellsOf(line).map((words) => words.join('\n'))),
  }
}

/** Of the same shape for what was not taken, so that it can be mended and sent again. */
export const emptyWorkbook = (file: DraftersFile): FormWorkbook => ({
  sheetName: t.sheet,
  intro: [...introOf(file), ...howTo()],
  columns: COLUMNS.map((key) => ({ name: HEADINGS[key], width: WIDTHS[key] })),
  rows: [],
  choice: { column: COLUMNS.indexOf('decision'), words: OFFERED },
})

export async function viewFileDocument(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  file: DraftersFile,
): Promise<FormDocument> {
  const lines = await listFileLines(db, file.id)
  const [, , ...facts] = introOf(file)
  return {
    lang: 'sq',
    wordsLang: 'sq',
    form: t.form,
    title: file.title,
    institution: file.institutionName,
    lead: facts.join(' · '),
    kept: t.kept,
    address: file.slug === null ? settings.url : settings.url + consultationUrls.one(file.slug),
    page: t.page,
    lying: true,
    blocks: [
      { kind: 'heading', level: 2, id: 'si', words: t.howTitle },
      { kind: 'list', items: howTo() },
      {
        kind: 'table',
        caption: t.form,
        head: COLUMNS.map((key) => HEADINGS[key]),
        shares: [4, 9, 8, 30, 11, 20, 18],
        rows: lines.map(cellsOf),
      },
    ],
  }
}
