import type { Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { textsIn } from '../texts.ts'
import type { Figures } from './figure-rules.ts'
import { figureValue, linesOfFigures } from './figure-texts.ts'

/** The figures of a consultation with how each is reckoned; of what is told apart only what is not nought. */
export const FiguresPart = ({ lang, figures }: { lang: Lang; figures: Figures }) => {
  const t = textsIn(lang).reports.figures
  const lines = linesOfFigures(lang, figures).filter(({ key, value }) => value !== 0 || !key.includes('.'))
  return (
    <Details summary={t.title}>
      <DataTable
        caption={t.caption}
        captionHidden
        firstColumnHeader
        head={[{ label: t.figure }, { label: t.value, numeric: true }, { label: t.formula }]}
        rows={lines.map((line) => [line.words, figureValue(line, t.notYet), line.formula])}
      />
    </Details>
  )
}
