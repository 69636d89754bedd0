import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { BecauseSection } from '#ui/because.tsx'
import { CopyLink } from '#ui/copy-link.tsx'
import { Details } from '#ui/details.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { ArticleVersionView } from './article-view.ts'
import { LineagePart } from './lineage-part.tsx'
import { nameOf } from './name-rules.ts'
import { textsTexts } from './texts.ts'
import { otherLang, Trail } from './trail-part.tsx'
import { linksToVersion, NotNewest } from './version-page.tsx'

type Props = { page: PageContext; view: ArticleVersionView }

/** One article of one version, for ever: its exact words, when they were published, and how to quote and check them. */
export const ArticleVersionPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = textsTexts(lang)
  const t = texts.article
  const { article, version, record, address } = view
  const name = nameIn(view, lang)
  return (
    <Layout
      page={page}
      title={`${t.of(name, version.n)}, ${record.title}`}
      canonical={versionUrls.article(address, version.n, article.nodeId)}
      jsonHref={versionUrls.articleData(address, version.n, article.nodeId)}
    >
      <Trail page={page} view={view} to={{ version: version.n }} />
      <h1 class="govuk-heading-l">
        {name} <span lang={otherLang(version.lang, lang)}>{article.heading}</span>
      </h1>
      <NotNewest page={page} view={view} version={version} nodeId={article.nodeId} />
      <p class="kv-version-line">{t.versionOn(version.n, formatDay(lang, version.publishedAt, record.zone))}.</p>
      <ArticleText
        nodes={[{ ...article, kind: 'paragraph' }]}
        level={2}
        lang={otherLang(version.lang, lang)}
        references={linksToVersion(view, lang)}
      />
      <BecauseSection lang={lang} items={view.because} href={view.holder.urls.because(record.slug)} level={2} />
      <Citing page={page} view={view} name={name} />
      <LineagePart page={page} view={view} />
      <Facts page={page} view={view} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const nameIn = ({ article, nodes: [own] }: ArticleVersionView, lang: PageContext['lang']): string =>
  nameOf({ kind: article.kind, label: own?.label ?? null }, textsTexts(lang).kinds)

/** What a newspaper prints beside the words, as plain text to be taken along. */
const Citing = ({ page, view, name }: Props & { name: string }) => {
  const { lang, url } = page
  const t = textsTexts(lang).article
  const { article, version, record, institution, address, digest } = view
  const own = url + inLanguage(lang, versionUrls.article(address, version.n, article.nodeId))
  const day = formatDay(lang, version.publishedAt, record.zone)
  return (
    <section aria-labelledby="citimi">
      <h2 class="govuk-heading-m" id="citimi">
        {t.cite}
      </h2>
      <p class="kv-cite">{t.citation(name, record.title, institution.name, version.n, day, own, digest)}</p>
      <p class="govuk-body">
        <CopyLink href={own} label={t.copyAddress} copied={t.copied} />
      </p>
    </section>
  )
}

const Facts = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang).article
  const { record, institution, version, newest, digest, address, article } = view
  const link = (href: string, words: Child) => <a href={inLanguage(lang, href)}>{words}</a>
  const rows = [
    { key: t.record, value: <span lang={otherLang(record.shownLang, lang)}>{link(address, record.title)}</span> },
    { key: t.institution, value: link(`/i/${institution.slug}/`, institution.name) },
    {
      key: t.version,
      value: (
        <>
          {t.versionOn(version.n, formatDay(lang, version.publishedAt, record.zone))}.{' '}
          {version.id === newest.id && <>{t.newest} </>}
          {link(versionUrls.one(address, version.n), t.whole)}
        </>
      ),
    },
    { key: t.digest, value: <code class="kv-digest">{digest}</code> },
  ]
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-m" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList rows={rows} />
      <Details summary={t.digestHow}>
        <p class="govuk-body">{t.digestWords}</p>
      </Details>
      <p class="govuk-body-s">
        <a href={versionUrls.articleData(address, version.n, article.nodeId)}>{t.data}</a>
      </p>
    </section>
  )
}
