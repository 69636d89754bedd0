import type { PageContext } from '#platform/http/page-context.ts'
import { formatHour, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { BulkDeed, OutcomeCount } from './bulk-queries.ts'
import { BULK_OUTCOMES } from './bulk-rules.ts'
import type { BulkDeedView } from './bulk-view.ts'

type Props = { page: PageContext; view: BulkDeedView; status?: string | null; error?: string | null }

/** One deed on many: how it went, who is named, and its undoing. */
export const BulkDeedPage = ({ page, view, status = null, error = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.bulk
  const { deed, counts, named } = view
  const running = deed.state === 'running' || deed.state === 'undoing'
  return (
    <Layout
      page={page}
      title={t.deeds[deed.deed]}
      office
      status={status}
      error={error !== null}
      back={{ href: inLanguage(lang, officeUrls.bulkDeeds()), label: t.list }}
    >
      {error !== null && <ErrorSummary title={texts.office.errorTitle} errors={{ permbajtja: error }} />}
      <h1 class="govuk-heading-l">
        {whatOf(deed, lang)} <StateTag deed={deed} lang={lang} />
      </h1>
      <SummaryList
        rows={[
          { key: t.by, value: deed.by },
          { key: t.at, value: formatMoment(lang, deed.startedAt, deed.zone) },
          { key: t.state, value: outcomesOf(counts, lang) },
          ...(deed.undoneBy && deed.undoneAt
            ? [{ key: t.states.undone, value: `${deed.undoneBy}, ${formatMoment(lang, deed.undoneAt, deed.zone)}` }]
            : []),
        ]}
      />
      {running && (
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.bulkDeed(deed.id))}>{t.refresh}</a>
        </p>
      )}
      {named.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t.named}</h2>
          <ul class="govuk-list">
            {named.map(({ commentId, code, outcome }) => (
              <li>
                <a href={inLanguage(lang, officeUrls.comment(commentId))}>{code}</a> {t.outcomes[outcome]}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.mayUndo && <Undo lang={lang} deed={deed} />}
    </Layout>
  )
}

const Undo = ({ lang, deed }: { lang: Lang; deed: BulkDeed }) => {
  const t = textsIn(lang).bulk
  return (
    <form method="post" action={inLanguage(lang, officeUrls.undoBulk(deed.id))} data-submit-once>
      <Inset>
        <p>{deed.undoUntil && t.undoHint(formatHour(deed.undoUntil, deed.zone))}</p>
        <p>{t.undoLeft}</p>
      </Inset>
      <Button kind="warning">{t.undoDeed}</Button>
    </form>
  )
}

function whatOf(deed: BulkDeed, lang: Lang): string {
  const texts = textsIn(lang)
  const t = texts.bulk
  const detail = [
    deed.deed === 'assign' ? t.assignedTo(deed.assignee) : null,
    deed.label,
    deed.ground && texts.grounds[deed.ground],
  ].filter(Boolean)
  return [t.deeds[deed.deed], ...detail].join(': ')
}

const outcomesOf = (counts: readonly OutcomeCount[], lang: Lang): string => {
  const { outcomes } = textsIn(lang).bulk
  return BULK_OUTCOMES.flatMap((outcome) => {
    const count = counts.find((one) => one.outcome === outcome)?.count ?? 0
    return count === 0 ? [] : [`${formatNumber(count)} ${outcomes[outcome]}`]
  }).join('; ')
}

const StateTag = ({ deed, lang }: { deed: BulkDeed; lang: Lang }) => {
  const tones = { running: 'warning', done: 'done', undoing: 'warning', undone: 'plain' } as const
  return <Tag tone={tones[deed.state]}>{textsIn(lang).bulk.states[deed.state]}</Tag>
}

type ListProps = { page: PageContext; deeds: readonly { deed: BulkDeed; counts: OutcomeCount[] }[] }

/** The newest deeds on many. */
export const BulkDeedsPage = ({ page, deeds }: ListProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.bulk
  return (
    <Layout
      page={page}
      title={t.list}
      office
      back={{ href: `${inLanguage(lang, officeUrls.comments())}?pamja=te-gjitha`, label: texts.office.commentsTitle }}
    >
      <h1 class="govuk-heading-l">{t.list}</h1>
      <p class="govuk-body">{t.listLead}</p>
      {deeds.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.list}
          captionHidden
          head={[{ label: t.what }, { label: t.at }, { label: t.by }, { label: t.state }]}
          rows={deeds.map(({ deed, counts }) => [
            <a href={inLanguage(lang, officeUrls.bulkDeed(deed.id))}>{whatOf(deed, lang)}</a>,
            formatMoment(lang, deed.startedAt, deed.zone),
            deed.by,
            <span>
              <StateTag deed={deed} lang={lang} /> {outcomesOf(counts, lang)}
            </span>,
          ])}
        />
      )}
    </Layout>
  )
}
