import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { SaidOfArticle, SaidSoFar as Said } from './overview-view.ts'

type Props = { lang: Lang; slug: string; said: Said }

/** How much was said, and about which articles: each leads to the words. */
export const SaidSoFar = ({ lang, slug, said }: Props) => {
  const t = textsIn(lang).overview
  const all = inLanguage(lang, consultationUrls.comments(slug))
  return (
    <section aria-labelledby="cfare-u-tha">
      <h2 class="govuk-heading-l" id="cfare-u-tha">
        {t.said}
      </h2>
      {said.total === 0 ? (
        <EmptyState>{t.saidNothing}</EmptyState>
      ) : (
        <>
          {said.articles.length > 0 && (
            <DataTable
              caption={t.saidCaption}
              captionHidden
              firstColumnHeader
              head={[{ label: t.saidArticle }, { label: t.saidComments, numeric: true }]}
              rows={rowsOf(lang, slug, said)}
            />
          )}
          {said.more > 0 && <p class="govuk-body-s">{t.saidMore(said.more)}</p>}
          <p class="govuk-body">
            <a href={all}>{t.saidAll(said.total)}</a>
          </p>
        </>
      )}
    </section>
  )
}

function rowsOf(lang: Lang, slug: string, { articles, onWhole }: Said) {
  const { overview: t } = textsIn(lang)
  const rows = articles.map((one) => [
    <a href={inLanguage(lang, consultationUrls.article(slug, one.node.nodeId))}>{nameOf(lang, one)}</a>,
    formatNumber(one.count),
  ])
  return onWhole > 0 ? [[t.saidWhole, formatNumber(onWhole)], ...rows] : rows
}

const nameOf = (lang: Lang, { node }: SaidOfArticle): string =>
  `${textsIn(lang).page.article} ${node.label ?? ''}${node.heading ? `: ${node.heading}` : ''}`
