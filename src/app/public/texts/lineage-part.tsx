import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import type { ArticleVersionView, OtherWording } from './article-view.ts'
import type { LineageChange } from './lineage-queries.ts'
import { nameOf, nameWithin } from './name-rules.ts'
import { textsTexts } from './texts.ts'

type Props = { page: PageContext; view: ArticleVersionView }

/** The same article in the other versions: with the same words or others, split, merged, new or gone. */
export const LineagePart = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang).article
  const { versions, others, newest, record, holder, article } = view
  const alone = others.length === 0 && view.cameFrom.length === 0 && view.wentInto.length === 0
  const standsNow =
    view.article.kind === 'article' && [view.version, ...others.map((one) => one.version)].includes(newest)
  return (
    <section aria-labelledby="versionet">
      <h2 class="govuk-heading-m" id="versionet">
        {t.others}
      </h2>
      {alone && !view.newWith && !view.goneWith && (
        <p class="govuk-body">{versions.length === 1 ? t.one : t.onlyHere}</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {others.map((other) => (
          <Other page={page} view={view} other={other} />
        ))}
        <Linked page={page} view={view} changes={view.cameFrom} side="from" />
        <Linked page={page} view={view} changes={view.wentInto} side="into" />
        {view.newWith && view.cameFrom.length === 0 && <li>{t.newWith(view.newWith.n)}</li>}
        {view.goneWith && view.wentInto.length === 0 && <li>{t.goneWith(view.goneWith.n)}</li>}
      </ul>
      {standsNow && (
        <p class="govuk-body">
          <a href={inLanguage(lang, holder.urls.article(record.slug, article.nodeId))}>{t.discuss}</a>
        </p>
      )}
    </section>
  )
}

const Other = ({ page: { lang }, view, other }: Props & { other: OtherWording }) => {
  const texts = textsTexts(lang)
  const t = texts.article
  const { address, article, record, version } = view
  const { n } = other.version
  const [later, earlier] = n > version.n ? [n, version.n] : [version.n, n]
  const comparison = versionUrls.comparison(address, { later, earlier, node: article.nodeId })
  return (
    <li>
      <a href={inLanguage(lang, versionUrls.article(address, n, article.nodeId))}>
        {t.inVersion(n, formatDay(lang, other.version.publishedAt, record.zone))}
      </a>
      : {nameWithin({ kind: article.kind, label: other.label }, texts.kinds)},{' '}
      {other.sameWords ? t.sameWords : t.reworded}
      {!other.sameWords && (
        <>
          {'. '}
          <a href={inLanguage(lang, comparison)}>{t.compare(n)}</a>
        </>
      )}
    </li>
  )
}

type LinkedProps = Props & { changes: readonly LineageChange[]; side: 'from' | 'into' }

/** From which articles it came, or into which it went, each with its address. */
const Linked = ({ page: { lang }, view, changes, side }: LinkedProps) => {
  const [first] = changes
  if (!first) return null
  const texts = textsTexts(lang)
  const t = texts.article
  const words = side === 'from' ? FROM : INTO
  const kind = first.kind === 'merged' ? 'merged' : 'split'
  const ends = changes.flatMap((change) => {
    const [versionId, nodeId, label] =
      side === 'from'
        ? [change.earlierVersionId, change.earlierNodeId, change.earlierLabel]
        : [change.versionId, change.nodeId, change.label]
    const version = view.versions.find((one) => one.id === versionId)
    return version && nodeId !== null ? [{ version, nodeId, label }] : []
  })
  return (
    <li>
      {t[words[kind]]}{' '}
      {ends.map(({ version, nodeId, label }, at) => (
        <>
          {at > 0 && (at === ends.length - 1 ? texts.comparison.and : ', ')}
          <a href={inLanguage(lang, versionUrls.article(view.address, version.n, nodeId))}>
            {nameOf({ kind: view.article.kind, label }, texts.kinds)} ({texts.versions.version(version.n)})
          </a>
        </>
      ))}
      .
    </li>
  )
}

const FROM = { split: 'splitFrom', merged: 'mergedFrom' } as const
const INTO = { split: 'splitInto', merged: 'mergedInto' } as const
