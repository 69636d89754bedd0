import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Outcome, RefusedLine } from '#platform/imports/import-rules.ts'
import type { Counts } from '#platform/imports/reckon-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { ImportView } from './import-view.ts'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: ImportView }

const titlesOf = ({ lang, view }: Part): Map<string, string> =>
  new Map((view.target?.columns ?? []).map(({ name, title }) => [name, title[lang]]))

const COUNTED = ['lines', 'empty', 'beforeHead', 'head', 'footer', 'ready', 'refused', 'asked'] as const

/** Each line of the file is in exactly one of these. */
export const CountsPart = ({ lang, counts }: { lang: Lang; counts: Counts }) => {
  const { one: t } = textsIn(lang)
  return (
    <>
      <h2 class="govuk-heading-m">{t.counts}</h2>
      <SummaryList rows={COUNTED.map((name) => ({ key: t.count[name], value: formatNumber(counts[name]) }))} />
    </>
  )
}

/** Cells that cannot be taken: where, why, and what was written. */
export const Refused = ({ lang, view, refused }: Part & { refused: readonly RefusedLine[] }) => {
  const { one: t } = textsIn(lang)
  if (refused.length === 0) return null
  const titles = titlesOf({ lang, view })
  return (
    <>
      <DataTable
        caption={t.refused}
        head={[
          { label: t.refusedColumns.line, numeric: true },
          { label: t.refusedColumns.column },
          { label: t.refusedColumns.why },
          { label: t.refusedColumns.words },
        ]}
        rows={refused.map(({ at, column, why, words }) => [
          formatNumber(at),
          titles.get(column) ?? column,
          typeof why === 'string' ? t.why[why] : why[lang],
          words || '–',
        ])}
      />
      {view.import.forgottenAt === null && (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.refused(view.import.id))}>{t.refusedAll}</a>
        </p>
      )}
    </>
  )
}

/** What of rows that were taken is not in them, and what was answered: nothing of a file disappears without a word. */
export const LeftBehind = ({ lang, view, outcome: { left, answers } }: Part & { outcome: Outcome }) => {
  const { one: t, questions } = textsIn(lang)
  const titles = titlesOf({ lang, view })
  const { line, column, words } = t.refusedColumns
  const saidOf = (answer: string) => questions.answers[answer] ?? answer
  return (
    <>
      {left.length > 0 && (
        <DataTable
          caption={t.left}
          head={[{ label: line, numeric: true }, { label: column }, { label: words }]}
          rows={left.map((one) => [formatNumber(one.at), titles.get(one.column) ?? one.column, one.words])}
        />
      )}
      {answers.length > 0 && (
        <DataTable
          caption={t.answers}
          head={[{ label: column }, { label: words }, { label: t.answered }, { label: t.cells, numeric: true }]}
          rows={answers.map((one) => [
            one.column === null ? '–' : (titles.get(one.column) ?? one.column),
            one.pattern,
            saidOf(one.answer),
            formatNumber(one.count),
          ])}
        />
      )}
    </>
  )
}
