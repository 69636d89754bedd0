import { inLanguage, type Lang } from '#platform/i18n/language.ts'
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
          <ul class="govuk-list kv-said" aria-label={t.saidCaption}>
            {rowsOf(lang, slug, said)}
          </ul>
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
  const { overview: t, list } = textsIn(lang)
  const rows = articles.map((one) => (
    <li>
      <a href={inLanguage(lang, consultationUrls.article(slug, one.node.nodeId))}>{nameOf(lang, one)}</a>{' '}
      <span class="kv-quiet">{list.comments(one.count)}</span>
    </li>
  ))
  if (onWhole === 0) return rows
  return [
    <li>
      <a href="#komentet">{t.saidWhole}</a> <span class="kv-quiet">{list.comments(onWhole)}</span>
    </li>,
    ...rows,
  ]
}

const nameOf = (lang: Lang, { node }: SaidOfArticle): string =>
  `${textsIn(lang).page.article} ${node.label ?? ''}${node.heading ? `: ${node.heading}` : ''}`
