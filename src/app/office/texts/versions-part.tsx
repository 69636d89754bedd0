import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { TextVersion } from '#platform/texts/text-queries.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { roomTexts } from './texts.ts'
import type { TextHead } from './text-view.ts'
import { textUrls } from './urls.ts'

type Props = { page: PageContext; view: TextHead }

/** Every version of the text, newest first. */
export const Versions = ({ page: { lang }, view: { holder, record, versions } }: Props) => {
  const t = roomTexts(lang)
  const c = t.versionColumns
  const dateOf = (version: TextVersion) =>
    version.publishedAt
      ? formatDay(lang, version.publishedAt, record.zone)
      : (version.sourceKind === 'written' ? t.begunOn : t.readOn)(formatDay(lang, version.readAt, record.zone))
  return (
    <DataTable
      caption={t.versionsTitle}
      head={[
        { label: c.version, tight: true },
        { label: c.state },
        { label: c.date },
        { label: c.source },
        { label: c.summary },
      ]}
      firstColumnHeader
      rows={versions.map((version) => [
        version.state === 'published' && record.slug !== null ? (
          <a href={inLanguage(lang, textUrls.publicVersion(holder, record.slug, version.n))}>
            {t.versionName(version.n)}
          </a>
        ) : (
          t.versionName(version.n)
        ),
        <Tag tone={version.state === 'published' ? 'done' : 'warning'}>{t.versionStates[version.state]}</Tag>,
        dateOf(version),
        t.sourceKinds[version.sourceKind] ?? version.sourceKind,
        <Summary lang={lang} version={version} />,
      ])}
    />
  )
}

/** In the institution's words; where they are in Albanian alone, they are marked so. */
const Summary = ({ lang, version }: { lang: Lang; version: TextVersion }) =>
  lang === 'en' && version.summaryEn === null && version.summary !== null ? (
    <span lang="sq">{version.summary}</span>
  ) : (
    <>{(lang === 'en' ? version.summaryEn : version.summary) ?? '–'}</>
  )

/** Of a later version in preparation: what is left to do, in its order. */
export const Progress = ({ page: { lang }, view }: Props) => {
  const t = roomTexts(lang)
  const { holder, record, draft, openDoubts, changes, mayPublish } = view
  if (!draft?.basedOn) return null
  const changesHref = inLanguage(lang, `${textUrls.changes(holder, record.id)}${changes.open > 0 ? '?hapur=po' : ''}`)
  return (
    <section aria-labelledby="mbetet">
      <h2 class="govuk-heading-m" id="mbetet">
        {t.progress}
      </h2>
      <SummaryList
        rows={[
          { key: t.progressDoubts, value: <a href="#dyshimet">{t.progressLeft(openDoubts)}</a> },
          { key: t.progressChanges, value: <a href={changesHref}>{t.progressLeft(changes.open)}</a> },
        ]}
      />
      {mayPublish && record.stage === 'open' && (
        <LinkButton href={inLanguage(lang, textUrls.publication(holder, record.id))} kind="secondary">
          {t.publishNext}
        </LinkButton>
      )}
    </section>
  )
}

/** A later version is begun by hand, or dropped. */
export const VersionDeeds = ({ page: { lang }, view }: Props) => {
  const t = roomTexts(lang)
  const { holder, record, draft, published, mayWrite } = view
  if (!mayWrite) return null
  if (draft?.basedOn) {
    return (
      <Details summary={t.dropVersion}>
        <p class="govuk-body">{t.dropWarning}</p>
        <form method="post" action={inLanguage(lang, textUrls.drop(holder, record.id))} data-submit-once>
          <input type="hidden" name="versioni" value={draft.id} />
          <Button kind="warning">{t.dropVersion}</Button>
        </form>
      </Details>
    )
  }
  if (draft || !published || record.stage !== 'open') return null
  return (
    <form method="post" action={inLanguage(lang, textUrls.begin(holder, record.id))} data-submit-once>
      <p class="govuk-body">{t.beginLead}</p>
      <Button kind="secondary">{t.beginVersion}</Button>
    </form>
  )
}
