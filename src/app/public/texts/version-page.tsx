import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { linksOnPage, linksToArticles } from '#platform/texts/references/shown-reference-rules.ts'
import { divisionName, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { BecauseSection } from '#ui/because.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { Paging } from '#ui/paging.tsx'
import type { PublicVersion, RecordView } from './record-view.ts'
import { textsTexts } from './texts.ts'
import { otherLang, Trail } from './trail-part.tsx'
import type { VersionView } from './version-view.ts'

type Props = { page: PageContext; view: VersionView }

/** The text of one version; of a long one the beginning and the way to its chapters, or one chapter. */
export const VersionPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang).version
  const { record, version, address, division } = view
  const title = t.title(version.n, record.title)
  const own = division ? versionUrls.division(address, version.n, division.nodeId) : versionUrls.one(address, version.n)
  return (
    <Layout
      page={page}
      title={division ? `${divisionName(division)}, ${title}` : title}
      canonical={own}
      jsonHref={versionUrls.file(address, version.n, 'json')}
    >
      <Trail page={page} view={view} to={division ? { version: version.n } : 'versions'} />
      <h1 class="govuk-heading-l" lang={otherLang(record.shownLang, lang)}>
        {record.title}
      </h1>
      <NotNewest page={page} view={view} version={version} />
      <p class="kv-version-line">
        {t.publishedOn(version.n, formatDay(lang, version.publishedAt, record.zone))}{' '}
        <Changed page={page} view={view} />
        <a href={inLanguage(lang, address)}>{t.discuss}</a>
      </p>
      {otherLang(version.lang, lang) && version.lang === 'sq' && <p class="kv-quiet">{t.original}</p>}
      {!division && view.contents.length > 1 && <Contents page={page} view={view} />}
      <h2 class="govuk-visually-hidden">{t.text}</h2>
      <ArticleText
        nodes={view.text}
        level={3}
        lang={otherLang(version.lang, lang)}
        references={view.split ? linksToVersion(view, lang) : linksOnPage(view.tree)}
        after={(node) => (
          <a
            href={inLanguage(lang, versionUrls.article(address, version.n, node.id.slice(2)))}
            lang={otherLang(lang, version.lang)}
          >
            {t.permalink(node.label ?? '')}
          </a>
        )}
      />
      <BecauseSection lang={lang} items={view.because} href={view.holder.urls.because(record.slug)} level={2} />
      <Chapters page={page} view={view} />
    </Layout>
  )
}

/** Citations lead to the articles of the same version. */
export const linksToVersion = (
  { tree, address, version }: Pick<VersionView, 'tree' | 'address' | 'version'>,
  lang: Lang,
) =>
  linksToArticles(tree, `${lang} ${address} ${version.n}`, (id) =>
    inLanguage(lang, versionUrls.article(address, version.n, id)),
  )

type NewestProps = { page: PageContext; view: RecordView; version: PublicVersion; nodeId?: string }

/** Who reads an older version must know it before the first word. */
export const NotNewest = ({ page: { lang }, view, version, nodeId }: NewestProps) => {
  const { newest, record, address } = view
  if (version.id === newest.id) return null
  const t = textsTexts(lang).version
  const changed = versionUrls.comparison(address, { later: newest.n, earlier: version.n, node: nodeId })
  return (
    <NoticeBanner title={t.notNewestTitle}>
      <p class="govuk-body">{t.notNewest(newest.n, formatDay(lang, newest.publishedAt, record.zone))}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, versionUrls.one(address, newest.n))}>{t.readNewest(newest.n)}</a>
        {' · '}
        <a href={inLanguage(lang, changed)}>{t.whatChanged}</a>
      </p>
    </NoticeBanner>
  )
}

/** What this version changed against the one before it. */
const Changed = ({ page: { lang }, view: { versions, version, address } }: Props) => {
  const before = versions[versions.indexOf(version) + 1]
  if (!before) return null
  const href = versionUrls.comparison(address, { later: version.n, earlier: before.n })
  return (
    <>
      <a href={inLanguage(lang, href)}>{textsTexts(lang).version.whatChanged}</a>
      {' · '}
    </>
  )
}

const Contents = ({ page: { lang }, view: { contents, split, version, address } }: Props) => (
  <nav class="kv-contents" aria-labelledby="permbajtja-e-tekstit">
    <h2 class="govuk-heading-s" id="permbajtja-e-tekstit">
      {textsTexts(lang).version.contents}
    </h2>
    <ol class="govuk-list">
      {contents.map((node: ShownNode) => (
        <li>
          <a
            href={split ? inLanguage(lang, versionUrls.division(address, version.n, node.nodeId)) : `#${node.id}`}
            lang={otherLang(version.lang, lang)}
          >
            {divisionName(node)}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

const Chapters = ({ page: { lang }, view: { previous, next, version, address } }: Props) => {
  const way = (node: ShownNode | null) =>
    node && {
      href: inLanguage(lang, versionUrls.division(address, version.n, node.nodeId)),
      label: divisionName(node),
    }
  return <Paging label={textsTexts(lang).version.chapters} newer={way(previous)} older={way(next)} />
}
