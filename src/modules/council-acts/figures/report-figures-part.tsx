import type { Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { figureWords } from './figure-words-texts.ts'
import { FIGURE_GROUPS, GROUPS, type ReportFigures } from './report-figure-rules.ts'
import type { ReportWords } from './report-rules.ts'
import { Said } from './said-part.tsx'
import { figureTexts } from './texts.ts'

type Props = { lang: Lang; figures: ReportFigures; words?: ReportWords | undefined }

/** Group by group: what the institution found, then what was counted. */
export const FigureTables = ({ lang, figures, words = {} }: Props) => {
  const t = figureTexts(lang).report
  return (
    <>
      {GROUPS.map((group) => (
        <section aria-labelledby={group}>
          <h2 class="govuk-heading-l" id={group}>
            {t.groups[group]}
          </h2>
          <Said lang={lang} said={words[group]} />
          <DataTable
            caption={t.groups[group]}
            captionHidden
            firstColumnHeader
            head={[{ label: t.figure }, { label: t.number, numeric: true }]}
            rows={FIGURE_GROUPS[group].map((key) => [t.figures[key], figureWords(lang, figures[key])])}
          />
        </section>
      ))}
    </>
  )
}
