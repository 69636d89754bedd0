import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { VERSION_FILES, versionUrls } from '#platform/texts/version-address-rules.ts'
import { Details } from '#ui/details.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Tag } from '#ui/tag.tsx'
import { eliUrl } from './eli-rules.ts'
import { summaryLine } from './summary-texts.ts'
import { textsTexts } from './texts.ts'
import { otherLang, Trail } from './trail-part.tsx'
import type { ListedVersion, VersionsView } from './versions-view.ts'

type Props = { page: PageContext; view: VersionsView }

/** All versions of a text: what each changed, and the ways to read it, compare it and take it along. */
export const VersionsPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsTexts(lang).versions
  const { record, address } = view
  const eli = eliUrl(view)
  return (
    <Layout page={page} title={`${t.title}: ${record.title}`} canonical={versionUrls.list(address)}>
      <Trail page={page} view={view} to="record" />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l" lang={otherLang(record.shownLang, lang)}>
        {record.title}
      </p>
      <p class="govuk-body">{t.lead}</p>
      {view.listed.length === 1 && <Inset>{t.onlyOne}</Inset>}
      <ol class="kv-versions" reversed>
        {view.listed.map((listed) => (
          <li class="kv-versions__one">
            <OneVersion lang={lang} view={view} listed={listed} />
          </li>
        ))}
      </ol>
      <p class="govuk-body-s">
        <a href={versionUrls.linkedData(address)}>{t.linkedData}</a>
        {eli && (
          <>
            {' · '}
            {t.eli}: <a href={eli}>{page.url + eli}</a>
          </>
        )}
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

type OneProps = { lang: Lang; view: VersionsView; listed: ListedVersion }

const OneVersion = ({ lang, view, listed: { version, before } }: OneProps) => {
  const t = textsTexts(lang).versions
  const { address, record, newest, versions } = view
  const to = (path: string) => inLanguage(lang, path)
  return (
    <article>
      <h2 class="govuk-heading-m">
        {t.version(version.n)} {version.id === newest.id && versions.length > 1 && <Tag tone="done">{t.newest}</Tag>}
      </h2>
      <p class="kv-quiet">{t.publishedOn(formatDay(lang, version.publishedAt, record.zone))}</p>
      {before ? (
        <>
          <Summary lang={lang} version={version} />
          <p class="govuk-body">
            {t.changedSince(before.n)} {summaryLine(lang, before.summary)}
          </p>
        </>
      ) : (
        <p class="govuk-body">{t.first}</p>
      )}
      <p class="kv-versions__links">
        <a href={to(versionUrls.one(address, version.n))}>{t.read(version.n)}</a>
        {before && (
          <a href={to(versionUrls.comparison(address, { later: version.n, earlier: before.n }))}>
            {t.compare(version.n, before.n)}
          </a>
        )}
      </p>
      <Details summary={t.downloadOf(version.n)}>
        <ul class="govuk-list">
          {VERSION_FILES.map((format) => (
            <li>
              <a href={versionUrls.file(address, version.n, format)}>{t.files[format]}</a>
            </li>
          ))}
        </ul>
      </Details>
    </article>
  )
}

/** In the institution's words; where they are in Albanian alone, they are marked so. */
const Summary = ({ lang, version }: { lang: Lang; version: ListedVersion['version'] }) => {
  const english = lang === 'en' ? version.summaryEn : null
  const words = english ?? version.summary
  if (words === null) return <p class="kv-quiet">{textsTexts(lang).versions.noSummary}</p>
  return (
    <div lang={english === null ? otherLang('sq', lang) : undefined}>
      {words.split(/\n+/).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
    </div>
  )
}
