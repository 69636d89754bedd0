import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Details } from '#ui/details.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Tag } from '#ui/tag.tsx'
import { councilUrls } from '../../urls.ts'
import { Blocks } from '../blocks-part.tsx'
import { minutesTexts } from '../texts.ts'
import { minutesUrls as urls } from '../urls.ts'
import type { PublicMinutesView } from './minutes-view.ts'

type Props = { page: PageContext; view: PublicMinutesView }

/** A version of the minutes, word for word, with its files and the other versions. */
export const MinutesPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = minutesTexts(lang)
  const t = texts.page
  const { minutes } = view
  const { slug, record } = minutes
  const newest = minutes.version === minutes.newest
  const other = lang === 'sq' ? undefined : 'sq'
  return (
    <Layout
      page={page}
      title={`${t.title}: ${minutes.title}`}
      canonical={newest ? urls.one(slug) : urls.version(slug, minutes.version)}
      jsonHref={newest ? urls.file(slug, 'json') : urls.versionFile(slug, minutes.version, 'json')}
    >
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: inLanguage(lang, councilUrls.meetings()), label: t.meetings },
          { href: inLanguage(lang, councilUrls.meeting(slug)), label: t.back },
        ]}
      />
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.title}</p>
        <h1 class="govuk-heading-l" lang={other}>
          {minutes.title}
        </h1>
        <p class="govuk-body">
          <Tag tone={minutes.state === 'approved' ? 'done' : 'warning'}>{texts.states[minutes.state]}</Tag>{' '}
          {t.version(minutes.version, formatDay(lang, minutes.versionAt, minutes.zone))}.{' '}
          <a href={inLanguage(lang, `/i/${view.institution.slug}/`)}>{view.institution.name}</a>
        </p>
      </header>
      {minutes.state === 'proposed' && <Inset>{t.notApprovedLead}</Inset>}
      {!newest && (
        <Inset>
          {t.earlier(minutes.newest)} <a href={inLanguage(lang, urls.one(slug))}>{t.newest}</a>
        </Inset>
      )}
      {minutes.reason !== null && <p class="govuk-body">{t.reason(minutes.reason)}</p>}
      {lang !== 'sq' && <p class="govuk-body">{t.albanian}</p>}
      <Contents lang={lang} view={view} />
      {/* What stands above says how they stand; the document says it on paper. */}
      <Blocks blocks={record.blocks.filter(({ kind }) => kind !== 'note')} lang={other} />
      <Beside lang={lang} view={view} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Contents = ({ lang, view }: { lang: Lang; view: PublicMinutesView }) => {
  const headings = view.minutes.record.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  )
  return (
    <Details summary={minutesTexts(lang).page.contents}>
      <ul class="govuk-list" lang={lang === 'sq' ? undefined : 'sq'}>
        {headings.map(({ id, words }) => (
          <li>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** Files, votes and attendance of the meeting, the other versions. */
const Beside = ({ lang, view }: { lang: Lang; view: PublicMinutesView }) => {
  const texts = minutesTexts(lang)
  const t = texts.page
  const { minutes, versions } = view
  const { slug, version, zone } = minutes
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        {(['pdf', 'docx'] as const).map((format) => (
          <li>
            <a href={inLanguage(lang, urls.versionFile(slug, version, format))}>{t[format]}</a>
          </li>
        ))}
        <li>
          <a href={urls.versionFile(slug, version, 'json')}>{t.json}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.votes(slug))}>{t.votes}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.attendance(slug))}>{t.attendance}</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{t.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map((one) => (
          <li>
            <a href={inLanguage(lang, urls.version(slug, one.version))}>
              {t.version(one.version, formatDay(lang, one.publishedAt, zone))}
            </a>
            , {texts.states[one.state]}
            {one.reason !== null && <p class="kv-quiet">{t.reason(one.reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
